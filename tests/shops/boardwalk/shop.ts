import type { FastifyInstance, FastifyReply } from 'fastify';
import { listLines, type OrderLine, sumLines } from '../basket.ts';
import {
  isAddressLine,
  isEmailAddress,
  isPersonName,
  isPhone,
  isPostcode,
  mentionsPostBox,
} from '../checks.ts';
import { createMemberDesk } from '../member-desk.ts';
import type { OrderDesk } from '../order-desk.ts';
import { type PayFrames, startPayFrames } from '../pay-frames/provider.ts';
import type { Sessions } from '../session.ts';
import type { Shop, ShopOptions } from '../shop.ts';
import { createSite, readForm, sendHtml } from '../site.ts';
import { addStorefront, type Visit } from '../storefront.ts';
import { PRODUCTS } from './catalogue.ts';
import { renderCheckout } from './checkout-page.ts';
import { renderBasket, renderLayout, renderOrder, renderProducts } from './pages.ts';

const HOST = 'boardwalk.localhost';
const SHIPPING_MINOR = 495;

const MERCHANT = {
  id: 'BOARDWALKBTN001',
  name: 'Boardwalk',
  city: 'Brighton',
  country: 'GB',
  mcc: '5941',
  host: HOST,
};

type Fields = Readonly<Record<string, string>>;

/** Boardwalk, with the provider whose frames its checkout holds. */
export interface BoardwalkShop extends Shop {
  readonly payFrames: PayFrames;
}

/** Boardwalk: pounds; the four card fields are frames of another site. Closing it closes the provider too. */
export async function startBoardwalkShop(options: ShopOptions): Promise<BoardwalkShop> {
  const { acquirerOrigin, clock = Date.now } = options;
  const payFrames = await startPayFrames({ acquirerOrigin, clock });
  const site = createSite(HOST);
  const traits = { prefix: 'BW', merchant: MERCHANT, capture: 'at_shipping', locale: 'en-GB' } as const;
  const throughProvider = { ...options, acquirerOrigin: payFrames.loopbackOrigin };
  const { desk, open } = createMemberDesk(site, throughProvider, traits);
  const visits = addStorefront(site.app, {
    products: PRODUCTS,
    styleSheets: [new URL('style.css', import.meta.url)],
    checkoutScript: new URL('checkout-client.js', import.meta.url),
    renderList: items => renderLayout('Boards by the sea', items, renderProducts(PRODUCTS)),
    renderBasket: lines => renderLayout('Bag', lines.length, renderBasket(lines)),
  });
  addCheckout(site.app, desk, visits, payFrames.origin);
  site.app.get<{ Params: { number: string } }>('/orders/:number', ({ params }, reply) => {
    const order = desk.find(params.number);
    return order
      ? sendHtml(reply, renderLayout('Thank you', 0, renderOrder(order)))
      : sendHtml(reply, renderLayout('Not found', 0, renderProducts(PRODUCTS)), 404);
  });
  const shop = await open(options.port);
  const close = async (): Promise<void> => void (await Promise.all([shop.close(), payFrames.close()]));
  return { ...shop, payFrames, close };
}

function addCheckout(
  app: FastifyInstance,
  desk: OrderDesk,
  visits: Sessions<Visit>,
  payFramesOrigin: string,
): void {
  const show = (reply: FastifyReply, lines: readonly OrderLine[], values: Fields, errors: Fields) => {
    const totalMinor = sumLines(lines) + SHIPPING_MINOR;
    const view = { lines, shippingMinor: SHIPPING_MINOR, totalMinor, values, errors, payFramesOrigin };
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    return sendHtml(reply, renderLayout('Checkout', lines.length, renderCheckout(view)), status);
  };
  app.get('/checkout', (request, reply) => {
    const lines = listLines(visits.open(request, reply).basket, PRODUCTS);
    return lines.length === 0 ? reply.redirect('/basket', 303) : show(reply, lines, {}, {});
  });
  app.post('/checkout', async (request, reply) => {
    const { basket } = visits.open(request, reply);
    const lines = listLines(basket, PRODUCTS);
    if (lines.length === 0) return reply.redirect('/basket', 303);
    const { payment_token: token = '', ...fields } = readForm(request);
    const errors = checkFields(fields);
    if (Object.keys(errors).length > 0) return show(reply, lines, fields, errors);
    const totalMinor = sumLines(lines) + SHIPPING_MINOR;
    const email = fields.email ?? '';
    const draft = {
      lines,
      shippingMinor: SHIPPING_MINOR,
      totalMinor,
      currency: 'GBP',
      email,
      fields,
    } as const;
    const placed = await desk.payByCard(draft, { token });
    if ('declined' in placed) return show(reply, lines, fields, { form: 'Your card was declined.' });
    basket.clear();
    return reply.redirect(`/orders/${placed.number}`, 303);
  });
}

function checkFields(fields: Fields): Fields {
  const of = (name: string): string => fields[name] ?? '';
  const checks: [boolean, string, string][] = [
    [isEmailAddress(of('email')), 'email', 'That email doesn’t look right.'],
    [isPersonName(of('name')) && of('name').includes(' '), 'name', 'First and last name, please.'],
    [isPhone(of('phone'), 'GB'), 'phone', 'That phone number doesn’t look right.'],
    [isAddressLine(of('address1')), 'address1', 'Enter the first line of your address.'],
    [of('address2') === '' || isAddressLine(of('address2')), 'address2', 'Letters and digits only.'],
    [
      !mentionsPostBox(`${of('address1')} ${of('address2')}`),
      'address1',
      'We can’t send boards to PO boxes.',
    ],
    [isPersonName(of('town')), 'town', 'Enter a town or city.'],
    [isPostcode(of('postcode').toUpperCase(), 'GB'), 'postcode', 'Enter a UK postcode.'],
  ];
  return Object.fromEntries(checks.flatMap(([holds, name, text]) => (holds ? [] : [[name, text]])));
}
