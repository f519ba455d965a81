import type { Statement, StatementEntry } from '#shared/api/accounts.ts';
import type { Currency } from '#shared/money/currency.ts';
import type { Account, AccountCode } from '#shared/purchase/transfers.ts';
import type { Queryable, Sql } from '../storage/sql.ts';
import { transact } from '../storage/transact.ts';
import { type AccountSums, readAccountSums } from './account-sums.ts';

export interface Period {
  currency: Currency;
  fromMs: number;
  toMs: number;
  limit: number;
}

/** Accounts of which more debits make more: what others owe us. The rest is what we owe. */
const DEBIT_NORMAL: ReadonlySet<AccountCode> = new Set<AccountCode>([
  'bank',
  'person_advances',
  'collections',
]);

interface Row {
  at_ms: bigint;
  kind: StatementEntry['kind'];
  purchase_id: string | null;
  order_number: string | null;
  bank_reference: string | null;
  payout_id: string | null;
  posted: bigint;
  pending: bigint;
}

/** An account over a period as it stands at one moment: opening balance, entries, closing balance. */
export async function readStatement(sql: Sql, account: Account, period: Period): Promise<Statement> {
  const { currency, fromMs, toMs, limit } = period;
  const [before, after, rows] = await transact(
    sql,
    async (tx): Promise<[AccountSums[], AccountSums[], Row[]]> => [
      await readAccountSums(tx, account, fromMs),
      await readAccountSums(tx, account, Math.max(fromMs, toMs)),
      await listEntries(tx, account, period),
    ],
    { isolation: 'repeatable read' },
  );
  const sign = DEBIT_NORMAL.has(account.code) ? 1n : -1n;
  const opening = findBalance(before, currency, sign);
  const closing = findBalance(after, currency, sign);
  return {
    ...{ currency, fromMs, toMs, openingMinor: `${opening.posted}`, closingMinor: `${closing.posted}` },
    pendingMinor: `${closing.pending}`,
    entries: rows.slice(0, limit).map(row => toEntry(row, sign)),
    complete: rows.length <= limit,
  };
}

function findBalance(sums: readonly AccountSums[], currency: string, sign: bigint) {
  const found = sums.find(sum => sum.currency === currency);
  if (!found) return { posted: 0n, pending: 0n };
  return {
    posted: sign * (found.debitedMinor - found.creditedMinor),
    pending: sign * (found.debitPendingMinor - found.creditPendingMinor),
  };
}

/** One more than asked for, which tells whether there are more. Debits count up, credits down. */
async function listEntries(
  sql: Queryable,
  { code, ownerId }: Account,
  { currency, fromMs, toMs, limit }: Period,
): Promise<Row[]> {
  return await sql<Row[]>`
    select moved.*, purchases.order_number from (
      select id, at_ms, kind, purchase_id, bank_reference, payout_id, posted_minor as posted, pending_minor as pending
      from transfers where debit_owner = ${ownerId} and debit_code = ${code} and currency = ${currency}
        and at_ms >= ${fromMs} and at_ms < ${toMs}
      union all
      select id, at_ms, kind, purchase_id, bank_reference, payout_id, -posted_minor, -pending_minor
      from transfers where credit_owner = ${ownerId} and credit_code = ${code} and currency = ${currency}
        and at_ms >= ${fromMs} and at_ms < ${toMs}
      order by at_ms, id limit ${limit + 1}) moved
    left join purchases on purchases.id = moved.purchase_id
    order by moved.at_ms, moved.id`;
}

function toEntry(row: Row, sign: bigint): StatementEntry {
  return {
    ...{ atMs: Number(row.at_ms), kind: row.kind, purchaseId: row.purchase_id, payoutId: row.payout_id },
    ...{ orderNumber: row.order_number, bankReference: row.bank_reference },
    ...{ postedMinor: `${sign * row.posted}`, pendingMinor: `${sign * row.pending}` },
  };
}
