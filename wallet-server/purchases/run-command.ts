import type { Services } from '../app/services.ts';
import { sqlStateOf } from '../storage/sql.ts';
import type { CommitRecord, CommitStatus, WriteRefusal } from './commit-record.ts';

/** One way in which a command may be written, and its answer if it is. */
export interface Candidate<Shown> extends Pick<CommitRecord, 'change' | 'passkeyUse' | 'armed'> {
  answer: { ok: Shown };
}

/** A refusal, or candidates in the order in which they are tried: a later one where funds are too little for the first. */
export type Plan<Shown, Refusal> = { refused: Refusal } | { candidates: readonly Candidate<Shown>[] };

/** The effects that a command needs; nothing else, so that a simulation can bring its own. */
export type CommandServices = Pick<
  Services,
  'engine' | 'clock' | 'random' | 'settings' | 'bus' | 'nudgeJobs' | 'callKey'
>;

const ATTEMPTS = 8;
/** After so many tries the command waits for whoever holds its purchase. */
const PASSING_ATTEMPTS = 2;
const UNIQUE_VIOLATION = '23505';

/**
 * Reads, decides and writes without a lock between: what is written is conditional on the version that was decided on
 * (compare-and-set), and the whole is done again where somebody else was faster. The answer is kept under the call's
 * idempotency key in the same statement. Streams and jobs are told after it.
 */
export async function runCommand<Shown, Refusal extends string>(
  services: CommandServices,
  plan: () => Promise<Plan<Shown, Refusal>>,
): Promise<{ ok: Shown } | { refused: Refusal | WriteRefusal }> {
  for (let attempt = 1; ; attempt += 1) {
    const planned = await plan();
    if ('refused' in planned) return planned;
    const written = await tryCandidates(services, planned.candidates, attempt > PASSING_ATTEMPTS);
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
    if (status === 'key_taken') {
      // Whoever holds the key has answered: that answer counts, not this one.
      services.callKey?.settle('taken');
      return candidate.answer;
    }
    refused = status;
    if (status === 'conflict') break;
  }
  return { refused };
}

async function write<Shown>(
  services: CommandServices,
  candidate: Candidate<Shown>,
  wait: boolean,
): Promise<CommitStatus> {
  const { change, passkeyUse, armed, answer } = candidate;
  const kept = services.callKey?.keep(answer as { ok: unknown });
  const atMs = change?.atMs ?? services.clock();
  try {
    return await services.engine.commit({ atMs, change, passkeyUse, armed, kept }, { wait });
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
