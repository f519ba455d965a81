import { type LookupAddress, lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-addresses.ts';

const TIME_LIMIT_MS = 10_000;
const MAX_ANSWER_BYTES = 65_536;

/** The address is one of ours or of a private network. */
export class PrivateAddressError extends Error {
  readonly code = 'address_private';
}

export interface WebhookPost {
  url: string;
  headers: Record<string, string>;
  body: string;
  toPrivateHosts: boolean;
  signal: AbortSignal;
}

/**
 * Posts once and gives back the status. Redirects are not followed, the answer's body is read to a limit and dropped.
 * The name is resolved once, and the connection goes to the address that was checked.
 * @throws PrivateAddressError, or the fault of network or time limit.
 */
export async function postWebhook(post: WebhookPost): Promise<number> {
  const url = new URL(post.url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is connected to without being looked up.
  if (isIP(host) && !post.toPrivateHosts && isPrivateAddress(host))
    throw new PrivateAddressError('a webhook goes to a private address');
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const signal = AbortSignal.any([post.signal, AbortSignal.timeout(TIME_LIMIT_MS)]);
  return await new Promise((resolve, reject) => {
    const options = { method: 'POST', headers: post.headers, signal, agent: false as const };
    const request = send(url, { ...options, lookup: makeLookup(post.toPrivateHosts) }, answer => {
      drain(answer).then(() => resolve(answer.statusCode ?? 0), reject);
    });
    request.on('error', reject);
    request.end(post.body);
  });
}

async function drain(answer: IncomingMessage): Promise<void> {
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_ANSWER_BYTES) return void answer.destroy();
  }
}

/** Looks a name up and refuses private addresses. `*.localhost` is loopback (RFC 6761), which resolvers do not all know. */
function makeLookup(toPrivateHosts: boolean): LookupFunction {
  return (hostname, options, callback) => {
    const answer = (fault: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => {
      const [first] = addresses;
      const refused = !toPrivateHosts && addresses.some(({ address }) => isPrivateAddress(address));
      if (refused) return callback(new PrivateAddressError('a webhook goes to a private address'), '', 4);
      if (fault || !first) return callback(fault ?? new Error('a webhook has no address'), '', 4);
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    };
    if (/(^|\.)localhost$/i.test(hostname)) return answer(null, [{ address: '127.0.0.1', family: 4 }]);
    lookup(hostname, { ...options, all: true }, answer);
  };
}
