import type { Queryable } from '../sql.ts';

export interface LeasedJob {
  id: bigint;
  kind: string;
  key: string;
  payload: unknown;
  /** 1 at the first try. */
  attempt: number;
  lease: string;
}

export interface WantedJobs {
  kinds: readonly string[];
  limit: number;
  nowMs: number;
  /** Only those that were due then. @default nowMs */
  dueAtMs?: number;
  leaseMs: number;
  lease: string;
}

/**
 * Takes due jobs for `leaseMs`: nobody else gets them until then, and anybody does after it, so that a job whose
 * worker died is run again. What is due is looked for once: as a subquery of the update PostgreSQL may look again for
 * each row, finds others that are not locked yet, and takes every job there is.
 */
export async function leaseJobs(sql: Queryable, wanted: WantedJobs): Promise<LeasedJob[]> {
  return await sql<LeasedJob[]>`
    with due as materialized (
      select id from jobs
      where state = 'waiting' and run_at_ms <= ${wanted.dueAtMs ?? wanted.nowMs} and kind in ${sql(wanted.kinds)}
      order by run_at_ms, id limit ${wanted.limit}
      for update skip locked)
    update jobs set lease = ${wanted.lease}, run_at_ms = ${wanted.nowMs + wanted.leaseMs}, attempts = attempts + 1
    from due where jobs.id = due.id
    returning jobs.id, kind, key, payload, attempts as attempt, lease`;
}

/** Done: the jobs are gone. Nothing happens to one whose lease ran out and that another worker has. */
export async function removeJobs(sql: Queryable, jobs: readonly LeasedJob[]): Promise<void> {
  const ended = jobs.map(({ id, lease }) => ({ id: id.toString(), lease }));
  await sql`
    delete from jobs using jsonb_to_recordset(${sql.json(ended)}) as ended(id bigint, lease text)
    where jobs.id = ended.id and jobs.lease = ended.lease`;
}

/** Not done: try again at `runAtMs`, or never (`dead`) without one. */
export async function returnJob(
  sql: Queryable,
  job: LeasedJob,
  outcome: { errorCode: string; runAtMs: number | undefined },
): Promise<void> {
  await sql`
    update jobs set
      lease = null, last_error_code = ${outcome.errorCode},
      state = ${outcome.runAtMs === undefined ? 'dead' : 'waiting'},
      run_at_ms = coalesce(${outcome.runAtMs ?? null}::bigint, run_at_ms)
    where id = ${job.id} and lease = ${job.lease}`;
}
