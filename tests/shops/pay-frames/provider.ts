import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type PaymentCard, paymentRequest } from '#tests/world/acquirer-protocol.ts';
import { readJsonBody } from '#tests/world/signed-post.ts';
import { isCardNumber, isCsc, isExpiry, toExpiryDate } from '../checks.ts';
import { createSite, type RecordedRequest, readJson, readText, sendHtml, serveText } from '../site.ts';
import { findField, renderField } from './field-page.ts';

/** A payment provider whose card fields stand in frames of its own on other people's checkouts. */
export interface PayFrames {
  /** Origin of its script and frames, as a browser sees it. */
  readonly origin: string;
  /** Where shops' servers send payments by token. */
  readonly loopbackOrigin: string;
  requests(): readonly RecordedRequest[];
  close(): Promise<void>;
}

export interface PayFramesOptions {
  readonly acquirerOrigin: string;
  readonly port?: number;
  readonly clock?: () => number;
}

const typedCard = z.object({ number: z.string(), expiry: z.string(), csc: z.string(), name: z.string() });
const paymentByToken = paymentRequest.omit({ card: true }).extend({ token: z.string() });

/**
 * Serves `/v1/pay-frames.js` and the four fields, gives tokens (`POST /v1/tokens`), and passes payments by token
 * and their captures and refunds on to the acquirer.
 */
export async function startPayFrames(options: PayFramesOptions): Promise<PayFrames> {
  const { acquirerOrigin, clock = Date.now } = options;
  const site = createSite('pay-frames.localhost');
  const { app } = site;
  const vault = new Map<string, PaymentCard>();
  const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
  serveText(app, '/v1/pay-frames.js', 'text/javascript', read('pay-frames-client.js'));
  serveText(app, '/v1/field.js', 'text/javascript', read('field-client.js'));
  app.get<{ Querystring: { kind?: string } }>('/v1/field', ({ query }, reply) => {
    const field = findField(query.kind);
    return field ? sendHtml(reply, renderField(field)) : reply.code(404).send();
  });
  app.post('/v1/tokens', (request, reply) => {
    const card = typedCard.safeParse(readJson(request));
    const invalid = card.success ? listInvalid(card.data, clock()) : ['number'];
    if (!card.success || invalid.length > 0) return reply.code(422).send({ invalid });
    const token = `tok_${randomUUID().replaceAll('-', '')}`;
    const kept = toPaymentCard(card.data);
    vault.set(token, kept);
    return reply.code(201).send({ token, lastFour: kept.number.slice(-4) });
  });
  const pass = async (path: string, body: string, reply: FastifyReply): Promise<FastifyReply> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(new URL(path, acquirerOrigin), { method: 'POST', headers, body });
    return reply.code(answer.status).send(await readJsonBody(answer));
  };
  app.post('/payments', async (request, reply) => {
    const payment = paymentByToken.safeParse(readJson(request));
    const card = payment.success ? vault.get(payment.data.token) : undefined;
    if (!payment.success || !card) return reply.code(400).send({ error: 'token_unknown' });
    vault.delete(payment.data.token);
    return pass('/payments', JSON.stringify({ ...payment.data, card }), reply);
  });
  app.post('/payments/:id/:step', (request, reply) => pass(request.url, readText(request), reply));
  await site.listen(options.port);
  return {
    origin: site.origin(),
    loopbackOrigin: site.loopbackOrigin(),
    requests: site.requests,
    close: site.close,
  };
}

type TypedCard = z.infer<typeof typedCard>;

function listInvalid(card: TypedCard, nowMs: number): string[] {
  const [month = '', year = ''] = splitExpiry(card.expiry);
  return [
    ...(isCardNumber(card.number) ? [] : ['number']),
    ...(isExpiry(month, year, nowMs) ? [] : ['expiry']),
    ...(isCsc(card.csc) ? [] : ['csc']),
    ...(card.name.trim().length > 1 ? [] : ['name']),
  ];
}

function toPaymentCard({ number, expiry, csc, name }: TypedCard): PaymentCard {
  const [month = '', year = ''] = splitExpiry(expiry);
  return { number: number.replaceAll(/\D/g, ''), expiryDate: toExpiryDate(month, year), csc, name };
}

function splitExpiry(expiry: string): string[] {
  return expiry.split('/').map(part => part.trim());
}
