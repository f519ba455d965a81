import type { PurchaseView } from '#shared/api/purchase-view.ts';

/** The purchases that their owner can still confirm or decline. */
export function listWaiting(purchases: readonly PurchaseView[], nowMs: number): PurchaseView[] {
  return purchases.filter(({ state, confirmByMs }) => state === 'order_received' && confirmByMs > nowMs);
}
