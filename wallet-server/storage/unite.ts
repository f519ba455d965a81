import type { Queryable, Sql } from './sql.ts';
import { transact } from './transact.ts';

/** Whether `sql` is a pool; a transaction has no `begin`. */
export function isPool(sql: Queryable): sql is Sql {
  return 'begin' in sql;
}

/** Runs `run` in one transaction: the caller's where there is one, else its own. */
export async function unite<Result>(
  sql: Queryable,
  run: (tx: Queryable) => Promise<Result>,
): Promise<Result> {
  return isPool(sql) ? await transact(sql, run) : await run(sql);
}
