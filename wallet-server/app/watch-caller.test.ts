import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { makeOpenStreams, STREAMS_AT_MOST } from './open-streams.ts';
import { sendEvents } from './send-events.ts';
import { watchCaller } from './watch-caller.ts';

/** A caller of a server that answers nothing by itself; `leave` resolves once the server has noticed. */
async function callServer() {
  const responses: ServerResponse[] = [];
  const server = createServer((_request, response) => responses.push(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const caller = new AbortController();
  const { port } = server.address() as AddressInfo;
  const answered = fetch(`http://127.0.0.1:${port}/`, { signal: caller.signal }).catch(() => null);
  await once(server, 'request');
  const [response] = responses;
  if (!response) throw new Error('nobody called');
  const leave = async () => {
    const closed = once(response, 'close');
    caller.abort();
    await closed;
  };
  return { response, answered, leave };
}

test('a caller who leaves is told of, whether somebody watched already or not', async () => {
  const before = await callServer();
  const watched = watchCaller(before.response);
  expect(watched.aborted).toBe(false);
  await before.leave();
  expect(watched.aborted).toBe(true);
  const after = await callServer();
  await after.leave();
  expect(watchCaller(after.response).aborted).toBe(true);
});

test('a caller who was answered did not leave', async () => {
  const { response, answered } = await callServer();
  const watched = watchCaller(response);
  const closed = once(response, 'close');
  response.end('done');
  await (await answered)?.text();
  await closed;
  expect(watched.aborted).toBe(false);
  expect(watchCaller(response).aborted).toBe(false);
});

test('who left before a stream began holds none: its source is not asked, and others may open as many as before', async () => {
  const app = fastify({ forceCloseConnections: true });
  const streams = makeOpenStreams();
  const asked: string[] = [];
  let waiting = Promise.withResolvers<void>();
  async function* ask(name: string, signal: AbortSignal) {
    if (!signal.aborted) asked.push(name);
    yield {};
    await new Promise(resolve => signal.addEventListener('abort', resolve));
  }
  app.get('/:name', {
    // As the check of a credential takes its time.
    preValidation: async (request, reply) => {
      if (!request.url.endsWith('left')) return;
      waiting.resolve();
      await once(reply.raw, 'close');
    },
    handler: (request, reply) => {
      const signal = watchCaller(reply.raw);
      streams.hold('shop', reply);
      const results = ask(request.url, signal);
      return sendEvents(reply, { results, schema: z.object({}), signal, onFault: () => undefined });
    },
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => app.close());
  const { port } = app.server.address() as AddressInfo;
  const open = (name: string, signal: AbortSignal) => fetch(`http://127.0.0.1:${port}/${name}`, { signal });
  for (let count = 0; count < STREAMS_AT_MOST; count += 1) {
    waiting = Promise.withResolvers();
    const caller = new AbortController();
    const left = open('left', caller.signal).catch(() => null);
    await waiting.promise;
    caller.abort();
    await left;
  }
  const here = new AbortController();
  onTestFinished(() => here.abort());
  const held = await Promise.all(
    Array.from({ length: STREAMS_AT_MOST }, () => open('here', here.signal).then(({ status }) => status)),
  );
  expect(held).toEqual(held.map(() => 200));
  expect(asked).toEqual(held.map(() => '/here'));
});
