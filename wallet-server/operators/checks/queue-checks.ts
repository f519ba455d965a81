import { countUnanswered } from '../../bank/await-answers.ts';
import type { Check } from './check.ts';
import { type CountRow, countRows, STUCK_AFTER_MS } from './count-rows.ts';

/** Checks of work that should have happened by now. */
export const QUEUE_CHECKS: readonly Check[] = [
  {
    check: 'timer_beating',
    worst: 'failed',
    run: ({ directory, clock }) =>
      countRows(
        directory<
          CountRow[]
        >`select count(*) from timer_beats where beat_at_ms < ${clock() - STUCK_AFTER_MS}`,
      ),
  },
  {
    check: 'purchases_timely',
    worst: 'failed',
    run: ({ directory, clock }) =>
      countRows(
        directory<CountRow[]>`select count(*) from purchases where due_at_ms < ${clock() - STUCK_AFTER_MS}`,
      ),
  },
  {
    check: 'jobs_timely',
    worst: 'failed',
    run: ({ directory, clock }) =>
      countRows(directory<CountRow[]>`
        select count(*) from jobs where state = 'waiting' and run_at_ms < ${clock() - STUCK_AFTER_MS}`),
  },
  {
    check: 'jobs_alive',
    worst: 'warned',
    run: ({ directory }) => countRows(directory<CountRow[]>`select count(*) from jobs where state = 'dead'`),
  },
  {
    check: 'mails_handled',
    worst: 'warned',
    run: ({ directory, clock }) =>
      countRows(directory<CountRow[]>`
        select count(*) from inbound_mails
        where outcome is null and received_at_ms < ${clock() - STUCK_AFTER_MS}`),
  },
  { check: 'payouts_answered', worst: 'warned', run: countUnanswered },
  {
    check: 'webhooks_taken',
    worst: 'warned',
    run: ({ directory, clock }) =>
      countRows(directory<CountRow[]>`
        select count(*) from webhook_deliveries
        where state = 'failed' and created_at_ms > ${clock() - 7 * 86_400_000}`),
  },
];
