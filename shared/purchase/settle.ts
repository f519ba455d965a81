import type { PurchaseEvent } from './event.ts';
import type { Purchase } from './purchase.ts';
import type { EscrowTerms } from './terms.ts';

/** What the buyer owes for a charged purchase: what cleared, less what the shop gave back. */
export function computeOwed(purchase: Purchase): bigint {
  return purchase.charge ? purchase.charge.clearedMinor - purchase.charge.refundedMinor : 0n;
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
    return [received, { type: 'settled', sellerMinor: purchase.amountMinor }, { type: 'closed' }];
  }
  return [received, { type: 'billed', amountMinor: computeOwed(purchase), dueAtMs: nowMs + terms.billDueMs }];
}
