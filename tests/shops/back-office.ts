import type { FastifyInstance } from 'fastify';
import { formatPrice } from './basket.ts';
import { type Html, html } from './html.ts';
import type { ShopOrder } from './order.ts';
import type { OrderDesk } from './order-desk.ts';
import type { SellerClient, WebhookEvent } from './seller-client.ts';
import { readForm, readText, sendHtml } from './site.ts';

export interface BackOfficeParts {
  readonly shopName: string;
  readonly locale: string;
  readonly desk: OrderDesk;
  readonly seller: () => SellerClient | undefined;
}

/**
 * What the shop's own people use: `/admin`, `POST /admin/orders/:number/ship` (form fields `carrier`,
 * `trackingNumber`), `POST /admin/orders/:number/refund`; and `/webhooks/wayveil` for the wallet server.
 * Returns the webhooks that held, in order.
 */
export function addBackOffice(app: FastifyInstance, parts: BackOfficeParts): () => readonly WebhookEvent[] {
  const { desk } = parts;
  const events: WebhookEvent[] = [];
  app.get('/admin', (_request, reply) => sendHtml(reply, renderOrders(parts)));
  app.post<{ Params: { number: string } }>('/admin/orders/:number/ship', async (request, reply) => {
    const { carrier = 'UPS', trackingNumber = '' } = readForm(request);
    const shipped = await desk.ship(request.params.number, { carrier, trackingNumber });
    return 'refused' in shipped ? reply.code(409).send(shipped) : reply.redirect('/admin', 303);
  });
  app.post<{ Params: { number: string } }>('/admin/orders/:number/refund', async (request, reply) => {
    const refunded = await desk.refund(request.params.number);
    return 'refused' in refunded ? reply.code(409).send(refunded) : reply.redirect('/admin', 303);
  });
  app.post('/webhooks/wayveil', (request, reply) => {
    const event = parts.seller()?.readWebhook(readText(request), request.headers);
    if (!event) return reply.code(401).send();
    events.push(event);
    const { orderNumber, state: stage, version } = event.data;
    desk.moveEscrow(orderNumber, { stage, version });
    return reply.code(204).send();
  });
  return () => events;
}

function renderOrders({ shopName, locale, desk }: BackOfficeParts): Html {
  const rows = [...desk.orders()].reverse().map(order => renderRow(order, locale));
  return html`<html lang="en"><head><meta charset="utf-8"><title>Orders · ${shopName}</title>
<style>
body{font:14px/1.5 system-ui,sans-serif;margin:32px;color:#222;background:#f6f6f4}
table{border-collapse:collapse;background:#fff;width:100%;max-width:980px}
td,th{padding:8px 12px;border-bottom:1px solid #e4e4e0;text-align:left;vertical-align:top}
th{font-weight:600;background:#efefec}input,button{font:inherit;padding:4px 8px}input{width:9em}
</style></head><body><h1>${shopName}: orders</h1>
<table><thead><tr><th>Order</th><th>Total</th><th>Paid by</th><th>State</th><th></th></tr></thead>
<tbody>${rows}</tbody></table></body></html>`;
}

function renderRow(order: ShopOrder, locale: string): Html {
  const paidBy =
    'card' in order.payment
      ? `card …${order.payment.card.cardLastFour} (${order.payment.card.status})`
      : `Wayveil (${order.payment.escrow.stage}, ${order.payment.escrow.funding})`;
  const total = formatPrice(order.totalMinor, order.currency, locale);
  const shipForm = html`<form method="post" action="/admin/orders/${order.number}/ship">
<input name="carrier" aria-label="Carrier" value="UPS" required>
<input name="trackingNumber" aria-label="Tracking number" placeholder="Tracking number" required>
<button>Mark shipped</button></form>`;
  return html`<tr><td>${order.number}</td><td>${total}</td><td>${paidBy}</td><td>${order.state}</td>
<td>${order.state === 'ready_to_ship' ? shipForm : (order.shipment?.trackingNumber ?? '')}</td></tr>`;
}
