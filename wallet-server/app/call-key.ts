import { REFUSALS } from '#shared/api/refusal.ts';
import {
  DAY_MS,
  hashInput,
  type IdempotentCall,
  judgeStored,
  type KeptAnswer,
  readStored,
} from '../storage/idempotency.ts';
import type { OnceCall, Outcome } from './run-once.ts';
import { open, type SealingKey, seal } from './seal.ts';
import type { Services } from './services.ts';

/**
 * The idempotency key of a call whose command keeps its own answer: purchase, postings and answer are one statement,
 * so that there is no transaction to hold open around them.
 */
export interface CallKey {
  /** `outcome` as it is kept, sealed, beside what it answers. */
  keep(outcome: Outcome): KeptAnswer;
  /** Says what became of it. */
  settle(state: 'kept' | 'taken'): void;
}

/** Refusals that the next try may not meet: they are answered and not kept. */
function isPassing(outcome: Outcome): boolean {
  return 'refused' in outcome && (outcome.refused === 'conflict' || REFUSALS[outcome.refused] === 503);
}

/**
 * Runs a command once per party and key where the command writes through the engine. What it refuses is kept too, in a
 * statement of its own. A key that has an answer already gives that answer again.
 */
export async function runKeyed(
  services: Services,
  call: OnceCall,
  run: (services: Services) => Promise<Outcome>,
): Promise<{ outcome: Outcome; repeated: boolean }> {
  const { party, key, method, path, secrets } = call;
  const nowMs = services.clock();
  const inputHash = hashInput(secrets.inputKey, call.input);
  const sealing = { key: secrets.answerKey, place: `idempotency_keys:${party}:${key}` };
  const asked: IdempotentCall = { party, key, method, path, inputHash, nowMs };
  let state: 'open' | 'kept' | 'taken' = 'open';
  const callKey: CallKey = {
    keep: outcome => {
      const response = seal(Buffer.from(JSON.stringify(outcome)), sealing, services.random);
      return { ...asked, response: response.toString('base64url'), endsAtMs: nowMs + DAY_MS };
    },
    settle: settled => {
      state = settled;
    },
  };
  const outcome = await run({ ...services, callKey });
  // What the closure settled is not seen by the compiler.
  const settled = state as 'open' | 'kept' | 'taken';
  if (settled === 'kept') return { outcome, repeated: false };
  if (settled === 'open') {
    if (isPassing(outcome)) return { outcome, repeated: false };
    const status = await services.engine.commit({ atMs: nowMs, change: null, kept: callKey.keep(outcome) });
    if (status === 'written') return { outcome, repeated: false };
  }
  return await repeatAnswer(services, asked, sealing);
}

async function repeatAnswer(services: Services, asked: IdempotentCall, sealing: SealingKey) {
  const answer = judgeStored(await readStored(services.directory, asked), asked);
  if ('refused' in answer) return { outcome: answer, repeated: false };
  const kept = open(Buffer.from(String(answer.response), 'base64url'), sealing);
  return { outcome: JSON.parse(Buffer.from(kept).toString()) as Outcome, repeated: true };
}
