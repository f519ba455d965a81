import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { groupCalls } from '../group-calls.ts';
import { type LeasedJob, leaseJobs, removeJobs } from './lease-jobs.ts';
import { errorCodeOf } from './retry-policy.ts';
import { type JobSettings, workJob } from './work-job.ts';

export interface WorkerSettings extends JobSettings {
  /** Jobs at once of those that stand alone. @default 16 */
  concurrency?: number;
  /** Jobs at once of those that are cheaper together. @default 256 */
  together?: number;
  /** How long a job that nobody announced may lie. @default 1000 */
  pollMs?: number;
  /**
   * Whether this process has more urgent things to do: then jobs wait for `patienceMs`.
   * @default never
   */
  isBusy?: () => boolean;
  /** How long they give way to what is more urgent, and no longer. @default 5000 */
  patienceMs?: number;
  /** How long jobs gather before they are looked for again. @default 200 */
  gatherMs?: number;
}

export interface Worker {
  /** Says that jobs were committed: look now. */
  nudge(): void;
  /** Takes no more jobs and waits for those under way; after `graceMs` their signal aborts and nobody waits. */
  stop(graceMs?: number): Promise<void>;
}

/**
 * Works off jobs as they fall due, until `stop`. Any number of processes may do so on one database. Those that are
 * cheaper together have a lane of their own, so that one which waits for somebody's server holds up none of them.
 */
export function runJobs(settings: WorkerSettings): Worker {
  const { concurrency = 16, together = 256 } = settings;
  const kinds = Object.groupBy(Object.keys(settings.handlers), kind =>
    settings.handlers[kind]?.isCheaperTogether ? 'together' : 'alone',
  );
  const lanes = [
    // By halves: jobs that ask for the same things at the same time ask the database together.
    runLane(settings, kinds.together ?? [], underWay => (underWay * 2 > together ? 0 : together - underWay)),
    runLane(settings, kinds.alone ?? [], underWay => concurrency - underWay),
  ];
  return {
    nudge: () => {
      for (const lane of lanes) lane.nudge();
    },
    stop: async graceMs => {
      await Promise.all(lanes.map(lane => lane.stop(graceMs)));
    },
  };
}

/** Jobs of `kinds`; `countWanted` says how many more to take while so many are under way. */
function runLane(
  settings: WorkerSettings,
  kinds: readonly string[],
  countWanted: (underWay: number) => number,
): Worker {
  const stopping = new AbortController();
  const abandoning = new AbortController();
  const underWay = new Set<Promise<void>>();
  const bell = makeBell();
  const endJob = groupCalls(async (jobs: readonly LeasedJob[]) => {
    await removeJobs(settings.sql, jobs);
    return jobs.map(() => undefined);
  }, ENDING);

  const start = (job: LeasedJob) => {
    const work = workJob({ ...settings, endJob }, job, abandoning.signal)
      .catch(fault => settings.logger.error('job lost', { kind: job.kind, code: errorCodeOf(fault) }))
      .finally(() => {
        underWay.delete(work);
        bell.ring();
      });
    underWay.add(work);
  };
  const take = async () => {
    const wanted = countWanted(underWay.size);
    if (wanted === 0) return 'lane full';
    const jobs = await leaseOrWait(settings, kinds, wanted);
    for (const job of jobs) start(job);
    return jobs.length === wanted ? 'more due' : 'none left';
  };
  const working = (async () => {
    while (kinds.length > 0 && !stopping.signal.aborted) {
      const taken = await take();
      // One that comes alone goes at once; those that follow it closely go together.
      if (taken === 'none left') await gather(settings, stopping.signal);
      if (taken === 'more due') await nextTurn();
      else await bell.wait(settings.pollMs ?? 1000);
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

/** Jobs that are done go in one statement. */
const ENDING = { largest: 512, lanes: 1 };

/** Whatever ends or is announced meanwhile counts together. */
async function gather({ gatherMs = 200 }: WorkerSettings, signal: AbortSignal): Promise<void> {
  await pause(gatherMs, undefined, { signal }).catch(() => undefined);
}

/** No jobs while the database is away: the loop comes back after its poll. */
async function leaseOrWait(
  settings: WorkerSettings,
  kinds: readonly string[],
  limit: number,
): Promise<LeasedJob[]> {
  const { isBusy, patienceMs = 5000, leaseMs = 60_000 } = settings;
  const nowMs = settings.clock();
  const dueAtMs = isBusy?.() ? nowMs - patienceMs : nowMs;
  const wanted = { kinds, limit, nowMs, dueAtMs, leaseMs };
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
