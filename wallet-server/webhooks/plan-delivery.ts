import { toOrderView } from '#shared/api/purchase-view.ts';
import { WebhookEvent } from '#shared/api/sellers.ts';
import { parseFieldNumber } from '#shared/number/field.ts';
import type { PurchaseEvent } from '#shared/purchase/event.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';

/** A message to a shop before it is sent. */
export interface NewDelivery {
  id: string;
  sellerId: string;
  event: string;
  orderNumber: string;
  body: WebhookEvent;
}

/** The number that stood for the buyer when the order was placed: the destination's, without its suffix. */
export function readBuyerNumber(purchase: Purchase): string {
  return parseFieldNumber(purchase.deliveryNumber)?.number ?? purchase.deliveryNumber;
}

/**
 * The message that `event` owes the shop of `purchase` (as it is after the event), or null where it owes none.
 * Its id is the purchase's and the version's, so that the same event never becomes two messages.
 */
export function planDelivery(purchase: Purchase, event: PurchaseEvent, atMs: number): NewDelivery | null {
  const type = WebhookEvent.shape.type.safeParse(`purchase.${event.type}`);
  if (!type.success || purchase.sellerId === null || purchase.orderNumber === null) return null;
  const data = toOrderView(purchase, readBuyerNumber(purchase));
  return {
    id: `msg_${purchase.id.replaceAll('-', '')}${purchase.version}`,
    sellerId: purchase.sellerId,
    event: type.data,
    orderNumber: purchase.orderNumber,
    body: { type: type.data, timestamp: new Date(atMs).toISOString(), data },
  };
}
