import { randomUUID } from 'node:crypto';
import { leaseJobs } from './lease-jobs.ts';
import { type JobSettings, workJob } from './work-job.ts';

/**
 * Runs every job that is due by the clock, one after the other, and those they enqueue, until none is due.
 * For tests and simulations with a made clock.
 * @returns how many were run.
 */
export async function runDueJobs(settings: JobSettings): Promise<number> {
  const kinds = Object.keys(settings.handlers);
  const signal = new AbortController().signal;
  for (let count = 0; ; count += 1) {
    const wanted = { kinds, limit: 1, nowMs: settings.clock(), leaseMs: settings.leaseMs ?? 60_000 };
    const [job] = await leaseJobs(settings.sql, { ...wanted, lease: randomUUID() });
    if (job === undefined) return count;
    await workJob(settings, job, signal);
  }
}
