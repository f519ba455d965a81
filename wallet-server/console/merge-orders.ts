import type { OrderView } from '#shared/api/purchase-view.ts';

/** Both lists as one, each order as its highest version knows it, newest first (identifiers sort by time). */
export function mergeOrders(known: readonly OrderView[], fresh: readonly OrderView[]): OrderView[] {
  const byId = new Map(known.map(order => [order.id, order]));
  for (const order of fresh) {
    const before = byId.get(order.id);
    if (!before || before.version <= order.version) byId.set(order.id, order);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
}
