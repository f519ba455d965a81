import type { FastifyInstance, FastifyReply } from 'fastify';
import { listLines, type OrderLine, sumLines } from '../basket.ts';
import { toExpiryDate } from '../checks.ts';
import type { OrderDraft, ShopOrder } from '../order.ts';
import type { OrderDesk } from '../order-desk.ts';
import type { Sessions } from '../session.ts';
import { readForm, sendHtml } from '../site.ts';
import type { Visit } from '../storefront.ts';
import { PRODUCTS } from './catalogue.ts';
import { checkCheckout, type FieldErrors, type Fields } from './checkout-check.ts';
import { renderCheckout } from './checkout-page.ts';
import { renderLayout } from './layout.ts';

export interface CheckoutParts {
  readonly desk: OrderDesk;
  readonly visits: Sessions<Visit>;
  readonly clock: () => number;
  readonly offersWayveil: () => boolean;
}

const FIRST_VALUES: Fields = {
  ship_country: 'US',
  bill_country: 'US',
  billing_same: '1',
  shipping_method: 'standard',
  payment_method: 'card',
};

/** `GET /checkout` and `POST /checkout`: the same page until nothing is wrong any more. */
export function addCheckout(app: FastifyInstance, parts: CheckoutParts): void {
  const { visits, desk, clock } = parts;
  const show = (reply: FastifyReply, lines: readonly OrderLine[], values: Fields, errors: FieldErrors) => {
    const sums = sumOrder(lines, values);
    const view = { lines, ...sums, values, errors, offersWayveil: parts.offersWayveil() };
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    return sendHtml(reply, renderLayout('Checkout', lines.length, renderCheckout(view)), status);
  };
  app.get('/checkout', (request, reply) => {
    const lines = listLines(visits.open(request, reply).basket, PRODUCTS);
    return lines.length === 0 ? reply.redirect('/basket', 303) : show(reply, lines, FIRST_VALUES, {});
  });
  app.post('/checkout', async (request, reply) => {
    const { basket } = visits.open(request, reply);
    const lines = listLines(basket, PRODUCTS);
    if (lines.length === 0) return reply.redirect('/basket', 303);
    const fields = readForm(request);
    const errors = checkCheckout(fields, clock());
    if (Object.keys(errors).length > 0) return show(reply, lines, fields, errors);
    const placed = await placeOrder(desk, lines, fields);
    if ('error' in placed) return show(reply, lines, fields, { form: placed.error });
    basket.clear();
    return reply.redirect(`/orders/${placed.number}`, 303);
  });
}

async function placeOrder(
  desk: OrderDesk,
  lines: readonly OrderLine[],
  fields: Fields,
): Promise<ShopOrder | { readonly error: string }> {
  const draft = draftOrder(lines, fields);
  if (fields.payment_method === 'wayveil') {
    const placed = await desk.payByWayveil(draft, fields.wayveil_email ?? '');
    return 'refused' in placed ? { error: 'Wayveil did not accept this order. Check the address.' } : placed;
  }
  const placed = await desk.payByCard(draft, {
    card: {
      number: (fields.cc_number ?? '').replaceAll(/\D/g, ''),
      expiryDate: toExpiryDate(fields.cc_month ?? '', fields.cc_year ?? ''),
      csc: fields.cc_csc ?? '',
      name: fields.cc_name ?? '',
    },
  });
  return 'declined' in placed ? { error: 'Your card was declined. Please try another card.' } : placed;
}

function draftOrder(lines: readonly OrderLine[], fields: Fields): OrderDraft {
  const kept = Object.entries(fields).filter(([name]) => !name.startsWith('cc_'));
  return {
    lines,
    ...sumOrder(lines, fields),
    currency: 'USD',
    email: fields.email ?? '',
    fields: Object.fromEntries(kept),
  };
}

function sumOrder(
  lines: readonly OrderLine[],
  fields: Fields,
): { shippingMinor: number; totalMinor: number } {
  const shippingMinor = fields.shipping_method === 'express' ? 2400 : 800;
  return { shippingMinor, totalMinor: sumLines(lines) + shippingMinor };
}
