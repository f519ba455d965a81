import type { z } from 'zod';
import type { Balance } from '#shared/api/purchases.ts';
import type { SellerBalance } from '#shared/api/sellers.ts';
import type { Currency } from '#shared/money/currency.ts';
import type { Queryable } from '../storage/sql.ts';
import { readAccountSums } from './account-sums.ts';

/** Makes sure that the person has a row for this currency: limits are conditions on it. */
export async function openBalance(tx: Queryable, personId: string, currency: Currency): Promise<void> {
  await tx`
    insert into person_balances (person_id, currency) values (${personId}, ${currency}) on conflict do nothing`;
}

interface PersonRow {
  currency: Currency;
  funds_minor: bigint;
  funds_held_minor: bigint;
  owed_minor: bigint;
}

/** What a person has paid in, has set aside and owes, by currency. */
export async function listBalances(sql: Queryable, personId: string): Promise<Balance[]> {
  const rows = await sql<PersonRow[]>`
    select currency, funds_minor, funds_held_minor, owed_minor from person_balances
    where person_id = ${personId} order by currency`;
  return rows.map(row => ({
    currency: row.currency,
    availableMinor: String(row.funds_minor - row.funds_held_minor),
    heldMinor: String(row.funds_held_minor),
    owedMinor: String(row.owed_minor),
  }));
}

/** What is payable to a shop, less payouts under way, and what is set aside for it: sums of postings, no row of its own. */
export async function listSellerBalances(
  sql: Queryable,
  sellerId: string,
): Promise<z.infer<typeof SellerBalance>[]> {
  const sums = await readAccountSums(sql, { code: 'seller_payable', ownerId: sellerId });
  return sums.map(({ currency, debitedMinor, creditedMinor, debitPendingMinor, creditPendingMinor }) => ({
    currency: currency as Currency,
    payableMinor: String(creditedMinor - debitedMinor - debitPendingMinor),
    pendingMinor: String(creditPendingMinor),
  }));
}
