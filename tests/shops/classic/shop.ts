import { createMemberDesk } from '../member-desk.ts';
import type { MemberShop, MemberShopOptions } from '../shop.ts';
import { createSite, sendHtml } from '../site.ts';
import { addStorefront } from '../storefront.ts';
import { PRODUCTS } from './catalogue.ts';
import { addCheckout } from './checkout.ts';
import { renderLayout } from './layout.ts';
import { renderBasket, renderOrder, renderProducts } from './pages.ts';
import { REGIONS } from './regions.ts';

const HOST = 'kestrel-audio.localhost';

const MERCHANT = {
  id: 'KESTRELAUDIO001',
  name: 'Kestrel Audio',
  city: 'Duluth',
  country: 'US',
  mcc: '5732',
  host: HOST,
};

/** Kestrel Audio: server-rendered pages, dollars, card fields on the page; a member once it is told so. */
export async function startClassicShop(options: MemberShopOptions): Promise<MemberShop> {
  const { clock = Date.now } = options;
  const site = createSite(HOST);
  const traits = { prefix: 'KA', merchant: MERCHANT, capture: 'at_shipping', locale: 'en-US' } as const;
  const { desk, offersWayveil, open } = createMemberDesk(site, options, traits);
  const visits = addStorefront(site.app, {
    products: PRODUCTS,
    styleSheets: ['style.css', 'checkout.css'].map(sheet => new URL(sheet, import.meta.url)),
    checkoutScript: new URL('checkout-client.js', import.meta.url),
    renderList: items => renderLayout('Hi-fi that lasts', items, renderProducts(PRODUCTS)),
    renderBasket: lines => renderLayout('Basket', lines.length, renderBasket(lines)),
  });
  addCheckout(site.app, { desk, visits, clock, offersWayveil });
  site.app.get('/states', (_request, reply) =>
    reply.send(Object.fromEntries(REGIONS.map(region => [region.code, region.states]))),
  );
  site.app.get<{ Params: { number: string } }>('/orders/:number', ({ params }, reply) => {
    const order = desk.find(params.number);
    if (!order) return sendHtml(reply, renderLayout('Not found', 0, renderProducts(PRODUCTS)), 404);
    return sendHtml(reply, renderLayout(`Order ${order.number}`, 0, renderOrder(order)));
  });
  return open(options.port);
}
