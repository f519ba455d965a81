import fc from 'fast-check';
import { CONTRACT } from '#shared/api/contract.ts';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { countAnswer, type FuzzTally, makeTally } from './fuzz-tally.ts';
import type { FuzzWorld } from './fuzz-world.ts';
import {
  FUZZED_OPERATIONS,
  type FuzzedCall,
  makeBrokenCalls,
  makeCalls,
  makeRightCall,
} from './fuzzed-call.ts';
import { type Answer, judgeAnswer } from './judge-answer.ts';
import { MARK } from './schema-arbitrary.ts';

/** Calls; by then most purchases of the slots are over. */
const REFILL_AFTER = 100;

/** Longer than this a call hangs. */
const HANG_MS = 20_000;

/**
 * Sends the right call of every operation, then the same as bytes that nobody takes, then `calls` of chance; judges
 * every answer, what was logged, and in the end the books.
 * @throws Error with the shortest call that was found wrong, and the seed that finds it again.
 */
export async function runFuzz(
  world: FuzzWorld,
  { calls, seed, progress }: { calls: number; seed: number; progress?: (line: string) => void },
): Promise<FuzzTally> {
  const tally = makeTally(FUZZED_OPERATIONS);
  for (const operation of FUZZED_OPERATIONS) {
    await sendAndJudge(world, makeRightCall(operation), tally);
    for (const call of makeBrokenCalls(operation)) await sendAndJudge(world, call, tally);
  }
  const state = { count: 0 };
  const property = fc.asyncProperty(makeCalls(world.pool), async call => {
    if (state.count % REFILL_AFTER === 0) await world.refill();
    state.count += 1;
    if (state.count % 1000 === 0) progress?.(`${state.count} calls of ${calls}`);
    await sendAndJudge(world, call, tally);
  });
  await fc.assert(property, { numRuns: calls, seed, endOnFailure: false });
  const differences = await world.escrow.readDifferences();
  if (differences.some(difference => difference !== 0n)) throw new Error('the books do not balance');
  return tally;
}

async function sendAndJudge(world: FuzzWorld, call: FuzzedCall, tally: FuzzTally): Promise<void> {
  const { lines } = world.escrow.app.log;
  lines.length = 0;
  const answers = await Promise.race([sendSignedIn(world, call), hang()]);
  if (answers === 'hung') throw new Error(`${call.operation}: no answer`);
  for (const answer of answers) {
    countAnswer(tally, call, answer);
    const problem = judgeAnswer(call.operation, answer, world.secrets) ?? judgeRight(call, answer);
    if (problem) throw new Error(`${call.operation}: ${problem}`);
  }
  // What is right next is made by the caller's own session.
  if (call.operation === 'signOut') await world.renew();
  const said = lines.join('\n');
  const told = [MARK, ...world.unspoken].find(word => said.includes(word));
  if (told !== undefined) throw new Error(`${call.operation}: the log repeats what was sent or kept`);
  const differs = judgeRepeated(call, answers);
  if (differs) throw new Error(`${call.operation}: ${differs}`);
}

/** Once more where an earlier call had ended the caller's session. */
async function sendSignedIn(world: FuzzWorld, call: FuzzedCall): Promise<Answer[]> {
  const answers = await world.send(call);
  if (!call.signed || !answers.some(({ status }) => status === 401)) return answers;
  await world.renew();
  return await world.send(call);
}

/** A right call is taken. */
function judgeRight(call: FuzzedCall, { status, text }: Answer): string | null {
  const { parts, spoiled, spoiledBytes, signed, oddHeader, twice, idempotencyKey } = call;
  const untouched = signed && !spoiled && !spoiledBytes && !oddHeader && !twice;
  if (parts !== 'right' || !untouched || idempotencyKey !== 'new' || status < 300) return null;
  return `the right call is refused: ${text}`;
}

/** A command that was taken is taken once, and told the same again. */
function judgeRepeated(call: FuzzedCall, [first, second]: Answer[]): string | null {
  const row: Endpoint = CONTRACT[call.operation];
  if (row.idempotency !== 'required' || !first || !second || first.status >= 300) return null;
  return first.text === second.text && first.status === second.status
    ? null
    : `sent again it is answered by ${second.status}, not by the same`;
}

function hang(): Promise<'hung'> {
  return new Promise(resolve => {
    setTimeout(resolve, HANG_MS, 'hung').unref();
  });
}
