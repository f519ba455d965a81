import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { makeOpenStreams, STREAMS_AT_MOST } from './open-streams.ts';
import { RefusedCall } from './problem.ts';
import { sendEvents } from './send-events.ts';

async function* never() {
  yield {};
  await new Promise(() => undefined);
}

/** A server whose every path is a stream of the party that the path names. */
async function serveStreams() {
  const app = fastify({ forceCloseConnections: true });
  const streams = makeOpenStreams();
  const stopping = new AbortController();
  app.setErrorHandler((fault, _request, reply) =>
    reply.code(fault instanceof RefusedCall ? 429 : 500).send(),
  );
  app.get('/:party', (request, reply) => {
    streams.hold((request.params as { party: string }).party, reply);
    const source = { results: never(), schema: z.object({}), signal: stopping.signal };
    return sendEvents(reply, { ...source, onFault: () => undefined });
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    stopping.abort();
    await app.close();
  });
  const { port } = app.server.address() as AddressInfo;
  return async (party: string) => {
    const caller = new AbortController();
    const { status } = await fetch(`http://127.0.0.1:${port}/${party}`, { signal: caller.signal });
    return { status, leave: () => caller.abort() };
  };
}

test('a party holds so many streams and no more, until one of them is closed', async () => {
  const open = await serveStreams();
  const held = await Promise.all(Array.from({ length: STREAMS_AT_MOST }, () => open('shop')));
  expect(held.map(({ status }) => status)).toEqual(held.map(() => 200));
  expect((await open('shop')).status).toBe(429);
  expect((await open('another')).status).toBe(200);
  held[0]?.leave();
  await expect.poll(async () => (await open('shop')).status, { timeout: 30_000 }).toBe(200);
  expect((await open('shop')).status).toBe(429);
});
