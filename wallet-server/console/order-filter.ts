import type { OrderView } from '#shared/api/purchase-view.ts';
import { isFinal } from '#shared/purchase/state.ts';

/** Ways to look at the orders; `to_ship` is what a seller opens the page for. */
export const ORDER_FILTERS = ['all', 'to_ship', 'open', 'over'] as const;
export type OrderFilter = (typeof ORDER_FILTERS)[number];

/** Whether `order` belongs to the orders that `filter` shows. */
export function passesFilter(order: OrderView, filter: OrderFilter): boolean {
  if (filter === 'to_ship') return order.state === 'identity_confirmed';
  if (filter === 'open') return !isFinal(order.state);
  return filter === 'all' || isFinal(order.state);
}
