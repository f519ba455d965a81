import type { Queryable } from '../../storage/sql.ts';
import type { Check } from './check.ts';

/** Work that is due for longer than this is stuck: the worker polls every second, the timer every few. */
export const STUCK_AFTER_MS = 5 * 60_000;

async function count(rows: Promise<readonly { count: bigint }[]>): Promise<number> {
  const [row] = await rows;
  return Number(row?.count ?? 0n);
}

const query = (sql: Queryable) => sql<{ count: bigint }[]>;

/** Checks of work that should have happened by now. */
export const QUEUE_CHECKS: readonly Check[] = [
  {
    check: 'timer_beating',
    worst: 'failed',
    run: ({ directory, clock }) =>
      count(
        query(directory)`select count(*) from timer_beats where beat_at_ms < ${clock() - STUCK_AFTER_MS}`,
      ),
  },
  {
    check: 'purchases_timely',
    worst: 'failed',
    run: ({ directory, clock }) =>
      count(query(directory)`select count(*) from purchases where due_at_ms < ${clock() - STUCK_AFTER_MS}`),
  },
  {
    check: 'jobs_timely',
    worst: 'failed',
    run: ({ directory, clock }) =>
      count(query(directory)`
        select count(*) from jobs where state = 'waiting' and run_at_ms < ${clock() - STUCK_AFTER_MS}`),
  },
  {
    check: 'jobs_alive',
    worst: 'warned',
    run: ({ directory }) => count(query(directory)`select count(*) from jobs where state = 'dead'`),
  },
  {
    check: 'mails_handled',
    worst: 'warned',
    run: ({ directory, clock }) =>
      count(query(directory)`
        select count(*) from inbound_mails
        where outcome is null and received_at_ms < ${clock() - STUCK_AFTER_MS}`),
  },
  {
    check: 'webhooks_taken',
    worst: 'warned',
    run: ({ directory, clock }) =>
      count(query(directory)`
        select count(*) from webhook_deliveries
        where state = 'failed' and created_at_ms > ${clock() - 7 * 86_400_000}`),
  },
];
