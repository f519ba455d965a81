import { get as getHttp, Agent as HttpAgent, type RequestOptions } from 'node:http';
import { get as getHttps, Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';

/** The log could not be read: nothing is known about it. */
export class LogUnreachable extends Error {
  constructor(url: string, cause: unknown) {
    super(`${url} gave no answer`, { cause });
    this.name = 'LogUnreachable';
  }
}

/** Reads a path below the server's origin; null where it is not found. */
export type ReadServed = (path: string) => Promise<Uint8Array<ArrayBuffer> | null>;

const TIMEOUT_MS = 30_000;

/** Names under `localhost` are this machine (RFC 6761, section 6.3); Node's resolver does not know them. */
const lookupLocal: LookupFunction = (_host, options, done) => {
  if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }]);
  else done(null, '127.0.0.1', 4);
};

/** Opens the log of the server at `origin`; `close` ends the connections. */
export function openServedLog(origin: string): { read: ReadServed; close(): void } {
  const secure = new URL(origin).protocol === 'https:';
  const settings = { keepAlive: true, maxSockets: 8 };
  const agent = secure ? new HttpsAgent(settings) : new HttpAgent(settings);
  const isLocal = new URL(origin).hostname.endsWith('.localhost');
  const options: RequestOptions = { agent, timeout: TIMEOUT_MS, ...(isLocal && { lookup: lookupLocal }) };
  return {
    read: path => readUrl(new URL(path, origin), secure ? getHttps : getHttp, options),
    close: () => agent.destroy(),
  };
}

async function readUrl(
  url: URL,
  get: typeof getHttp,
  options: RequestOptions,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const answer = Promise.withResolvers<Uint8Array<ArrayBuffer> | null>();
  const fail = (cause: unknown) => answer.reject(new LogUnreachable(url.href, cause));
  const request = get(url, options, response => {
    const chunks: Buffer[] = [];
    response.on('data', chunk => chunks.push(chunk));
    response.on('error', fail);
    response.on('end', () => {
      if (response.statusCode === 200) answer.resolve(new Uint8Array(Buffer.concat(chunks)));
      else if (response.statusCode === 404) answer.resolve(null);
      else fail(new Error(`status ${response.statusCode}`));
    });
  });
  request.on('timeout', () => request.destroy(new Error('no answer in time')));
  request.on('error', fail);
  return await answer.promise;
}
