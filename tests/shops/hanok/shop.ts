import type { FastifyInstance, FastifyReply } from 'fastify';
import { listLines, type OrderLine, sumLines } from '../basket.ts';
import { toExpiryDate } from '../checks.ts';
import { createMemberDesk } from '../member-desk.ts';
import type { OrderDraft, ShopOrder } from '../order.ts';
import type { OrderDesk } from '../order-desk.ts';
import type { Sessions } from '../session.ts';
import type { MemberShop, MemberShopOptions } from '../shop.ts';
import { createSite, readForm, sendHtml } from '../site.ts';
import { addStorefront, type Visit } from '../storefront.ts';
import { PRODUCTS } from './catalogue.ts';
import { checkOrderForm, type Fields, joinCardNumber } from './order-check.ts';
import { renderOrderForm } from './order-page.ts';
import { renderBasket, renderLayout, renderOrder, renderProducts } from './pages.ts';

const HOST = 'hanok.localhost';
const SHIPPING_MINOR = 3000;

const MERCHANT = {
  id: 'HANOKSALLIM0001',
  name: 'Hanok Sallim',
  city: 'Seoul',
  country: 'KR',
  mcc: '5719',
  host: HOST,
};

/** 한옥살림: a Korean shop, won, phone and card number in parts; a member once it is told so. */
export async function startHanokShop(options: MemberShopOptions): Promise<MemberShop> {
  const site = createSite(HOST);
  const traits = { prefix: 'HS', merchant: MERCHANT, capture: 'now', locale: 'ko-KR' } as const;
  const { desk, offersWayveil, open } = createMemberDesk(site, options, traits);
  const visits = addStorefront(site.app, {
    products: PRODUCTS,
    styleSheets: ['style.css', 'checkout.css'].map(sheet => new URL(sheet, import.meta.url)),
    checkoutScript: new URL('order-client.js', import.meta.url),
    renderList: items => renderLayout('손으로 만든 살림', items, renderProducts(PRODUCTS)),
    renderBasket: lines => renderLayout('장바구니', lines.length, renderBasket(lines)),
  });
  addOrderForm(site.app, { desk, visits, offersWayveil, clock: options.clock ?? Date.now });
  site.app.get<{ Params: { number: string } }>('/orders/:number', ({ params }, reply) => {
    const order = desk.find(params.number);
    return order
      ? sendHtml(reply, renderLayout('주문 완료', 0, renderOrder(order)))
      : sendHtml(reply, renderLayout('없음', 0, renderProducts(PRODUCTS)), 404);
  });
  return open(options.port);
}

interface OrderFormParts {
  readonly desk: OrderDesk;
  readonly visits: Sessions<Visit>;
  readonly offersWayveil: () => boolean;
  readonly clock: () => number;
}

function addOrderForm(app: FastifyInstance, { desk, visits, offersWayveil, clock }: OrderFormParts): void {
  const show = (
    reply: FastifyReply,
    lines: readonly OrderLine[],
    values: Fields,
    errors: readonly string[],
  ) => {
    const totalMinor = sumLines(lines) + SHIPPING_MINOR;
    const view = { lines, shippingMinor: SHIPPING_MINOR, totalMinor, values, errors };
    const page = renderOrderForm({ ...view, offersWayveil: offersWayveil() });
    return sendHtml(reply, renderLayout('주문서 작성', lines.length, page), errors.length > 0 ? 422 : 200);
  };
  app.get('/order', (request, reply) => {
    const lines = listLines(visits.open(request, reply).basket, PRODUCTS);
    return lines.length === 0 ? reply.redirect('/basket', 303) : show(reply, lines, {}, []);
  });
  app.post('/order', async (request, reply) => {
    const { basket } = visits.open(request, reply);
    const lines = listLines(basket, PRODUCTS);
    if (lines.length === 0) return reply.redirect('/basket', 303);
    const fields = readForm(request);
    const errors = checkOrderForm(fields, clock());
    if (errors.length > 0) return show(reply, lines, fields, errors);
    const placed = await placeOrder(desk, lines, fields);
    if ('error' in placed) return show(reply, lines, fields, [placed.error]);
    basket.clear();
    return reply.redirect(`/orders/${placed.number}`, 303);
  });
}

async function placeOrder(
  desk: OrderDesk,
  lines: readonly OrderLine[],
  fields: Fields,
): Promise<ShopOrder | { readonly error: string }> {
  const draft: OrderDraft = {
    lines,
    shippingMinor: SHIPPING_MINOR,
    totalMinor: sumLines(lines) + SHIPPING_MINOR,
    currency: 'KRW',
    email: fields.ord_email ?? '',
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('card_'))),
  };
  if (fields.method === 'wayveil') {
    const placed = await desk.payByWayveil(draft, fields.wayveil_email ?? '');
    return 'refused' in placed
      ? { error: 'Wayveil에서 주문을 받지 못했습니다. 이메일 주소를 확인해 주세요.' }
      : placed;
  }
  const placed = await desk.payByCard(draft, {
    card: {
      number: joinCardNumber(fields),
      expiryDate: toExpiryDate(fields.card_mm ?? '', fields.card_yy ?? ''),
      csc: fields.card_cvc ?? '',
    },
  });
  return 'declined' in placed ? { error: '카드 승인이 거절되었습니다. 다른 카드를 이용해 주세요.' } : placed;
}
