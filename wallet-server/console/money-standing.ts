import type { OrderView } from '#shared/api/purchase-view.ts';

/**
 * Where the money of an order is, for its shop: not set aside yet, set aside, paid to the shop (in part, where a dispute
 * split it), back with the buyer, paid by the shop's acquirer, or never moved.
 */
export type MoneyStanding = 'awaited' | 'held' | 'paid' | 'given_back' | 'advanced' | 'none';

/** Where the money of `order` is now. */
export function findMoneyStanding({
  state,
  funding,
  paidMinor,
  confirmed,
}: Pick<OrderView, 'state' | 'funding' | 'paidMinor' | 'confirmed'>): MoneyStanding {
  if (state === 'refunded') return 'given_back';
  const ended = state === 'declined' || state === 'expired' || state === 'cancelled';
  if (funding === 'advanced') return ended ? 'none' : 'advanced';
  if (ended) return confirmed && state !== 'declined' ? 'given_back' : 'none';
  if (paidMinor !== null) return 'paid';
  return state === 'order_received' ? 'awaited' : 'held';
}
