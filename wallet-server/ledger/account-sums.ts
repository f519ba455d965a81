import { CURRENCIES } from '#shared/money/currency.ts';
import type { Account } from '#shared/purchase/transfers.ts';
import type { Queryable } from '../storage/sql.ts';

/** What an account came to in one currency: sums of all its postings up to a time. */
export interface AccountSums {
  currency: string;
  debitedMinor: bigint;
  creditedMinor: bigint;
  debitPendingMinor: bigint;
  creditPendingMinor: bigint;
}

interface Row {
  currency: string;
  debited: bigint;
  credited: bigint;
  debit_pending: bigint;
  credit_pending: bigint;
}

const NEVER_MS = Number.MAX_SAFE_INTEGER;

/**
 * Adds an account up to before `untilMs`: its last closing, and what was posted after it. However long the account
 * lives, that is one closing and the postings of about a day.
 */
export async function readAccountSums(
  sql: Queryable,
  { code, ownerId }: Account,
  untilMs: number = NEVER_MS,
): Promise<AccountSums[]> {
  const currencies = Object.keys(CURRENCIES);
  const rows = await sql<Row[]>`
    select wanted.currency,
      (coalesce(closed.debited_minor, 0) + debits.posted)::bigint as debited,
      (coalesce(closed.credited_minor, 0) + credits.posted)::bigint as credited,
      (coalesce(closed.debit_pending_minor, 0) + debits.pending)::bigint as debit_pending,
      (coalesce(closed.credit_pending_minor, 0) + credits.pending)::bigint as credit_pending
    from unnest(${currencies}::text[]) as wanted(currency)
    left join lateral (
      select * from account_closings
      where owner = ${ownerId} and code = ${code} and currency = wanted.currency and through_ms < ${untilMs}
      order by through_ms desc limit 1) closed on true
    cross join lateral (
      select coalesce(sum(posted_minor), 0) as posted, coalesce(sum(pending_minor), 0) as pending, count(*) as count
      from transfers where debit_owner = ${ownerId} and debit_code = ${code} and currency = wanted.currency
        and at_ms > coalesce(closed.through_ms, -1) and at_ms < ${untilMs}) debits
    cross join lateral (
      select coalesce(sum(posted_minor), 0) as posted, coalesce(sum(pending_minor), 0) as pending, count(*) as count
      from transfers where credit_owner = ${ownerId} and credit_code = ${code} and currency = wanted.currency
        and at_ms > coalesce(closed.through_ms, -1) and at_ms < ${untilMs}) credits
    where closed.through_ms is not null or debits.count > 0 or credits.count > 0
    order by wanted.currency`;
  return rows.map(({ currency, debited, credited, debit_pending, credit_pending }) => ({
    ...{ currency, debitedMinor: debited, creditedMinor: credited },
    ...{ debitPendingMinor: debit_pending, creditPendingMinor: credit_pending },
  }));
}
