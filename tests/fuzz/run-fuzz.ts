import fc from 'fast-check';
import type { FuzzWorld } from './fuzz-world.ts';
import { type FuzzedCall, makeCalls } from './fuzzed-call.ts';
import { judgeAnswer } from './judge-answer.ts';
import { MARK } from './schema-arbitrary.ts';

export interface FuzzTally {
  calls: number;
  /** How many calls had each status. */
  statuses: Map<number, number>;
  /** Operations that at least one call went well on. */
  succeeded: Set<string>;
}

/** Calls; by then most purchases of the slots are over. */
const REFILL_AFTER = 100;

/** Longer than this a call hangs. */
const HANG_MS = 20_000;

/**
 * Sends `calls` calls of chance and judges every answer, what was logged, and in the end the books.
 * @throws Error with the shortest call that was found wrong, and the seed that finds it again.
 */
export async function runFuzz(
  world: FuzzWorld,
  { calls, seed }: { calls: number; seed: number },
): Promise<FuzzTally> {
  const tally: FuzzTally = { calls: 0, statuses: new Map(), succeeded: new Set() };
  const property = fc.asyncProperty(makeCalls(world.pool), async call => {
    if (tally.calls % REFILL_AFTER === 0) await world.refill();
    const problem = await sendAndJudge(world, call, tally);
    tally.calls += 1;
    if (problem) throw new Error(`${call.operation}: ${problem}`);
  });
  await fc.assert(property, { numRuns: calls, seed, endOnFailure: false });
  const differences = await world.escrow.readDifferences();
  if (differences.some(difference => difference !== 0n)) throw new Error('the books do not balance');
  return tally;
}

async function sendAndJudge(world: FuzzWorld, call: FuzzedCall, tally: FuzzTally): Promise<string | null> {
  const { lines } = world.escrow.app.log;
  lines.length = 0;
  const answer = await Promise.race([world.send(call), hang()]);
  if (answer === 'hung') return 'no answer';
  tally.statuses.set(answer.status, (tally.statuses.get(answer.status) ?? 0) + 1);
  if (answer.status < 300) tally.succeeded.add(call.operation);
  if (call.signed && answer.status === 401) await world.renew();
  const said = lines.join('\n');
  if ([MARK, ...world.secrets].some(word => said.includes(word))) return 'the log repeats what was sent';
  return judgeAnswer(call.operation, answer, world.secrets);
}

function hang(): Promise<'hung'> {
  return new Promise(resolve => {
    setTimeout(resolve, HANG_MS, 'hung').unref();
  });
}
