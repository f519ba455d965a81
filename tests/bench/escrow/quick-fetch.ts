import { Agent, request } from 'node:http';

/**
 * As much of `fetch` as the client of the contract uses, over kept connections to the loopback address; requests go to
 * `ports` in turns.
 */
export function makeQuickFetch(ports: readonly number[]): { fetch: typeof globalThis.fetch; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  let turn = 0;
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    const { pathname, search, host } = new URL(String(input));
    const headers = { ...(init.headers as Record<string, string>), host };
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    turn += 1;
    const port = ports[turn % ports.length];
    const path = pathname + search;
    const method = init.method ?? 'GET';
    const signal = init.signal ?? undefined;
    const options = { agent, host: '127.0.0.1', port, method, path, headers, ...(signal && { signal }) };
    const call = request(options, answer => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => resolve(toResponse(answer.statusCode ?? 0, Buffer.concat(chunks))));
    });
    call.on('error', reject);
    call.end(init.body ?? undefined);
    return await promise;
  };
  return { fetch, close: () => agent.destroy() };
}

function toResponse(status: number, body: Buffer): Response {
  const ok = status >= 200 && status < 300;
  return { ok, status, json: async () => JSON.parse(body.toString()) } as Response;
}
