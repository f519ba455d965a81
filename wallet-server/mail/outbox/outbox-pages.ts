import { isIP } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ParsedMail, simpleParser } from 'mailparser';
import { z } from 'zod';
import type { Services } from '../../app/services.ts';
import { type OutboxEntry, renderMissing, renderOutbox, renderOutboxMail } from './outbox-html.ts';
import { findInOutbox, listOutbox, type OutboxMail } from './outbox-mails.ts';

const LIMIT = 200;
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'";
const ById = z.object({ mailId: z.uuid() });

/** One mail as `GET /outbox.json` gives it, for tests and the demo. */
export interface OutboxMailJson extends OutboxEntry {
  replyTo: string;
  messageId: string;
  text: string;
  html: string | null;
  /** The whole message (RFC 5322), base64. */
  raw: string;
}

/**
 * The pages of the embedded outbox, for callers on this machine only: they show mail as it would have gone out, with
 * real mailboxes and codes. Register them only while no relay is set.
 */
export async function registerOutboxPages(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(async pages => {
    pages.addHook('onRequest', async (request, reply) => {
      if (!isFromThisMachine(request)) return reply.code(404).type('text/plain').send('Not found\n');
    });
    pages.get('/outbox', async (_request, reply) => {
      const mails = await readAll(services);
      return sendPage(reply, renderOutbox(mails.map(({ entry }) => entry)));
    });
    pages.get('/outbox.json', async () => {
      const mails = await readAll(services);
      return { mails: mails.map(toJson) };
    });
    pages.get('/outbox/:mailId', async (request, reply) => {
      const { data } = ById.safeParse(request.params);
      const mail = data && (await findInOutbox(services, data.mailId));
      if (!mail) return sendPage(reply.code(404), renderMissing());
      const { entry, parsed } = await readMail(mail);
      return sendPage(reply, renderOutboxMail(entry, parsed));
    });
  });
}

/**
 * Loopback callers that name this machine: a name that points here from elsewhere (DNS rebinding) is refused, and so
 * is everything that a proxy brought.
 */
function isFromThisMachine({ headers, raw }: FastifyRequest): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  if (!isLoopback(raw.socket.remoteAddress ?? '')) return false;
  const host = (headers.host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return host === 'localhost' || host.endsWith('.localhost') || isLoopback(host);
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

interface ReadOutboxMail {
  entry: OutboxEntry;
  parsed: ParsedMail;
  raw: Buffer;
}

async function readAll(services: Services): Promise<ReadOutboxMail[]> {
  return Promise.all((await listOutbox(services, LIMIT)).map(readMail));
}

async function readMail({ id, createdAtMs, envelope, raw }: OutboxMail): Promise<ReadOutboxMail> {
  const parsed = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
  const from = parsed.from?.value[0];
  const entry = {
    ...{ id, createdAtMs, to: envelope.to, from: parsed.from?.text.replaceAll('"', '') ?? '' },
    fromName: from?.name || (from?.address ?? ''),
    subject: parsed.subject ?? '',
  };
  return { entry, parsed, raw };
}

function toJson({ entry, parsed, raw }: ReadOutboxMail): OutboxMailJson {
  return {
    ...entry,
    replyTo: parsed.replyTo?.value[0]?.address ?? '',
    messageId: parsed.messageId ?? '',
    text: parsed.text ?? '',
    html: parsed.html === false ? null : parsed.html,
    raw: raw.toString('base64'),
  };
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(html);
}
