import type { OrderView } from '#shared/api/purchase-view.ts';

/** What a seller may do to an order as it stands; the server decides again. */
export type OrderRight = 'ship_order' | 'cancel_order' | 'refund';

/** The rights of the seller, the most likely first (mirrors `shared/purchase/decide.ts`). */
export function listOrderRights({ state, funding }: OrderView): OrderRight[] {
  if (state === 'order_received') return ['cancel_order'];
  if (state === 'identity_confirmed') return ['ship_order', 'cancel_order'];
  const held = funding === 'held' && ['shipped', 'disputed', 'returned'].includes(state);
  return held ? ['refund'] : [];
}
