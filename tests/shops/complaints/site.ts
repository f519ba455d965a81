import { readFileSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import { z } from 'zod';
import { html, trustHtml } from '../html.ts';
import { createSite, readJson, sendHtml, serveText } from '../site.ts';
import { bundleClients } from './bundle-clients.ts';
import type { ComplaintPage } from './complaint-page.ts';
import { COMPLAINT_PAGES } from './pages.ts';
import { listFaults, type Order } from './rules.ts';

/** All complaint pages on one port; each is a site of its own, by the name before `.localhost`. */
export interface ComplaintSite {
  /** Where a page stands, as a browser sees it. */
  url(page: ComplaintPage): string;
  /** The last order that came from a page. */
  lastOrder(page: ComplaintPage): Order | null;
  close(): Promise<void>;
}

const order = z.record(z.string(), z.string());

/** Serves the pages; orders are checked by the rules of `rules.ts`. */
export async function startComplaintSite(): Promise<ComplaintSite> {
  const site = createSite('complaints.localhost');
  const orders = new Map<string, Order>();
  const script = readFileSync(new URL('order-client.js', import.meta.url), 'utf8');
  serveText(site.app, '/order-client.js', 'text/javascript', script);
  const sheet = readFileSync(new URL(import.meta.resolve('select2/dist/css/select2.css')), 'utf8');
  serveText(site.app, '/select2.css', 'text/css', sheet);
  await site.app.register(fastifyStatic, { root: await bundleClients(), prefix: '/clients/' });
  for (const page of Object.values(COMPLAINT_PAGES).flat()) {
    site.app.get(`/${page.name}`, (_request, reply) => sendHtml(reply, renderPage(page)));
    site.app.post(`/${page.name}/orders`, (request, reply) => {
      const placed = order.parse(readJson(request));
      orders.set(page.name, placed);
      return reply.send({ faults: listFaults(placed, page.country) });
    });
  }
  await site.listen();
  const { port } = new URL(site.origin());
  return {
    url: ({ name }) => `http://${name}.localhost:${port}/${name}`,
    lastOrder: ({ name }) => orders.get(name) ?? null,
    close: site.close,
  };
}

const STYLE = trustHtml(
  '<style>body{font:16px sans-serif;margin:24px;max-width:640px}label,fieldset{display:block;margin:8px 0}input,select,textarea{font:inherit;padding:4px}</style>',
);

function renderPage({ name, language, fields, script, client }: ComplaintPage) {
  return html`<html lang="${language}"><head><meta charset="utf-8"><title>${name}</title>${STYLE}</head><body>
<h1>Checkout</h1><form id="order" novalidate><h2>Delivery</h2>${trustHtml(fields)}<div id="root"></div>
<button type="submit">Place order</button></form><p>Order total: <b>$48.00</b></p><p id="answer" role="status"></p>
<script src="/order-client.js"></script>
${script ? trustHtml(`<script type="module">${script}</script>`) : ''}
${client ? trustHtml(`<script type="module" src="/clients/${name}.js"></script>`) : ''}</body></html>`;
}
