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
   * Whether this process has more urgent things to do: then jobs that are cheaper together wait for `patienceMs` and
   * gather before they are taken, and of all others one is worked on at a time. @default never
   */
  isBusy?: () => boolean;
  /** How long they give way to what is more urgent, and no longer. @default 5000 */
  patienceMs?: number;
  /** How long they gather. @default 100 */
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
  const { concurrency = 16, together = 256, isBusy = () => false } = settings;
  const { patienceMs = 5000, gatherMs = 100 } = settings;
  const kinds = Object.groupBy(Object.keys(settings.handlers), kind =>
    settings.handlers[kind]?.isCheaperTogether ? 'together' : 'alone',
  );
  const lanes = [
    runLane(settings, {
      kinds: kinds.together ?? [],
      // By halves: jobs that ask for the same things at the same time ask the database together.
      countWanted: underWay => (underWay * 2 > together ? 0 : together - underWay),
      findPatience: () => (isBusy() ? patienceMs : 0),
      rest: () => (isBusy() ? pause(gatherMs) : nextTurn()),
    }),
    runLane(settings, {
      kinds: kinds.alone ?? [],
      countWanted: underWay => Math.max(0, (isBusy() ? 1 : concurrency) - underWay),
      findPatience: () => 0,
      rest: () => nextTurn(),
    }),
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

interface Lane {
  kinds: readonly string[];
  /** How many more to take while so many are under way. */
  countWanted(underWay: number): number;
  /** How long a job has to be due before it is taken now. */
  findPatience(): number;
  /** Between two looks: whatever ends or is announced meanwhile counts together. */
  rest(): Promise<unknown>;
}

function runLane(settings: WorkerSettings, lane: Lane): Worker {
  const { kinds, countWanted, rest } = lane;
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
  const working = (async () => {
    while (kinds.length > 0 && !stopping.signal.aborted) {
      const wanted = countWanted(underWay.size);
      const jobs = wanted > 0 ? await leaseOrWait(settings, lane, wanted) : [];
      for (const job of jobs) start(job);
      if (jobs.length === 0 || jobs.length < wanted) await bell.wait(settings.pollMs ?? 1000);
      await rest();
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
const ENDING = { largest: 256, lanes: 1 };

/** No jobs while the database is away: the loop comes back after its poll. */
async function leaseOrWait(
  settings: WorkerSettings,
  { kinds, findPatience }: Lane,
  limit: number,
): Promise<LeasedJob[]> {
  const patienceMs = findPatience();
  const nowMs = settings.clock();
  const wanted = { kinds, limit, nowMs, dueAtMs: nowMs - patienceMs, leaseMs: settings.leaseMs ?? 60_000 };
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
