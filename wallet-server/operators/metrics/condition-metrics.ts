import { Gauge, type Registry } from 'prom-client';
import type { Condition } from '#shared/api/operators.ts';

/** Gauges of what the database says; read anew at each scrape. */
export function measureCondition(registry: Registry, read: () => Promise<Condition>): () => Promise<void> {
  const registers = [registry];
  const purchases = new Gauge({
    ...{ name: 'wayveil_open_purchases', help: 'Purchases that are not over.', registers },
    labelNames: ['state', 'funding'],
  });
  const jobs = new Gauge({
    ...{ name: 'wayveil_jobs', help: 'Work owed to the outside world.', registers },
    labelNames: ['kind', 'state'],
  });
  const lag = new Gauge({
    ...{ name: 'wayveil_job_lag_seconds', help: 'For how long the oldest job is due.', registers },
    labelNames: ['kind'],
  });
  const checks = new Gauge({
    ...{ name: 'wayveil_check_count', help: 'Things that are not as they should be.', registers },
    labelNames: ['check'],
  });
  const leaves = new Gauge({ name: 'wayveil_log_leaves', help: 'Leaves of the log.', registers });
  return async () => {
    const condition = await read();
    for (const gauge of [purchases, jobs, lag, checks]) gauge.reset();
    for (const { state, funding, count } of condition.openPurchases) purchases.set({ state, funding }, count);
    for (const { kind, waiting, dead, oldestDueAtMs } of condition.jobs) {
      jobs.set({ kind, state: 'waiting' }, waiting);
      jobs.set({ kind, state: 'dead' }, dead);
      const lateMs = oldestDueAtMs === null ? 0 : Math.max(0, condition.atMs - oldestDueAtMs);
      lag.set({ kind }, lateMs / 1000);
    }
    for (const { check, count } of condition.checks) checks.set({ check }, count);
    leaves.set(condition.log.leafCount);
  };
}
