/**
 * Refusals that arise on a person's device and never travel: of the extension's doors, of a passkey, of the network.
 * Screens explain them beside those of the contract; texts for people are in the locales.
 */
export const DEVICE_REFUSALS = [
  /** The message is none of its map, or came from where it may not come from. */
  'message_unknown',
  'sender_foreign',
  /** No wallet on this device yet, or it is locked. */
  'wallet_missing',
  'wallet_locked',
  'passphrase_wrong',
  /** The passkey that answered is not the one that this wallet is wrapped by. */
  'unlock_wrong',
  /** The card is that of a purchase that is not over. */
  'card_in_use',
  /** The server could not be reached; a command stays in the journal and is sent again. */
  'server_unreachable',
  /** The tab or frame is gone, went elsewhere, or holds nothing to fill. */
  'page_gone',
  'page_changed',
  'fields_missing',
  /** The browser does not let the extension into this page. */
  'access_withheld',
  'passkey_cancelled',
  'passkey_timed_out',
  'passkey_unsupported',
  /** The browser withholds the wallet server's host, and with it the passkey's RP ID. */
  'passkey_withheld',
  /** The passkey of this very membership, where another one's is asked for. */
  'passkey_own',
  /** The authenticator has a passkey of this person already. */
  'passkey_exists',
  /** The ceremony failed for a reason that the browser does not tell. */
  'passkey_failed',
  /** A bug: the background threw. Nothing about it leaves the background. */
  'fault',
] as const;
export type DeviceRefusal = (typeof DEVICE_REFUSALS)[number];
