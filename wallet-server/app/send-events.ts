import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';

/** Proxies and browsers give up on a silent connection after a minute. */
const HEARTBEAT_MS = 15_000;
/** Beyond what the network takes. Whoever reads so little is dropped, and may come again for what is then. */
const UNREAD_AT_MOST_BYTES = 256 * 1024;

export interface EventSource {
  results: AsyncIterable<unknown>;
  schema: z.ZodType;
  /** Ends the stream: the caller is gone, the session is over, or the server stops. */
  signal: AbortSignal;
  /** Called with whatever breaks the stream from our side. */
  onFault(fault: unknown): void;
}

/**
 * Sends each result as a server-sent event (WHATWG HTML, section 9.2) until the source or the signal ends, or the
 * caller leaves too much unread.
 */
export function sendEvents(reply: FastifyReply, source: EventSource): FastifyReply {
  const body = new PassThrough();
  const write = (text: string) => {
    if (body.writableLength <= UNREAD_AT_MOST_BYTES) return void body.write(text);
    body.destroy();
    reply.raw.destroy();
  };
  write(': open\n\n');
  const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT_MS);
  const end = () => {
    clearInterval(heartbeat);
    body.end();
  };
  // An abort is told once: one that was before is looked up.
  if (source.signal.aborted) end();
  else source.signal.addEventListener('abort', end, { once: true });
  body.once('close', end);
  pump(source, body, write)
    .catch(fault => source.onFault(fault))
    .finally(end);
  return reply
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .type('text/event-stream')
    .send(body);
}

async function pump(
  { results, schema, signal }: EventSource,
  body: PassThrough,
  write: (text: string) => void,
): Promise<void> {
  if (signal.aborted) return;
  for await (const result of results) {
    if (signal.aborted || body.destroyed) return;
    write(`data: ${JSON.stringify(schema.parse(result))}\n\n`);
  }
}
