import type { Queryable } from '../storage/sql.ts';

/** One check of the books in one currency; every difference is zero. */
export interface TrialBalance {
  currency: string;
  /** Debits less credits over all accounts. */
  totalMinor: bigint;
  /** Kept balances of persons less the sums of their postings. */
  driftMinor: bigint;
  /** What is set aside less what purchases and payouts under way must have set aside. */
  pendingMinor: bigint;
}

interface Row {
  currency: string;
  total: bigint;
  drift: bigint;
  pending: bigint;
}

/** Adds up the whole ledger by currency: all zero, or something is wrong. */
export async function readTrialBalance(sql: Queryable): Promise<TrialBalance[]> {
  const rows = await sql<Row[]>`
    with sides as (
      select currency, debit_code as code, debit_owner as owner, posted_minor as posted, pending_minor as pending
      from transfers
      union all
      select currency, credit_code, credit_owner, -posted_minor, -pending_minor from transfers),
    kept as (
      select currency, 'person_funds' as code, person_id::text as owner, -funds_minor as posted,
        funds_held_minor as pending from person_balances
      union all
      select currency, 'person_advances', person_id::text, owed_minor, owed_pending_minor from person_balances),
    summed as (
      select currency, code, owner, sum(posted) as posted, sum(pending) as pending from sides
      where code in ('person_funds', 'person_advances') group by currency, code, owner),
    drifts as (
      select coalesce(kept.currency, summed.currency) as currency,
        abs(coalesce(kept.posted, 0) - coalesce(summed.posted, 0))
          + abs(coalesce(kept.pending, 0) - coalesce(summed.pending, 0)) as drift
      from kept full join summed using (currency, code, owner)),
    expected as (
      select document->>'currency' as currency, (document->>'amountMinor')::bigint as pending from purchases
      where state in ('identity_confirmed', 'shipped', 'disputed', 'returned')
        and (funding = 'held' or document->'charge'->'clearedAtMs' is null
          or document->'charge'->'clearedAtMs' = 'null'::jsonb)
      union all
      select currency, amount_minor from payouts
      where state in ('pending', 'unanswered'))
    select currencies.currency,
      coalesce((select sum(posted) from sides s where s.currency = currencies.currency), 0)::bigint as total,
      coalesce((select sum(drift) from drifts d where d.currency = currencies.currency), 0)::bigint as drift,
      (coalesce((select sum(t.pending_minor) from transfers t where t.currency = currencies.currency), 0)
        - coalesce((select sum(e.pending) from expected e where e.currency = currencies.currency), 0))::bigint
        as pending
    from (select distinct currency from transfers) as currencies order by currency`;
  return rows.map(({ currency, total, drift, pending }) => ({
    ...{ currency, totalMinor: total, driftMinor: drift, pendingMinor: pending },
  }));
}

/** One kind of account, all owners together. */
export interface AccountTotal {
  currency: string;
  code: string;
  debitedMinor: bigint;
  creditedMinor: bigint;
}

/** Debits and credits of each kind of account. */
export async function listAccountTotals(sql: Queryable): Promise<AccountTotal[]> {
  const rows = await sql<Array<{ currency: string; code: string; debited: bigint; credited: bigint }>>`
    select currency, code, sum(debited)::bigint as debited, sum(credited)::bigint as credited from (
      select currency, debit_code as code, posted_minor as debited, 0 as credited from transfers
      union all
      select currency, credit_code, 0, posted_minor from transfers) as sides
    group by currency, code order by currency, code`;
  return rows.map(({ currency, code, debited, credited }) => ({
    ...{ currency, code, debitedMinor: debited, creditedMinor: credited },
  }));
}
