import type { PurchaseView } from '#shared/api/purchase-view.ts';

/** What of a purchase went back to its buyer though it was not given back whole, in minor units: refunds and splits. */
export function computeCameBack(
  view: Pick<PurchaseView, 'amountMinor' | 'paidMinor' | 'refundedMinor' | 'state'>,
): bigint {
  if (view.state === 'refunded') return 0n;
  if (view.paidMinor !== null) return BigInt(view.amountMinor) - BigInt(view.paidMinor);
  return BigInt(view.refundedMinor);
}
