import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Html } from './html.ts';

/** One request as the shop received it; what the canary test searches. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As it came, undecoded. */
  readonly body: string;
}

/** A site of its own (`http://<name>.localhost:PORT`) that remembers every request. */
export interface Site {
  readonly app: FastifyInstance;
  /** Origin as a browser sees it. Known after `listen`. */
  origin(): string;
  /** The same site for callers in Node, whose resolver does not know `*.localhost`. */
  loopbackOrigin(): string;
  requests(): readonly RecordedRequest[];
  listen(port?: number): Promise<void>;
  close(): Promise<void>;
}

/** Every body arrives as text: forms by `readForm`, JSON by `readJson`. */
export function createSite(host: string): Site {
  const app = fastify({ forceCloseConnections: true, bodyLimit: 1_000_000 });
  const requests: RecordedRequest[] = [];
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.addHook('preHandler', async request => {
    requests.push({
      method: request.method,
      url: request.url,
      headers: { ...request.headers },
      body: readText(request),
    });
  });
  const port = (): number => (app.server.address() as AddressInfo).port;
  return {
    app,
    origin: () => `http://${host}:${port()}`,
    loopbackOrigin: () => `http://127.0.0.1:${port()}`,
    requests: () => requests,
    listen: async (wanted = 0) => {
      await app.listen({ host: '127.0.0.1', port: wanted });
    },
    close: () => app.close(),
  };
}

export function readText(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : '';
}

/** Fields of an HTML form, trimmed. */
export function readForm(request: FastifyRequest): Record<string, string> {
  const fields = new URLSearchParams(readText(request));
  return Object.fromEntries([...fields].map(([name, value]) => [name, value.trim()]));
}

/** Undefined when the body is no JSON. */
export function readJson(request: FastifyRequest): unknown {
  try {
    return JSON.parse(readText(request));
  } catch {
    return undefined;
  }
}

export function sendHtml(reply: FastifyReply, page: Html, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(`<!doctype html>\n${page.markup}`);
}

/** A file of ours, read once when the site is built. */
export function serveText(app: FastifyInstance, path: string, type: string, text: string): void {
  app.get(path, (_request, reply) => reply.type(`${type}; charset=utf-8`).send(text));
}
