import type { Services } from '../app/services.ts';
import type { Queryable, Sql } from '../storage/sql.ts';
import { transact } from '../storage/transact.ts';

interface ChangedPurchase {
  purchaseId: string;
  personId: string;
  sellerId: string | null;
}

/** One transaction in the making, and whom to tell when it is committed. The directory of `services` is `tx`. */
export interface Unit {
  tx: Queryable;
  services: Services;
  changed: ChangedPurchase[];
}

/** Whether `sql` is a pool; a transaction has no `begin`. */
function isPool(sql: Queryable): sql is Sql {
  return 'begin' in sql;
}

/**
 * Runs `run` in one transaction: the caller's where `services.directory` is one already, else its own, which is run
 * again after a serialization failure. Then streams and jobs are told.
 */
export async function runUnit<Result>(
  services: Services,
  run: (unit: Unit) => Promise<Result>,
): Promise<Result> {
  const { directory } = services;
  const attempt = async (tx: Queryable) => {
    const unit: Unit = { tx, services: { ...services, directory: tx as Sql }, changed: [] };
    return { result: await run(unit), changed: unit.changed };
  };
  const { result, changed } = isPool(directory)
    ? await transact(directory, attempt)
    : await attempt(directory);
  for (const change of changed) services.bus.publish(change);
  if (changed.length > 0) services.nudgeJobs();
  return result;
}
