import { get as getHttp, Agent as HttpAgent, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { get as getHttps, Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

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
/** As long as a server that was asked too often may have us wait, and how often. */
const LONGEST_WAIT_MS = 60_000;
const WAITS = 30;

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
    read: path => readPatiently(new URL(path, origin), secure ? getHttps : getHttp, options),
    close: () => agent.destroy(),
  };
}

/** Waits where the server says so (RFC 6585, section 4): a whole log is more than it gives in a minute. */
async function readPatiently(
  url: URL,
  get: typeof getHttp,
  options: RequestOptions,
): Promise<Uint8Array<ArrayBuffer> | null> {
  for (let waits = 0; ; waits += 1) {
    const answer = await readUrl(url, get, options);
    if (answer === null || !('waitMs' in answer)) return answer;
    if (waits >= WAITS) throw new LogUnreachable(url.href, new Error('asked too often'));
    await pause(answer.waitMs);
  }
}

type Answer = Uint8Array<ArrayBuffer> | null | { waitMs: number };

async function readUrl(url: URL, get: typeof getHttp, options: RequestOptions): Promise<Answer> {
  const answer = Promise.withResolvers<Answer>();
  const fail = (cause: unknown) => answer.reject(new LogUnreachable(url.href, cause));
  const request = get(url, options, response => {
    const chunks: Buffer[] = [];
    response.on('data', chunk => chunks.push(chunk));
    response.on('error', fail);
    response.on('end', () => {
      if (response.statusCode === 200) answer.resolve(new Uint8Array(Buffer.concat(chunks)));
      else if (response.statusCode === 404) answer.resolve(null);
      else if (response.statusCode === 429) answer.resolve({ waitMs: readWait(response.headers) });
      else fail(new Error(`status ${response.statusCode}`));
    });
  });
  request.on('timeout', () => request.destroy(new Error('no answer in time')));
  request.on('error', fail);
  return await answer.promise;
}

function readWait(headers: IncomingHttpHeaders): number {
  const seconds = Number(headers['retry-after'] ?? 1);
  return Math.min(LONGEST_WAIT_MS, Math.max(1, Number.isFinite(seconds) ? seconds : 1) * 1000);
}
