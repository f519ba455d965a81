import type { PurchaseEvent } from './event.ts';
import type { Purchase } from './purchase.ts';
import type { EscrowTerms } from './terms.ts';

/** What the buyer owes for a charged purchase: what cleared, less what the shop gave back. */
export function computeOwed(purchase: Purchase): bigint {
  return purchase.charge ? purchase.charge.clearedMinor - purchase.charge.refundedMinor : 0n;
}

/** What a held purchase still pays to its shop: its amount, less what the shop gave back. */
export function computePayable(purchase: Purchase): bigint {
  return purchase.amountMinor - purchase.refundedMinor;
}

/** The settlement of a held purchase: the fee is rounded down, in the shop's favour. */
export function settleHeld(sellerMinor: bigint, terms: EscrowTerms): PurchaseEvent {
  return { type: 'settled', sellerMinor, feeMinor: (sellerMinor * BigInt(terms.feeBasisPoints)) / 10_000n };
}

/** The events of a receipt (S33-S35): a held purchase settles and closes at once, an advanced one is billed. */
export function settle(
  purchase: Purchase,
  by: 'buyer' | 'time' | 'arbiter',
  nowMs: number,
  terms: EscrowTerms,
): PurchaseEvent[] {
  const received: PurchaseEvent = { type: 'received', by };
  if (purchase.funding === 'held') {
    return [received, settleHeld(computePayable(purchase), terms), { type: 'closed' }];
  }
  return [received, { type: 'billed', amountMinor: computeOwed(purchase), dueAtMs: nowMs + terms.billDueMs }];
}
