import type { Currency } from '../money/currency.ts';
import type { FundingMode, OffPathState, PurchaseState, Stage } from './state.ts';

/** Who is paid. `host` is the shop's host without a port; `name` is what people call it. */
export interface Payee {
  host: string;
  name: string;
}

/** How the buyer proved that the order is theirs (S30). */
export type ConfirmationMethod = 'passkey' | 'code' | 'reply';

/** What the shop's acquirer did with the one-time number of an advanced purchase. */
export interface Charge {
  authorizedAtMs: number;
  /** DE 38 of the approval; a presentment names it. */
  authorizationCode: string;
  clearedAtMs: number | null;
  clearedMinor: bigint;
  refundedMinor: bigint;
}

/** What the buyer owes for an advanced purchase, from receipt on (S34, S35). */
export interface Bill {
  amountMinor: bigint;
  dueAtMs: number;
  settledAtMs: number | null;
}

/** How a purchase was disputed, and what that did to its clocks. Times are spans in milliseconds. */
export interface Disputes {
  openedCount: number;
  /** Who ended one that nobody took back, in the shop's favour or in part: it is not disputed again. */
  decidedBy: 'arbiter' | 'time' | null;
  /** While one is open: what was left of the clock that stands still. */
  leftMs: number | null;
  /** What was left of the time for a ruling when one was taken back; null before that. */
  rulingLeftMs: number | null;
  /** How long the window for a return stood still. */
  returnPausedMs: number;
}

export const NO_DISPUTES: Disputes = {
  ...{ openedCount: 0, decidedBy: null, leftMs: null, rulingLeftMs: null, returnPausedMs: 0 },
};

/** The escrow of one order: folded from its events, changed by nothing else. Times are milliseconds since 1970. */
export interface Purchase {
  id: string;
  version: number;
  state: PurchaseState;
  personId: string;
  /** The member shop, or null for a shop that never heard of Wayveil. */
  sellerId: string | null;
  payee: Payee;
  orderNumber: string | null;
  description: string;
  funding: FundingMode;
  amountMinor: bigint;
  currency: Currency;
  cardId: string | null;
  /** What stands for the destination: a person's number with suffix, or the hub's code of the card. */
  deliveryNumber: string;
  /** Chance that makes each consent its own (base64url). */
  nonce: string;
  placedAtMs: number;
  confirmByMs: number;
  confirmedBy: ConfirmationMethod | null;
  /** Until when the one-time number takes a charge; advanced only. */
  armedUntilMs: number | null;
  charge: Charge | null;
  shipByMs: number | null;
  waybill: string | null;
  carrier: string | null;
  deliveredAtMs: number | null;
  reminderCount: number;
  bill: Bill | null;
  /** What the shop of a held purchase gave back of it while it was open. */
  refundedMinor: bigint;
  /** Held: what its shop was paid, and what of it the shop gave as a fee; null until then. */
  settlement: { sellerMinor: bigint; feeMinor: bigint } | null;
  disputeReason: string | null;
  disputes: Disputes;
  /** The state in which a dispute or return was opened: a withdrawn dispute goes back there. */
  openedFrom: 'identity_confirmed' | 'shipped' | 'received' | null;
  /** When each state was entered, the dates of the stage line; a withdrawn dispute leaves them as they were. */
  enteredAtMs: Partial<Record<Stage | OffPathState, number>>;
  /** When time itself next does something, or null. */
  dueAtMs: number | null;
}
