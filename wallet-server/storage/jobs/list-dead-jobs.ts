import type { Queryable } from '../sql.ts';

export interface DeadJob {
  id: bigint;
  kind: string;
  key: string;
  attempts: number;
  lastErrorCode: string;
  createdAtMs: bigint;
}

/** Jobs that nobody tries any more, oldest first. */
export async function listDeadJobs(sql: Queryable, limit: number): Promise<DeadJob[]> {
  return await sql<DeadJob[]>`
    select id, kind, key, attempts, last_error_code as "lastErrorCode", created_at_ms as "createdAtMs"
    from jobs where state = 'dead' order by id limit ${limit}`;
}

/** Has a dead job tried again from its first attempt; false when there is none of that id. */
export async function reviveJob(sql: Queryable, id: bigint, runAtMs: number): Promise<boolean> {
  const revived = await sql`
    update jobs set state = 'waiting', attempts = 0, run_at_ms = ${runAtMs} where id = ${id} and state = 'dead'`;
  return revived.count === 1;
}
