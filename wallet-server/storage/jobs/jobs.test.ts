import { expect, onTestFinished, test } from 'vitest';
import { borrowTestDatabases } from '#tests/fixtures/postgres.ts';
import { transact } from '../transact.ts';
import { cancelJobs, enqueueJobs } from './enqueue-jobs.ts';
import { leaseJobs } from './lease-jobs.ts';
import { listDeadJobs, reviveJob } from './list-dead-jobs.ts';
import { runDueJobs } from './run-due-jobs.ts';
import { runJobs } from './run-jobs.ts';
import type { Job, JobSettings, RunJob } from './work-job.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };
const JOB = { kind: 'greeting', key: 'g1', payload: { to: 7 }, runAtMs: 0 };

async function makeWorld(run: RunJob = async () => undefined) {
  const { directory: sql } = await borrowTestDatabases();
  const time = { nowMs: 1000 };
  const seen: Job[] = [];
  const handler = {
    run: async (job: Job, signal: AbortSignal) => {
      seen.push(job);
      return await run(job, signal);
    },
    retry: { maxAttempts: 3, firstDelayMs: 100, longestDelayMs: 150 },
  };
  const settings: JobSettings = {
    sql,
    clock: () => time.nowMs,
    handlers: { greeting: handler },
    logger: QUIET,
  };
  return { sql, time, seen, settings };
}

test('a job exists only if the transaction that enqueued it commits', async () => {
  const { sql, seen, settings } = await makeWorld();
  const failing = transact(sql, async tx => {
    await enqueueJobs(tx, [JOB], 0);
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  await transact(sql, tx => enqueueJobs(tx, [{ ...JOB, key: 'g2' }], 0));
  expect(await runDueJobs(settings)).toBe(1);
  expect(seen).toEqual([{ kind: 'greeting', key: 'g2', payload: { to: 7 }, attempt: 1 }]);
  expect(await runDueJobs(settings)).toBe(0);
});

test('one job per kind and key waits at a time, and a cancelled one never runs', async () => {
  const { sql, settings } = await makeWorld();
  expect(await enqueueJobs(sql, [JOB], 0)).toBe(1);
  expect(await enqueueJobs(sql, [JOB, { ...JOB, key: 'g2' }], 0)).toBe(1);
  expect(await cancelJobs(sql, [JOB])).toBe(1);
  expect(await runDueJobs(settings)).toBe(1);
});

test('a job runs when it is due and not before', async () => {
  const { sql, time, settings } = await makeWorld();
  await enqueueJobs(sql, [{ ...JOB, runAtMs: 2000 }], 0);
  expect(await runDueJobs(settings)).toBe(0);
  time.nowMs = 2000;
  expect(await runDueJobs(settings)).toBe(1);
});

test('no more jobs are leased than are wanted, however many the database thinks there are', async () => {
  const { sql } = await makeWorld();
  const jobs = Array.from({ length: 20 }, (_nothing, index) => ({ ...JOB, key: `g${index}` }));
  await enqueueJobs(sql, jobs.slice(0, 1), 0);
  await sql`analyze jobs`;
  await enqueueJobs(sql, jobs.slice(1), 0);
  const wanted = { kinds: ['greeting'], limit: 2, nowMs: 1000, leaseMs: 1000, lease: 'one' };
  expect(await leaseJobs(sql, wanted)).toHaveLength(2);
});

test('a failing job is tried again after growing pauses, then lies dead with the code of its last fault', async () => {
  const fault = Object.assign(new Error('never stored'), { code: 'ECONNREFUSED' });
  const { sql, time, seen, settings } = await makeWorld(() => Promise.reject(fault));
  await enqueueJobs(sql, [JOB], 0);
  for (const [atMs, runs] of [
    [1000, 1],
    [1099, 0],
    [1100, 1],
    [1249, 0],
    [1250, 1],
    [9999, 0],
  ] as const) {
    time.nowMs = atMs;
    expect(await runDueJobs(settings)).toBe(runs);
  }
  expect(seen.map(job => job.attempt)).toEqual([1, 2, 3]);
  const [dead] = await listDeadJobs(sql, 10);
  expect(dead).toMatchObject({ kind: 'greeting', attempts: 3, lastErrorCode: 'ECONNREFUSED' });
  expect(await reviveJob(sql, dead?.id ?? 0n, 0)).toBe(true);
  expect(await runDueJobs(settings)).toBe(1);
});

test('a refused job is dead at once, and lives again when it is enqueued again', async () => {
  const { sql, settings } = await makeWorld(async () => ({ refused: 'endpoint_gone' }));
  await enqueueJobs(sql, [JOB], 0);
  expect(await runDueJobs(settings)).toBe(1);
  expect(await listDeadJobs(sql, 10)).toMatchObject([{ attempts: 1, lastErrorCode: 'endpoint_gone' }]);
  expect(await enqueueJobs(sql, [JOB], 0)).toBe(1);
  expect(await listDeadJobs(sql, 10)).toEqual([]);
});

test('the job of a worker that died is run by another when its lease is over', async () => {
  const { sql, time, seen, settings } = await makeWorld();
  await enqueueJobs(sql, [JOB], 0);
  const wanted = { kinds: ['greeting'], limit: 9, nowMs: 1000, leaseMs: 60_000, lease: 'of the dead' };
  expect(await leaseJobs(sql, wanted)).toHaveLength(1);
  expect(await runDueJobs(settings)).toBe(0);
  time.nowMs = 61_000;
  expect(await runDueJobs(settings)).toBe(1);
  expect(seen).toMatchObject([{ attempt: 2 }]);
});

test('two workers share the jobs and run none twice', async () => {
  const { sql, seen, settings } = await makeWorld();
  const jobs = Array.from({ length: 60 }, (_, n) => ({ ...JOB, key: `g${n}` }));
  await enqueueJobs(sql, jobs, 0);
  const counts = await Promise.all([runDueJobs(settings), runDueJobs(settings)]);
  expect(counts[0] + counts[1]).toBe(60);
  expect(new Set(seen.map(job => job.key)).size).toBe(60);
});

test('a worker runs a job as soon as it is told, and its stop waits for the job under way', async () => {
  const started = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const { sql, settings } = await makeWorld(async () => {
    started.resolve();
    await over.promise;
    return undefined;
  });
  const worker = runJobs({ ...settings, pollMs: 3_600_000 });
  onTestFinished(() => worker.stop());
  await enqueueJobs(sql, [JOB], 0);
  worker.nudge();
  await started.promise;
  const stopped = worker.stop();
  over.resolve();
  await stopped;
  expect(await sql`select id from jobs`).toHaveLength(0);
});

test('a worker finds jobs that nobody announced', async () => {
  const done = Promise.withResolvers<void>();
  const { sql, settings } = await makeWorld(async () => done.resolve() as undefined);
  const worker = runJobs({ ...settings, pollMs: 20 });
  onTestFinished(() => worker.stop());
  await enqueueJobs(sql, [JOB], 0);
  await done.promise;
});

/** A worker over jobs that stand alone and jobs that are cheaper together, with how many ran at once of each. */
async function startLanes(
  jobs: { alone: number; together: number },
  runAlone: RunJob = async () => undefined,
  isBusy = () => false,
) {
  const time = { nowMs: 1000 };
  let looks = 0;
  const looked = Promise.withResolvers<void>();
  const readClock = () => {
    looks += 1;
    if (looks > 9) looked.resolve();
    return time.nowMs;
  };
  const { directory: sql } = await borrowTestDatabases();
  const most = { alone: 0, together: 0 };
  const now = { alone: 0, together: 0 };
  const left = { ...jobs };
  const allTogether = Promise.withResolvers<void>();
  const allAlone = Promise.withResolvers<void>();
  const count = async (lane: 'alone' | 'together', run: () => ReturnType<RunJob>) => {
    now[lane] += 1;
    most[lane] = Math.max(most[lane], now[lane]);
    await run();
    now[lane] -= 1;
    left[lane] -= 1;
    if (left.together === 0) allTogether.resolve();
    if (left.alone === 0) allAlone.resolve();
    return undefined;
  };
  const kinds = Object.entries(jobs).flatMap(([kind, number]) => Array<string>(number).fill(kind));
  await enqueueJobs(
    sql,
    kinds.map((kind, index) => ({ ...JOB, kind, key: `g${index}` })),
    0,
  );
  const worker = runJobs({
    ...{ sql, clock: readClock, logger: QUIET },
    ...{ isBusy, concurrency: 2, together: 8, gatherMs: 5, pollMs: 20 },
    handlers: {
      alone: { run: (job, signal) => count('alone', () => runAlone(job, signal)) },
      together: { run: () => count('together', async () => undefined), isCheaperTogether: true },
    },
  });
  onTestFinished(() => worker.stop());
  return { time, most, looked: looked.promise, allTogether: allTogether.promise, allAlone: allAlone.promise };
}

test('jobs that wait for a slow server hold up none of those that are cheaper together', async () => {
  const over = Promise.withResolvers<undefined>();
  const lanes = await startLanes({ alone: 9, together: 30 }, () => over.promise);
  await lanes.allTogether;
  expect(lanes.most.alone).toBeLessThanOrEqual(2);
  expect(lanes.most.together).toBe(8);
  over.resolve(undefined);
  await lanes.allAlone;
});

test('in a busy process jobs wait for five seconds, and no longer', async () => {
  const lanes = await startLanes({ alone: 4, together: 30 }, undefined, () => true);
  await lanes.looked;
  expect(lanes.most).toEqual({ alone: 0, together: 0 });
  lanes.time.nowMs = 5000;
  await Promise.all([lanes.allTogether, lanes.allAlone]);
  expect(lanes.most).toEqual({ alone: 2, together: 8 });
});

test('a job that comes alone is taken at once, and one that follows it closely waits for company', async () => {
  const taken = Promise.withResolvers<void>();
  const { sql, seen, settings } = await makeWorld(async () => {
    taken.resolve();
    return undefined;
  });
  await enqueueJobs(sql, [JOB], 0);
  const worker = runJobs({ ...settings, gatherMs: 3_600_000, pollMs: 5 });
  await taken.promise;
  await enqueueJobs(sql, [{ ...JOB, key: 'g2' }], 0);
  worker.nudge();
  const [waiting] = await sql`select count(*)::int as count from jobs where key = 'g2' and lease is null`;
  await worker.stop();
  expect(waiting).toEqual({ count: 1 });
  expect(seen.map(({ key }) => key)).toEqual(['g1']);
});
