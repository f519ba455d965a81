import { chmodSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Clock, Logger, Random } from '../app/services.ts';
import { errorCodeOf } from '../storage/jobs/retry-policy.ts';
import type { VaultAddress } from './address.ts';
import { makeCallerCheck } from './caller-check.ts';
import { CallBody, type CallHead, openMessage, type Party, sealMessage } from './channel.ts';
import { KEEPER_CALLS, type Keeper, type KeeperCall } from './keeper.ts';

export interface ServePorts {
  keeper: Keeper;
  parties: readonly Party[];
  /** Real time: calls are judged by it. */
  clock: Clock;
  random: Random;
  log: Logger;
  /** Of one party. */
  callsPerSecond: number;
}

/** More than any record takes, sealed twice. */
const MOST_BYTES = 65_536;
const MOST_CONNECTIONS = 256;
const READ_WITHIN_MS = 10_000;

const Head = z.object({
  'wayveil-party': z.string().max(64),
  'wayveil-at': z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  'wayveil-nonce': z.string().regex(/^[\da-f]{32}$/),
});

/** A call that is answered by a status alone: who sent it proved nothing, so it learns nothing. */
class RejectedCall extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** Answers the calls of servers that share a key with us, and of nobody else. */
export async function serveKeeper(
  ports: ServePorts,
  address: VaultAddress,
): Promise<{ address: VaultAddress; close(): Promise<void> }> {
  const check = makeCallerCheck(ports.callsPerSecond);
  const server = createServer({ requestTimeout: READ_WITHIN_MS, headersTimeout: READ_WITHIN_MS });
  server.maxConnections = MOST_CONNECTIONS;
  server.on('request', (request, response) => {
    answerCall(ports, check, request).then(
      sealed => response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(sealed),
      (fault: unknown) => reject(ports.log, response, fault),
    );
  });
  const { promise, resolve, reject: fail } = Promise.withResolvers<void>();
  server.once('error', fail);
  if ('socketPath' in address) rmSync(address.socketPath, { force: true });
  server.listen('socketPath' in address ? { path: address.socketPath } : address, resolve);
  await promise;
  if ('socketPath' in address) chmodSync(address.socketPath, 0o600);
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const close = async () => {
    const closed = Promise.withResolvers<void>();
    server.close(() => closed.resolve());
    server.closeAllConnections();
    await closed.promise;
  };
  return { address: 'socketPath' in address ? address : { host: address.host, port }, close };
}

function reject(log: Logger, response: ServerResponse, fault: unknown): void {
  if (fault instanceof RejectedCall) log.warn('vault_call_rejected', { code: fault.code });
  else log.error('vault_call_failed', { code: errorCodeOf(fault) });
  response.writeHead(fault instanceof RejectedCall ? fault.status : 500, { connection: 'close' }).end();
}

async function answerCall(
  ports: ServePorts,
  check: ReturnType<typeof makeCallerCheck>,
  request: IncomingMessage,
): Promise<Buffer> {
  const decoded = Head.safeParse(request.headers);
  if (!decoded.success) throw new RejectedCall(400, 'head_missing');
  const { 'wayveil-party': id, 'wayveil-at': atMs, 'wayveil-nonce': nonce } = decoded.data;
  const head: CallHead = { party: id, atMs, nonce };
  const party = ports.parties.find(one => one.id === id);
  const sealed = await readBody(request);
  const body = party && CallBody.safeParse(openMessage('request', party, head, sealed));
  if (!party || !body?.success) throw new RejectedCall(401, 'party_unknown');
  const admission = check.admit(head, ports.clock());
  if (admission !== 'admitted') throw new RejectedCall(admission === 'too_many' ? 429 : 401, admission);
  const answer = await ask(ports.keeper, body.data);
  return sealMessage('answer', party, head, answer, ports.random);
}

async function ask(keeper: Keeper, { call, ask: asked }: z.output<typeof CallBody>): Promise<unknown> {
  if (!isCall(call)) throw new RejectedCall(400, 'call_unknown');
  const decoded = KEEPER_CALLS[call].ask.safeParse(asked);
  if (!decoded.success) throw new RejectedCall(400, 'call_invalid');
  return await keeper[call](decoded.data as never);
}

function isCall(text: string): text is KeeperCall {
  return Object.hasOwn(KEEPER_CALLS, text);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new RejectedCall(413, 'too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
