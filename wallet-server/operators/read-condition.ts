import type { Condition } from '#shared/api/operators.ts';
import type { Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';
import { runCheck } from './checks/check.ts';
import { QUEUE_CHECKS } from './checks/queue-checks.ts';
import { STORE_CHECKS, THOROUGH_CHECKS } from './checks/store-checks.ts';

/** Looks the server over. `thorough` reads the whole ledger as well, which takes as long as there is ledger. */
export async function readCondition(services: Services, thorough: boolean): Promise<Condition> {
  const { directory, clock } = services;
  const checks = [...STORE_CHECKS, ...QUEUE_CHECKS, ...(thorough ? THOROUGH_CHECKS : [])];
  const [openPurchases, jobs, log, results] = await Promise.all([
    countOpenPurchases(directory),
    countJobs(directory),
    readLogHead(directory),
    Promise.all(checks.map(check => runCheck(check, services))),
  ]);
  return { atMs: clock(), openPurchases, jobs, log, checks: results };
}

/** A purchase that is not over always has a time at which something is due, and an index of that. */
export async function countOpenPurchases(sql: Queryable): Promise<Condition['openPurchases']> {
  type Row = Condition['openPurchases'][number] & { count: bigint };
  const rows = await sql<Row[]>`
    select state, funding, count(*) as count from purchases where due_at_ms is not null
    group by state, funding order by state, funding`;
  return rows.map(({ state, funding, count }) => ({ state, funding, count: Number(count) }));
}

export async function countJobs(sql: Queryable): Promise<Condition['jobs']> {
  type Row = { kind: string; waiting: bigint; dead: bigint; oldest: bigint | null };
  const rows = await sql<Row[]>`
    select kind, count(*) filter (where state = 'waiting') as waiting,
      count(*) filter (where state = 'dead') as dead,
      min(run_at_ms) filter (where state = 'waiting') as oldest
    from jobs group by kind order by kind`;
  return rows.map(({ kind, waiting, dead, oldest }) => {
    const oldestDueAtMs = oldest === null ? null : Number(oldest);
    return { kind, waiting: Number(waiting), dead: Number(dead), oldestDueAtMs };
  });
}

async function readLogHead(sql: Queryable): Promise<Condition['log']> {
  const [row] = await sql<{ id: bigint; at_ms: bigint }[]>`
    select id, at_ms from log_leaves order by id desc limit 1`;
  return { leafCount: Number(row?.id ?? 0n), newestAtMs: row ? Number(row.at_ms) : null };
}
