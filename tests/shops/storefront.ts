import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { addToBasket, type Basket, listLines, type OrderLine, type Product, setQuantity } from './basket.ts';
import type { Html } from './html.ts';
import { createSessions, type Sessions } from './session.ts';
import { readForm, sendHtml, serveText } from './site.ts';

export interface Visit {
  readonly basket: Basket;
}

export interface StorefrontParts {
  readonly products: readonly Product[];
  /** What the shop looks like, from the general to the single page; served at `/style.css` as one. */
  readonly styleSheets: readonly URL[];
  /** The script of the checkout page, served at `/checkout.js`. */
  readonly checkoutScript: URL;
  renderList(itemsInBasket: number): Html;
  renderBasket(lines: readonly OrderLine[]): Html;
}

/** Product list at `/`, basket at `/basket` with its two forms, style sheet and script. */
export function addStorefront(app: FastifyInstance, parts: StorefrontParts): Sessions<Visit> {
  const visits = createSessions<Visit>(() => ({ basket: new Map() }), randomUUID);
  const sheets = parts.styleSheets.map(sheet => readFileSync(sheet, 'utf8'));
  serveText(app, '/style.css', 'text/css', sheets.join('\n'));
  serveText(app, '/checkout.js', 'text/javascript', readFileSync(parts.checkoutScript, 'utf8'));
  app.get('/', (request, reply) =>
    sendHtml(reply, parts.renderList(visits.open(request, reply).basket.size)),
  );
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
    return sendHtml(reply, parts.renderBasket(listLines(basket, parts.products)));
  });
  return visits;
}
