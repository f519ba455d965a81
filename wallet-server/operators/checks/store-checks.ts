import { readTrialBalance } from '../../ledger/trial-balance.ts';
import { countPendingMigrations } from '../../storage/count-pending-migrations.ts';
import type { Check } from './check.ts';

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
];

/** Reads the whole ledger: for `doctor` and not for a page that asks again and again. */
export const BOOKS_CHECK: Check = {
  check: 'books_balanced',
  worst: 'failed',
  run: async ({ directory }) => {
    const books = await readTrialBalance(directory);
    return books.filter(
      ({ totalMinor, driftMinor, pendingMinor }) =>
        totalMinor !== 0n || driftMinor !== 0n || pendingMinor !== 0n,
    ).length;
  },
};
