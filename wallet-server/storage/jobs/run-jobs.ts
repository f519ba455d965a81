import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { groupCalls } from '../group-calls.ts';
import { type LeasedJob, leaseJobs, removeJobs } from './lease-jobs.ts';
import { errorCodeOf } from './retry-policy.ts';
import { type JobSettings, workJob } from './work-job.ts';

export interface WorkerSettings extends JobSettings {
  /** Jobs at once. @default 8 */
  concurrency?: number;
  /** How long a job that nobody announced may lie. @default 1000 */
  pollMs?: number;
  /** Whether this process has more urgent things to do: then it works on one job at a time. @default never */
  isBusy?: () => boolean;
}

export interface Worker {
  /** Says that jobs were committed: look now. */
  nudge(): void;
  /** Takes no more jobs and waits for those under way; after `graceMs` their signal aborts and nobody waits. */
  stop(graceMs?: number): Promise<void>;
}

/** Works off jobs as they fall due, until `stop`. Any number of processes may do so on one database. */
export function runJobs(settings: WorkerSettings): Worker {
  const stopping = new AbortController();
  const abandoning = new AbortController();
  const underWay = new Set<Promise<void>>();
  const bell = makeBell();

  const endJob = groupCalls(async (jobs: readonly LeasedJob[]) => {
    await removeJobs(settings.sql, jobs);
    return jobs.map(() => undefined);
  });

  const start = (job: LeasedJob) => {
    const work = workJob({ ...settings, endJob }, job, abandoning.signal)
      .catch(fault => settings.logger.error('job lost', { kind: job.kind, code: errorCodeOf(fault) }))
      .finally(() => {
        underWay.delete(work);
        bell.ring();
      });
    underWay.add(work);
  };
  const working = (async () => {
    while (!stopping.signal.aborted) {
      const free = countFree(settings, underWay.size);
      const jobs = free > 0 ? await leaseOrWait(settings, free) : [];
      for (const job of jobs) start(job);
      if (jobs.length < free || free === 0) await bell.wait(settings.pollMs ?? 1000);
    }
  })();
  return {
    nudge: bell.ring,
    stop: async (graceMs = 10_000) => {
      stopping.abort();
      bell.ring();
      await working;
      await Promise.race([Promise.allSettled(underWay), pause(graceMs, undefined, { ref: false })]);
      abandoning.abort();
    },
  };
}

function countFree({ isBusy, concurrency = 8 }: WorkerSettings, underWay: number): number {
  return Math.max(0, (isBusy?.() ? 1 : concurrency) - underWay);
}

/** No jobs while the database is away: the loop comes back after its poll. */
async function leaseOrWait(settings: WorkerSettings, limit: number): Promise<LeasedJob[]> {
  const kinds = Object.keys(settings.handlers);
  const wanted = { kinds, limit, nowMs: settings.clock(), leaseMs: settings.leaseMs ?? 60_000 };
  try {
    return await leaseJobs(settings.sql, { ...wanted, lease: randomUUID() });
  } catch (fault) {
    settings.logger.warn('jobs cannot be leased', { code: errorCodeOf(fault) });
    return [];
  }
}

/** Remembers a ring that comes while nobody waits, so that none is missed. */
function makeBell(): { ring(): void; wait(ms: number): Promise<void> } {
  let rung = Promise.withResolvers<void>();
  return {
    ring: () => rung.resolve(),
    wait: async ms => {
      // An aborted pause makes an error with its stack, at each command that leaves a job.
      const timer = setTimeout(rung.resolve, ms);
      await rung.promise;
      clearTimeout(timer);
      rung = Promise.withResolvers<void>();
    },
  };
}
