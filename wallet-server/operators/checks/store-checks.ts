import type { Vault, VaultPage } from '../../app/services.ts';
import { readTrialBalance } from '../../ledger/trial-balance.ts';
import { countDisputes, countLate } from '../../log/bring-checkpoints.ts';
import { checkLog } from '../../log/check-log.ts';
import { countPendingMigrations } from '../../storage/count-pending-migrations.ts';
import type { Check } from './check.ts';
import { type CountRow, countRows, STUCK_AFTER_MS } from './count-rows.ts';

/** A witness rests ten minutes at most after a failure. */
const WITNESSED_WITHIN_MS = 30 * 60_000;

/** Checks of what is kept. */
export const STORE_CHECKS: readonly Check[] = [
  {
    check: 'migrations_current',
    worst: 'failed',
    run: ({ directory }) => countPendingMigrations('directory', directory),
  },
  {
    check: 'vault_reachable',
    worst: 'failed',
    run: async ({ vault }) => ((await vault.isReachable()) ? 0 : 1),
  },
  {
    check: 'vault_stores_there',
    worst: 'warned',
    run: async ({ vault }) => Object.values((await vault.readStatus()).stores).filter(there => !there).length,
  },
  {
    check: 'vault_settled',
    worst: 'warned',
    run: ({ directory, clock }) =>
      countRows(directory<CountRow[]>`
        select count(*) from vault_staging where staged_at_ms < ${clock() - STUCK_AFTER_MS}`),
  },
  {
    check: 'erasures_journaled',
    worst: 'failed',
    run: ({ directory, clock }) =>
      countRows(directory<CountRow[]>`
        select count(*) from erasures
        where journaled_at_ms is null and erased_at_ms < ${clock() - STUCK_AFTER_MS}`),
  },
  {
    check: 'log_growing',
    worst: 'failed',
    run: ({ directory, clock }) =>
      countRows(directory<CountRow[]>`
        select count(*) from log_leaves where leaf_index is null and at_ms < ${clock() - STUCK_AFTER_MS}`),
  },
  {
    check: 'log_witnessed',
    worst: 'warned',
    run: services => countLate(services, WITNESSED_WITHIN_MS),
  },
  { check: 'log_undisputed', worst: 'failed', run: countDisputes },
];

/** These read everything: for `doctor` and not for a page that asks again and again. */
export const THOROUGH_CHECKS: readonly Check[] = [
  {
    check: 'books_balanced',
    worst: 'failed',
    run: async ({ directory }) => {
      const books = await readTrialBalance(directory);
      return books.filter(
        ({ totalMinor, driftMinor, pendingMinor }) =>
          totalMinor !== 0n || driftMinor !== 0n || pendingMinor !== 0n,
      ).length;
    },
  },
  { check: 'vault_whole', worst: 'failed', run: ({ vault }) => countLost(vault) },
  {
    check: 'log_whole',
    worst: 'failed',
    run: async ({ directory }) => ((await checkLog(directory)) === null ? 0 : 1),
  },
];

/** What is damaged in one store is mended on the way, as the server does page by page anyway. */
async function countLost(vault: Vault): Promise<number> {
  let lost = 0;
  let after: string | null = null;
  do {
    const page: VaultPage = await vault.checkPage(after);
    lost += page.lost;
    after = page.next;
  } while (after !== null);
  return lost;
}
