import type { Answer } from '#extension/ui/answer.ts';
import type { CallInput, CallResult } from '#shared/api/call.ts';
import type { SessionTokens } from '#shared/api/people.ts';
import type { OrderView } from '#shared/api/purchase-view.ts';
import type { askPasskey, createPasskey } from './passkey.ts';

/** The rows of the contract that a seller's page uses. */
export type ConsoleOperation =
  | 'beginRegistration'
  | 'join'
  | 'beginSignIn'
  | 'signIn'
  | 'signOut'
  | 'getMember'
  | 'uniteMemberships'
  | 'listPasskeys'
  | 'beginPasskeyAddition'
  | 'addPasskey'
  | 'beginPasskeyRemoval'
  | 'removePasskey'
  | 'beginPasskeyKeeping'
  | 'keepPasskey'
  | 'getMailbox'
  | 'beginMailboxProof'
  | 'proveMailbox'
  | 'changeMailbox'
  | 'getTerms'
  | 'getTermsChange'
  | 'beginTermsSigning'
  | 'signTerms'
  | 'beginSeller'
  | 'certifySeller'
  | 'listSellers'
  | 'changeWebhook'
  | 'replaceApiKey'
  | 'listOrders'
  | 'getOrder'
  | 'shipOrder'
  | 'cancelOrder'
  | 'refundOrder'
  | 'getSellerAccount'
  | 'beginPayoutChange'
  | 'changePayoutAccount'
  | 'listWebhookDeliveries'
  | 'resendWebhook';

export interface ConsoleSession {
  /** `sellerId` names the shop that the call is for. */
  call: <O extends ConsoleOperation>(
    operation: O,
    input: CallInput<O>,
    sellerId?: string | null,
  ) => Promise<Answer<CallResult<O>>>;
  keepTokens: (tokens: SessionTokens) => Promise<void>;
  dropTokens: () => Promise<void>;
  hasTokens: () => Promise<boolean>;
  /** Calls `listener` with each open order and each change; gives back how to stop. */
  followOrders: (sellerId: string, listener: (order: OrderView) => void) => () => void;
  /** Calls `listener` when a call or a stream finds that nobody is signed in here any more; gives back how to stop. */
  watchEnd: (listener: () => void) => () => void;
}

/** What the seller's pages can do beyond themselves. */
export interface ConsolePorts extends ConsoleSession {
  askPasskey: typeof askPasskey;
  createPasskey: typeof createPasskey;
  /** What this device is called, and a passkey that is made on it: `Wayveil console, Firefox, Linux`. */
  deviceName: string;
  clock: () => number;
  languages: readonly string[];
  copy: (text: string) => Promise<void>;
  /** The place in the address, so that reloading and going back work. */
  readPlace: () => string;
  watchPlace: (listener: () => void) => () => void;
}
