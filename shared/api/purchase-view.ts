import { z } from 'zod';
import { DECLINE_REASONS } from '../card/decline-reason.ts';
import { findReturnEnd } from '../purchase/find-return-end.ts';
import type { Purchase } from '../purchase/purchase.ts';
import { FUNDING_MODES, PURCHASE_STATES } from '../purchase/state.ts';
import type { EscrowTerms } from '../purchase/terms.ts';
import { AmountMinor, CurrencyCode, Id, TimeMs } from './fields.ts';

const Entered = z.partialRecord(z.enum(PURCHASE_STATES), TimeMs);

/** What both sides see of an escrow (S36). */
const EscrowView = {
  id: Id,
  version: z.int(),
  state: z.enum(PURCHASE_STATES),
  orderNumber: z.string().nullable(),
  description: z.string(),
  funding: z.enum(FUNDING_MODES),
  amountMinor: AmountMinor,
  /** What the shop gave back of it: of a held purchase while it was open, of an advanced one by its card. */
  refundedMinor: AmountMinor,
  /** What the shop of a held purchase was paid, its fee included; null until then. The rest went back to the buyer. */
  paidMinor: AmountMinor.nullable(),
  currency: CurrencyCode,
  deliveryNumber: z.string(),
  waybill: z.string().nullable(),
  carrier: z.string().nullable(),
  deliveredAtMs: TimeMs.nullable(),
  shipByMs: TimeMs.nullable(),
  enteredAtMs: Entered,
  dueAtMs: TimeMs.nullable(),
  disputeReason: z.string().nullable(),
};

/** A charge on a one-time number that was declined: who asked for what, as the network told. Nothing moved. */
export const DeclinedCharge = z.object({
  reason: z.enum(DECLINE_REASONS),
  payeeHost: z.string().nullable(),
  amountMinor: AmountMinor,
  /** Null where it is none that Wayveil serves. */
  currency: CurrencyCode.nullable(),
  declinedAtMs: TimeMs,
});
export type DeclinedCharge = z.infer<typeof DeclinedCharge>;

/** An escrow as its buyer sees it; it holds all that a consent is made of. */
export const PurchaseView = z.object({
  ...EscrowView,
  payee: z.object({
    host: z.string(),
    name: z.string(),
    member: z.boolean(),
    knownSinceMs: TimeMs.nullable(),
  }),
  cardId: Id.nullable(),
  nonce: z.string(),
  confirmByMs: TimeMs,
  confirmedBy: z.enum(['passkey', 'code', 'reply']).nullable(),
  /** Until when it may be sent back once it is received; null before, and where an arbiter has decided. */
  returnUntilMs: TimeMs.nullable(),
  /** How often it may still be disputed; a dispute that is the last cannot be taken back. */
  disputesLeft: z.int().min(0),
  /** Whether an e-mail code is enough for this amount, by the person's limit. */
  codeAllowed: z.boolean(),
  armedUntilMs: TimeMs.nullable(),
  charged: z.boolean(),
  /** The newest declined charges on its one-time number, newest first. */
  declines: z.array(DeclinedCharge),
  bill: z.object({ amountMinor: AmountMinor, dueAtMs: TimeMs, settledAtMs: TimeMs.nullable() }).nullable(),
});
export type PurchaseView = z.infer<typeof PurchaseView>;

/** An escrow as its seller sees it: no name, no address, no mail, only a number (S18, S36, S39). */
export const OrderView = z.object({
  ...EscrowView,
  buyerNumber: z.string(),
  /** What the shop gave of it as a fee; null until it was paid. */
  feeMinor: AmountMinor.nullable(),
  confirmed: z.boolean(),
});
export type OrderView = z.infer<typeof OrderView>;

function toEscrowView(purchase: Purchase) {
  const { id, version, state, orderNumber, description, funding, currency, deliveryNumber } = purchase;
  const { waybill, carrier, deliveredAtMs, shipByMs, enteredAtMs, dueAtMs, disputeReason } = purchase;
  const amountMinor = purchase.amountMinor.toString();
  const refundedMinor = (purchase.refundedMinor + (purchase.charge?.refundedMinor ?? 0n)).toString();
  const paidMinor = purchase.settlement?.sellerMinor.toString() ?? null;
  return {
    ...{ id, version, state, orderNumber, description, funding, amountMinor, currency, deliveryNumber },
    ...{ refundedMinor, paidMinor },
    ...{ waybill, carrier, deliveredAtMs, shipByMs, enteredAtMs, dueAtMs, disputeReason },
  };
}

interface ViewFacts {
  /** When this person first bought there. */
  knownSinceMs: number | null;
  /** By the person's limits. */
  codeAllowed: boolean;
  declines: DeclinedCharge[];
  terms: Pick<EscrowTerms, 'disputesAtMost' | 'returnWindowMs'>;
}

/** The buyer's view. */
export function toPurchaseView(purchase: Purchase, facts: ViewFacts): PurchaseView {
  const { bill, payee, cardId, nonce, confirmByMs, confirmedBy, armedUntilMs } = purchase;
  return {
    ...toEscrowView(purchase),
    payee: { ...payee, member: purchase.sellerId !== null, knownSinceMs: facts.knownSinceMs },
    ...{ cardId, nonce, confirmByMs, confirmedBy, armedUntilMs, codeAllowed: facts.codeAllowed },
    ...{ charged: purchase.charge !== null, declines: facts.declines },
    returnUntilMs: findReturnEnd(purchase, facts.terms),
    disputesLeft: countDisputesLeft(purchase, facts.terms.disputesAtMost),
    bill: bill && { ...bill, amountMinor: bill.amountMinor.toString() },
  };
}

function countDisputesLeft({ disputes }: Purchase, atMost: number): number {
  return disputes.decidedBy === null ? Math.max(0, atMost - disputes.openedCount) : 0;
}

/** The seller's view. */
export function toOrderView(purchase: Purchase, buyerNumber: string): OrderView {
  const feeMinor = purchase.settlement?.feeMinor.toString() ?? null;
  return { ...toEscrowView(purchase), buyerNumber, feeMinor, confirmed: purchase.confirmedBy !== null };
}
