import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { sendEvents } from './send-events.ts';

const schema = z.object({ version: z.int() });

async function stream(results: AsyncIterable<unknown>, signal: AbortSignal) {
  const app = fastify();
  onTestFinished(async () => app.close());
  const faults: unknown[] = [];
  app.get('/', (_request, reply) =>
    sendEvents(reply, { results, schema, signal, onFault: fault => faults.push(fault) }),
  );
  const answer = await app.inject('/');
  return { answer, faults };
}

test('S36: each result is one event, with what the contract names and no more', async () => {
  async function* results() {
    yield { version: 1, secret: 'x' };
    yield { version: 2 };
  }
  const { answer } = await stream(results(), new AbortController().signal);
  expect(answer.headers['content-type']).toBe('text/event-stream');
  expect(answer.body).toBe(': open\n\ndata: {"version":1}\n\ndata: {"version":2}\n\n');
});

test('a stream ends when its session is over, though its source goes on', async () => {
  const over = new AbortController();
  async function* results() {
    yield { version: 1 };
    await turn();
    over.abort();
    await new Promise(() => undefined);
  }
  const { answer } = await stream(results(), over.signal);
  expect(answer.body).toContain('data: {"version":1}');
});

test('a stream whose session was over before it began ends at once, and asks its source for nothing', async () => {
  let asked = false;
  async function* results() {
    asked = true;
    yield { version: 1 };
    await new Promise(() => undefined);
  }
  const { answer } = await stream(results(), AbortSignal.abort());
  expect(answer.body).toBe(': open\n\n');
  expect(asked).toBe(false);
});

test('a source that breaks ends the stream and is told to the server', async () => {
  async function* results() {
    yield { version: 1 };
    throw new Error('broken');
  }
  const { answer, faults } = await stream(results(), new AbortController().signal);
  expect(answer.body).toContain('data: {"version":1}');
  expect(faults).toHaveLength(1);
});

test('a caller who reads nothing is dropped before what waits for them grows', async () => {
  const app = fastify();
  onTestFinished(async () => app.close());
  const left = Promise.withResolvers<void>();
  async function* results() {
    try {
      for (;;) {
        yield { text: 'x'.repeat(60_000) };
        await turn();
      }
    } finally {
      left.resolve();
    }
  }
  const said = { results: results(), schema: z.object({ text: z.string() }) };
  app.get('/', (_request, reply) =>
    sendEvents(reply, { ...said, signal: new AbortController().signal, onFault: () => undefined }),
  );
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const caller = connect(Number(port), '127.0.0.1').on('error', () => undefined);
  onTestFinished(() => void caller.destroy());
  caller.write('GET / HTTP/1.1\r\nHost: wallet.localhost\r\n\r\n');
  await left.promise;
  caller.resume();
  await once(caller, 'close');
});
