import type { AddressInfo } from 'node:net';
import fastify from 'fastify';

/** One call that a stub got. */
export interface StubCall {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** As it came. */
  readonly body: string;
}

/** Stands for the wallet server in the unit tests of the fakes: answers what it is told to, and remembers. */
export interface StubServer {
  readonly origin: string;
  calls(): readonly StubCall[];
  close(): Promise<void>;
}

/** `answer` gives status and body; a promise that stays open is a server that never answers. */
export async function startStubServer(
  answer: (call: StubCall) => Promise<{ status: number; body: unknown }>,
): Promise<StubServer> {
  const app = fastify({ forceCloseConnections: true });
  const calls: StubCall[] = [];
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.all('/*', async (request, reply) => {
    const { method, url, headers } = request;
    const call = { method, url, headers, body: typeof request.body === 'string' ? request.body : '' };
    calls.push(call);
    const { status, body } = await answer(call);
    return reply.code(status).send(body);
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, calls: () => calls, close: () => app.close() };
}
