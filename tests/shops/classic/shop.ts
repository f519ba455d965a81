import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { addBackOffice } from '../back-office.ts';
import { addToBasket, listLines, setQuantity } from '../basket.ts';
import { createCardClient } from '../card-client.ts';
import { createOrderDesk } from '../order-desk.ts';
import { createSellerClient, type Membership } from '../seller-client.ts';
import { createSessions, type Sessions } from '../session.ts';
import type { MemberShop, MemberShopOptions } from '../shop.ts';
import { createSite, readForm, type Site, sendHtml, serveText } from '../site.ts';
import { PRODUCTS } from './catalogue.ts';
import { addCheckout, type Visit } from './checkout.ts';
import { renderLayout } from './layout.ts';
import { renderBasket, renderOrder, renderProducts } from './pages.ts';
import { REGIONS } from './regions.ts';

const HOST = 'kestrel-audio.localhost';

/** Kestrel Audio: server-rendered pages, dollars, card fields on the page; a member once it is told so. */
export async function startClassicShop(options: MemberShopOptions): Promise<MemberShop> {
  const { clock = Date.now } = options;
  const members: Membership[] = options.membership ? [options.membership] : [];
  const seller = () => {
    const membership = members.at(-1);
    return membership && createSellerClient(membership);
  };
  const site = createSite(HOST);
  const merchant = {
    id: 'KESTRELAUDIO001',
    name: 'Kestrel Audio',
    city: 'Duluth',
    country: 'US',
    mcc: '5732',
    host: HOST,
  };
  const cards = createCardClient(options.acquirerOrigin, merchant);
  const desk = createOrderDesk({ prefix: 'KA', cards, capture: 'at_shipping', seller, clock });
  addPages(site, visits => {
    addCheckout(site.app, { desk, visits, clock, offersWayveil: () => members.length > 0 });
  });
  site.app.get<{ Params: { number: string } }>('/orders/:number', ({ params }, reply) => {
    const order = desk.find(params.number);
    if (!order) return sendHtml(reply, renderLayout('Not found', 0, renderProducts(PRODUCTS)), 404);
    return sendHtml(reply, renderLayout(`Order ${order.number}`, 0, renderOrder(order)));
  });
  const webhooks = addBackOffice(site.app, { shopName: 'Kestrel Audio', locale: 'en-US', desk, seller });
  await site.listen(options.port);
  return {
    origin: site.origin(),
    loopbackOrigin: site.loopbackOrigin(),
    orders: desk.orders,
    requests: site.requests,
    desk,
    becomeMember: membership => void members.push(membership),
    webhooks,
    close: site.close,
  };
}

function addPages({ app }: Site, addRest: (visits: Sessions<Visit>) => void): void {
  const visits = createSessions<Visit>(() => ({ basket: new Map() }), randomUUID);
  const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
  serveText(app, '/style.css', 'text/css', read('style.css'));
  serveText(app, '/checkout.js', 'text/javascript', read('checkout-client.js'));
  app.get('/states', (_request, reply) =>
    reply.send(Object.fromEntries(REGIONS.map(region => [region.code, region.states]))),
  );
  app.get('/', (request, reply) => {
    const { basket } = visits.open(request, reply);
    return sendHtml(reply, renderLayout('Hi-fi that lasts', basket.size, renderProducts(PRODUCTS)));
  });
  app.post('/basket/add', (request, reply) => {
    const { sku = '' } = readForm(request);
    addToBasket(visits.open(request, reply).basket, sku);
    return reply.redirect('/basket', 303);
  });
  app.post('/basket/quantity', (request, reply) => {
    const { sku = '', quantity } = readForm(request);
    setQuantity(visits.open(request, reply).basket, sku, Number(quantity));
    return reply.redirect('/basket', 303);
  });
  app.get('/basket', (request, reply) => {
    const { basket } = visits.open(request, reply);
    return sendHtml(reply, renderLayout('Basket', basket.size, renderBasket(listLines(basket, PRODUCTS))));
  });
  addRest(visits);
}
