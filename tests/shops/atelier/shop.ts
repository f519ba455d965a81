import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listLines, type OrderLine, sumLines } from '../basket.ts';
import { toExpiryDate } from '../checks.ts';
import { createMemberDesk } from '../member-desk.ts';
import type { OrderDraft } from '../order.ts';
import type { OrderDesk } from '../order-desk.ts';
import type { Shop, ShopOptions } from '../shop.ts';
import { createSite, readJson } from '../site.ts';
import { bundleAtelier } from './bundle.ts';
import { PRODUCTS } from './catalogue.ts';
import { checkStep } from './check-step.ts';
import { type CheckoutData, EMPTY, type Errors, SHIPPING_MINOR, STEPS } from './steps.ts';

const HOST = 'atelier-lindgruen.localhost';

const MERCHANT = {
  id: 'LINDGRUEN000001',
  name: 'Atelier Lindgruen',
  city: 'Leipzig',
  country: 'DE',
  mcc: '5719',
  host: HOST,
};

const submission = z.object({
  data: z.record(z.string(), z.string()).transform((fields): CheckoutData => ({ ...EMPTY, ...fields })),
  basket: z.record(z.string(), z.number().int().positive()),
});

/** Atelier Lindgrün: German, euros, a React application of four steps with controlled inputs. */
export async function startAtelierShop(options: ShopOptions): Promise<Shop> {
  const { clock = Date.now } = options;
  const site = createSite(HOST);
  const traits = { prefix: 'AL', merchant: MERCHANT, capture: 'at_shipping', locale: 'de-DE' } as const;
  const { desk, open } = createMemberDesk(site, options, traits);
  await site.app.register(fastifyStatic, { root: await bundleAtelier() });
  addCheckout(site.app, desk, clock);
  return open(options.port);
}

function addCheckout(app: FastifyInstance, desk: OrderDesk, clock: () => number): void {
  app.post<{ Params: { step: string } }>('/api/kasse/:step', (request, reply) => {
    const posted = submission.safeParse(readJson(request));
    const step = STEPS.find(name => name === request.params.step);
    if (!posted.success || !step) return reply.code(400).send({ errors: { form: 'Ungültige Anfrage.' } });
    return reply.send(answerErrors(checkStep(step, posted.data.data, clock())));
  });
  app.post('/api/bestellungen', async (request, reply) => {
    const posted = submission.safeParse(readJson(request));
    if (!posted.success) return reply.code(400).send({ errors: { form: 'Ungültige Anfrage.' } });
    const { data, basket } = posted.data;
    const lines = listLines(new Map(Object.entries(basket)), PRODUCTS);
    const errors = checkStep('pruefen', data, clock());
    if (lines.length === 0 || Object.keys(errors).length > 0) {
      return reply.send({ errors: { form: 'Bitte prüfen Sie Ihre Angaben.', ...errors } });
    }
    const [month = '', year = ''] = data.gueltigBis.split('/').map(part => part.trim());
    const card = {
      number: data.kartennummer.replaceAll(/\D/g, ''),
      expiryDate: toExpiryDate(month, year),
      csc: data.pruefziffer,
      name: data.karteninhaber,
    };
    const placed = await desk.payByCard(draftOrder(lines, data), { card });
    if ('declined' in placed) return reply.send({ errors: { form: 'Ihre Karte wurde abgelehnt.' } });
    return reply.send({ orderNumber: placed.number });
  });
}

function answerErrors(errors: Errors): { errors?: Errors } {
  return Object.keys(errors).length > 0 ? { errors } : {};
}

function draftOrder(lines: readonly OrderLine[], data: CheckoutData): OrderDraft {
  const { kartennummer: _number, gueltigBis: _expiry, pruefziffer: _csc, ...fields } = data;
  const totalMinor = sumLines(lines) + SHIPPING_MINOR;
  return { lines, shippingMinor: SHIPPING_MINOR, totalMinor, currency: 'EUR', email: data.email, fields };
}
