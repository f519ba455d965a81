import { Agent, request } from 'node:http';
import type { Clock, Logger, Random } from '../app/services.ts';
import { errorCodeOf } from '../storage/jobs/retry-policy.ts';
import type { VaultAddress } from './address.ts';
import { type CallHead, openMessage, type Party, sealMessage } from './channel.ts';
import { KEEPER_CALLS, type Keeper, type KeeperAnswer, type KeeperAsk, type KeeperCall } from './keeper.ts';

export interface ReachPorts {
  address: VaultAddress;
  /** Who we are to the vault. */
  party: Party;
  /** Real time: the vault judges calls by it. */
  clock: Clock;
  random: Random;
  log: Logger;
  /** @default 4000 */
  answerWithinMs?: number;
}

/** More than any answer takes. */
const MOST_BYTES = 65_536;
const MOST_CONNECTIONS = 32;
const MOST_WAITING = 512;
/** After a failure nobody is made to wait for the next one for so long. */
const PAUSE_MS = 200;
const UNREACHABLE = { refused: 'unreachable' } as const;

/** The keeper in a process of its own (S6). Whatever is wrong with the way there, it is unreachable, and never wrong. */
export function reachKeeper(ports: ReachPorts): Keeper & { close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS });
  const state = { waiting: 0, pausedUntilMs: 0, isAway: false };
  const tell = (isAway: boolean, fault?: unknown) => {
    if (isAway && !state.isAway) ports.log.error('vault_away', { code: errorCodeOf(fault) });
    if (!isAway && state.isAway) ports.log.info('vault_back');
    state.isAway = isAway;
  };
  const reach =
    <Call extends KeeperCall>(call: Call) =>
    async (ask: KeeperAsk<Call>): Promise<KeeperAnswer<Call> | typeof UNREACHABLE> => {
      if (state.waiting >= MOST_WAITING || performance.now() < state.pausedUntilMs) return UNREACHABLE;
      state.waiting += 1;
      try {
        const answer = KEEPER_CALLS[call].answer
          .or(RefusedUnreachable)
          .parse(await send(ports, agent, { call, ask }));
        tell(false);
        return answer as KeeperAnswer<Call>;
      } catch (fault) {
        state.pausedUntilMs = performance.now() + PAUSE_MS;
        tell(true, fault);
        return UNREACHABLE;
      } finally {
        state.waiting -= 1;
      }
    };
  return {
    describe: reach('describe'),
    keep: reach('keep'),
    find: reach('find'),
    erase: reach('erase'),
    mend: reach('mend'),
    close: () => agent.destroy(),
  };
}

const RefusedUnreachable = KEEPER_CALLS.find.answer.options[2];

class VaultAnswerError extends Error {
  readonly code: string;
  constructor(code: string) {
    super('the vault did not answer the call');
    this.code = code;
  }
}

async function send(ports: ReachPorts, agent: Agent, body: { call: string; ask: unknown }): Promise<unknown> {
  const { party, clock, random, address } = ports;
  const nonce = Buffer.from(random(16)).toString('hex');
  const head: CallHead = { party: party.id, atMs: clock(), nonce };
  const sealed = sealMessage('request', party, head, body, random);
  const headers = {
    ...{ 'wayveil-party': head.party, 'wayveil-at': String(head.atMs), 'wayveil-nonce': nonce },
    ...{ 'content-type': 'application/octet-stream', 'content-length': sealed.length },
  };
  const signal = AbortSignal.timeout(ports.answerWithinMs ?? 4000);
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const call = request({ ...address, agent, method: 'POST', path: '/', headers, signal });
  call.on('error', reject);
  call.on('response', response => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) call.destroy(new VaultAnswerError('answer_too_large'));
      chunks.push(chunk);
    });
    response.on('error', reject);
    response.on('end', () => {
      if (response.statusCode === 200) resolve(Buffer.concat(chunks));
      else reject(new VaultAnswerError(`status_${response.statusCode}`));
    });
  });
  call.end(sealed);
  const answer = openMessage('answer', party, head, await promise);
  if (answer === null) throw new VaultAnswerError('answer_unproved');
  return answer;
}
