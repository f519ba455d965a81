import type { Queryable } from '../sql.ts';

/** Work to do once the caller's transaction is committed, and not otherwise. */
export interface NewJob {
  /** Names the handler, such as `webhook_delivery`. */
  kind: string;
  /** One per piece of work and kind: while a job of this key waits or runs, a second one is not added. */
  key: string;
  /** JSON. Lies in the directory: numbers and ids, never real data (S1). */
  payload: unknown;
  runAtMs: number;
}

/**
 * Adds jobs in the caller's transaction. A dead job of the same key comes back to life with the new payload.
 * @returns how many were added.
 */
export async function enqueueJobs(tx: Queryable, jobs: readonly NewJob[], nowMs: number): Promise<number> {
  if (jobs.length === 0) return 0;
  const rows = jobs.map(job => ({
    kind: job.kind,
    key: job.key,
    payload: job.payload ?? null,
    run_at_ms: job.runAtMs,
  }));
  const added = await tx`
    insert into jobs (kind, key, payload, state, attempts, run_at_ms, created_at_ms)
    select kind, key, coalesce(payload, 'null'::jsonb), 'waiting', 0, run_at_ms, ${nowMs}
    from jsonb_to_recordset(${tx.json(rows as never)}) as new(kind text, key text, payload jsonb, run_at_ms bigint)
    on conflict (kind, key) do update set
      payload = excluded.payload, state = 'waiting', attempts = 0, run_at_ms = excluded.run_at_ms,
      last_error_code = null, created_at_ms = excluded.created_at_ms
    where jobs.state = 'dead'`;
  return added.count;
}

/** Removes waiting jobs (a timer that is no longer due). One that a worker holds right now still ends. */
export async function cancelJobs(
  tx: Queryable,
  jobs: ReadonlyArray<{ kind: string; key: string }>,
): Promise<number> {
  if (jobs.length === 0) return 0;
  const removed = await tx`
    delete from jobs using jsonb_to_recordset(${tx.json(jobs.map(({ kind, key }) => ({ kind, key })))}) as old(kind text, key text)
    where jobs.kind = old.kind and jobs.key = old.key and jobs.lease is null`;
  return removed.count;
}
