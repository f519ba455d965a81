import type { Logger } from '../logger.ts';
import type { Sql } from '../sql.ts';
import { type LeasedJob, removeJobs, returnJob } from './lease-jobs.ts';
import { delayAfter, errorCodeOf, type RetryPolicy, USUAL_RETRY } from './retry-policy.ts';

export interface Job {
  kind: string;
  key: string;
  payload: unknown;
  /** 1 at the first try. */
  attempt: number;
}

/**
 * Does the work. It may be called again for the same job (a worker died, a lease ran out): work by `key`, once.
 * Returning ends the job; `{ refused }` ends it as dead at once; throwing has it tried again later.
 */
export type RunJob = (job: Job, signal: AbortSignal) => Promise<{ refused: string } | undefined>;

export interface JobHandler {
  run: RunJob;
  /** @default USUAL_RETRY */
  retry?: RetryPolicy;
  /** Whether many at once ask for what they need together, and wait for nobody for long. @default false */
  isCheaperTogether?: boolean;
}

export interface JobSettings {
  sql: Sql;
  clock: () => number;
  /** By kind. Jobs of other kinds stay for processes that know them. */
  handlers: Readonly<Record<string, JobHandler>>;
  logger: Logger;
  /** Longer than any handler takes. @default 60000 */
  leaseMs?: number;
  /** How a job that is done goes; with others that are done, where there are many. */
  endJob?: (job: LeasedJob) => Promise<void>;
}

async function endJob({ sql, endJob }: JobSettings, job: LeasedJob): Promise<void> {
  if (endJob) await endJob(job);
  else await removeJobs(sql, [job]);
}

/** Runs one leased job and writes down how it ended. */
export async function workJob(settings: JobSettings, job: LeasedJob, signal: AbortSignal): Promise<void> {
  const handler = settings.handlers[job.kind];
  if (handler === undefined) return;
  const { kind, key, payload, attempt } = job;
  try {
    const refusal = await handler.run({ kind, key, payload, attempt }, signal);
    if (!refusal) return await endJob(settings, job);
    settings.logger.error('job refused', { kind, code: refusal.refused });
    await returnJob(settings.sql, job, { errorCode: refusal.refused, runAtMs: undefined });
  } catch (fault) {
    const errorCode = errorCodeOf(fault);
    const delayMs = delayAfter(attempt, handler.retry ?? USUAL_RETRY);
    const level = delayMs === undefined ? 'error' : 'warn';
    settings.logger[level]('job failed', { kind, attempt, code: errorCode, dead: delayMs === undefined });
    const runAtMs = delayMs === undefined ? undefined : settings.clock() + delayMs;
    await returnJob(settings.sql, job, { errorCode, runAtMs });
  }
}
