import { z } from 'zod';
import { FUNDING_MODES, PURCHASE_STATES } from '../purchase/state.ts';
import { defineEndpoint } from './endpoint.ts';
import { TimeMs } from './fields.ts';

/** What a running server is looked over for; the last three read everything and are asked for apart. */
export const CHECKS = [
  'migrations_current',
  'timer_beating',
  'purchases_timely',
  'jobs_timely',
  'jobs_alive',
  'mails_handled',
  'webhooks_taken',
  'payouts_answered',
  'vault_reachable',
  'vault_stores_there',
  'vault_settled',
  'erasures_journaled',
  'log_growing',
  'log_witnessed',
  'log_undisputed',
  'books_balanced',
  'vault_whole',
  'log_whole',
] as const;
export const CheckName = z.enum(CHECKS);
export type CheckName = z.infer<typeof CheckName>;

/** `count` says how many things are not as they should be: 0 where the check passed. */
export const CheckResult = z.object({
  check: CheckName,
  state: z.enum(['passed', 'warned', 'failed']),
  count: z.int().min(0),
});
export type CheckResult = z.infer<typeof CheckResult>;

/** How the server does, in counts: nothing in it says who bought what. */
export const Condition = z.object({
  atMs: TimeMs,
  /** Purchases that are not over. */
  openPurchases: z.array(
    z.object({ state: z.enum(PURCHASE_STATES), funding: z.enum(FUNDING_MODES), count: z.int() }),
  ),
  jobs: z.array(
    z.object({
      kind: z.string(),
      waiting: z.int(),
      dead: z.int(),
      /** When the oldest of those that wait should have run; null where none waits. */
      oldestDueAtMs: TimeMs.nullable(),
    }),
  ),
  log: z.object({ leafCount: z.int(), newestAtMs: TimeMs.nullable() }),
  checks: z.array(CheckResult),
});
export type Condition = z.infer<typeof Condition>;

export const getCondition = defineEndpoint({
  ...{ method: 'GET', path: '/v1/operator/condition', party: 'operator', status: 200 },
  summary: 'How the server does: open purchases, queues, log, and what is not as it should be.',
  result: Condition,
  refusals: ['key_invalid'],
});
