import { setTimeout as pause } from 'node:timers/promises';
import type { Services } from '../app/services.ts';
import { sqlStateOf } from '../storage/sql.ts';
import type { CodeUse, CommitRecord, CommitStatus, WriteRefusal } from './commit-record.ts';

/** One way in which a command may be written, and its answer if it is. */
export interface Candidate<Shown>
  extends Pick<CommitRecord, 'change' | 'passkeyUse' | 'armed' | 'codeUse' | 'network'> {
  answer: { ok: Shown };
}

/**
 * A refusal, with a wrong code to be counted before it is told; an answer that was given before; or candidates in the order in which they are tried: a
 * later one where funds are too little for the first.
 */
export type Plan<Shown, Refusal> =
  /** `codeUse` comes with `code_wrong` alone. */
  | { refused: Refusal; codeUse?: CodeUse | undefined }
  | { known: { ok: Shown } }
  | { candidates: readonly Candidate<Shown>[] };

/** The effects that a command needs; nothing else, so that a simulation can bring its own. */
export type CommandServices = Pick<
  Services,
  'engine' | 'clock' | 'random' | 'settings' | 'bus' | 'nudgeJobs' | 'callKey'
>;

const ATTEMPTS = 8;
/** After so many tries the command waits for whoever holds its purchase. */
const PASSING_ATTEMPTS = 2;
/** Where nobody is waited for: half a second in all. */
const PAUSE_MS = 15;
const UNIQUE_VIOLATION = '23505';

/**
 * Reads, decides and writes without a lock between: what is written is conditional on the version that was decided on
 * (compare-and-set), and the whole is done again where somebody else was faster. The answer is kept under the call's
 * idempotency key in the same statement. Streams and jobs are told after it.
 */
export async function runCommand<Shown, Refusal extends string>(
  services: CommandServices,
  plan: () => Promise<Plan<Shown, Refusal>>,
  { waits = true }: { waits?: boolean } = {},
): Promise<{ ok: Shown } | { refused: Refusal | WriteRefusal }> {
  for (let attempt = 1; ; attempt += 1) {
    const planned = await plan();
    if ('refused' in planned && planned.codeUse === undefined) return { refused: planned.refused };
    if ('known' in planned) return planned.known;
    const wait = waits && attempt > PASSING_ATTEMPTS;
    if (!waits && attempt > 1) await pause(PAUSE_MS * attempt);
    const written =
      'refused' in planned
        ? await refuse(services, planned, wait)
        : await tryCandidates(services, planned.candidates, wait);
    if ('ok' in written || written.refused !== 'conflict' || attempt >= ATTEMPTS) return written;
  }
}

async function tryCandidates<Shown>(
  services: CommandServices,
  candidates: readonly Candidate<Shown>[],
  wait: boolean,
): Promise<{ ok: Shown } | { refused: WriteRefusal }> {
  let refused: WriteRefusal = 'conflict';
  for (const candidate of candidates) {
    const status = await write(services, candidate, wait);
    if (status === 'written') return tell(services, candidate);
    if (status === 'key_taken' && services.callKey) {
      // Whoever holds the key has answered: that answer counts, not this one.
      services.callKey.settle('taken');
      return candidate.answer;
    }
    // A message of the network was answered meanwhile: it is read again.
    if (status === 'key_taken') return { refused: 'conflict' };
    refused = status;
    if (status === 'conflict') break;
  }
  return { refused };
}

/** Counts the wrong code in the statement that keeps the refusal. */
async function refuse<Refusal extends string>(
  services: CommandServices,
  { refused, codeUse }: { refused: Refusal; codeUse?: CodeUse | undefined },
  wait: boolean,
): Promise<{ refused: Refusal | 'conflict' }> {
  const kept = services.callKey?.keep({ refused: 'code_wrong' });
  const record = { atMs: services.clock(), change: null, codeUse, kept };
  const status = await services.engine.commit(record, { wait });
  if (status === 'written' || status === 'key_taken') {
    services.callKey?.settle(status === 'written' ? 'kept' : 'taken');
    return { refused };
  }
  return { refused: 'conflict' };
}

async function write<Shown>(
  services: CommandServices,
  candidate: Candidate<Shown>,
  wait: boolean,
): Promise<CommitStatus> {
  const { answer, change, ...uses } = candidate;
  const kept = services.callKey?.keep(answer as { ok: unknown });
  const atMs = change?.atMs ?? services.clock();
  try {
    return await services.engine.commit({ atMs, change, ...uses, kept }, { wait });
  } catch (fault) {
    // An order number or a one-time number that another command took at the same moment.
    if (sqlStateOf(fault) === UNIQUE_VIOLATION) return 'conflict';
    throw fault;
  }
}

function tell<Shown>(services: CommandServices, { change, answer }: Candidate<Shown>): { ok: Shown } {
  services.callKey?.settle('kept');
  if (change) {
    const { id: purchaseId, personId, sellerId } = change.after;
    services.bus.publish({ purchaseId, personId, sellerId });
    if (change.jobs.length > 0) services.nudgeJobs();
  }
  return answer;
}
