import { createSecretKey, type KeyObject } from 'node:crypto';
import type { Operation } from '#shared/api/contract.ts';
import { REFUSALS, type RefusalCode } from '#shared/api/refusal.ts';
import { type Answer, hashInput, withIdempotency } from '../storage/idempotency.ts';
import type { Sql, Transaction } from '../storage/sql.ts';
import type { KeyFor } from './derive-key.ts';
import { RefusedCall } from './problem.ts';
import { open, seal } from './seal.ts';
import type { Services } from './services.ts';

const FOR_THE_MOMENT: readonly number[] = [503, 429];

/** What an operation answered, before it becomes HTTP. */
export type Outcome = { ok: unknown } | { refused: RefusalCode };

export interface OnceCall {
  operation: Operation;
  party: string;
  key: string;
  method: string;
  path: string;
  input: unknown;
  secrets: CallSecrets;
}

/** The keys of fingerprints and of kept answers, derived once. */
export interface CallSecrets {
  inputKey: KeyObject;
  answerKey: Uint8Array;
}

export function deriveCallSecrets(keyFor: KeyFor): CallSecrets {
  return { inputKey: createSecretKey(keyFor('input-hash')), answerKey: keyFor('stored-answer') };
}

/**
 * Runs a command once per party and key: its effects and its answer are one transaction, which is the `directory` of
 * the services that `run` gets. Messages to streams and jobs go out after the commit. Answers are kept sealed, since
 * some hold card data; refusals for the moment (503, 429) are not kept, so that the same key may try again.
 */
export async function runOnce(
  services: Services,
  call: OnceCall,
  run: (services: Services) => Promise<Outcome>,
): Promise<{ outcome: Outcome; repeated: boolean }> {
  const { party, key, method, path, secrets } = call;
  const inputHash = hashInput(secrets.inputKey, call.input);
  const sealing = { key: secrets.answerKey, place: `idempotency_keys:${party}:${key}` };
  let after: (() => void)[] = [];
  const answer = await withIdempotency(
    services.directory,
    { party, key, method, path, inputHash, nowMs: services.clock() },
    async (tx): Promise<Answer> => {
      after = [];
      const outcome = await run(scopeServices(services, tx, after));
      if ('refused' in outcome && FOR_THE_MOMENT.includes(REFUSALS[outcome.refused]))
        throw new RefusedCall(outcome.refused);
      const sealed = seal(Buffer.from(JSON.stringify(outcome)), sealing, services.random);
      return { status: 200, response: sealed.toString('base64url') };
    },
  );
  if ('refused' in answer) return { outcome: answer, repeated: false };
  if (!answer.repeated) for (const effect of after) effect();
  const kept = open(Buffer.from(String(answer.response), 'base64url'), sealing);
  return { outcome: JSON.parse(Buffer.from(kept).toString()), repeated: answer.repeated };
}

function scopeServices(services: Services, tx: Transaction, after: (() => void)[]): Services {
  const directory = scopeToTransaction(services.directory, tx);
  return {
    ...services,
    directory,
    vault: services.vault.within(directory),
    bus: { ...services.bus, publish: change => after.push(() => services.bus.publish(change)) },
    nudgeJobs: () => after.push(() => services.nudgeJobs()),
  };
}

/**
 * `sql` as seen from inside `tx`: its queries run there, and a transaction of its own becomes a savepoint. Like a
 * transaction it says that it has no `begin`: who asks joins this one, and is not tried again inside it.
 */
function scopeToTransaction(sql: Sql, tx: Transaction): Sql {
  const begin = (...args: unknown[]) =>
    tx.savepoint(args.at(-1) as (nested: Transaction) => Promise<unknown>);
  return new Proxy(sql, {
    apply: (_target, _this, args) => Reflect.apply(tx, undefined, args),
    has: (_target, name) => name !== 'begin' && Reflect.has(tx, name),
    get: (_target, name) => (name === 'begin' ? begin : Reflect.get(tx, name)),
  });
}
