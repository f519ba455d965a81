import type { RefusalCode } from '#shared/api/refusal.ts';

/** Refusals that arise on this device and never travel: of the extension's doors, of a passkey, of the network. */
export const DEVICE_REFUSALS = [
  'message_unknown',
  'sender_foreign',
  'wallet_missing',
  'wallet_locked',
  'passphrase_wrong',
  'unlock_wrong',
  'server_unreachable',
  'page_gone',
  'page_changed',
  'fields_missing',
  'access_withheld',
  'passkey_cancelled',
  'passkey_timed_out',
  'passkey_unsupported',
  'passkey_withheld',
  'passkey_failed',
  'fault',
] as const;
export type DeviceRefusal = (typeof DEVICE_REFUSALS)[number];

/** Any reason that a screen can be asked to explain. */
export type ScreenRefusal = RefusalCode | DeviceRefusal;

/** What a call of a screen answers: the value, or a refusal that the screen explains. */
export type Answer<T> = { ok: T } | { refused: ScreenRefusal };
