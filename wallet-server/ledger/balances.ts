import type { z } from 'zod';
import type { Balance, Credit } from '#shared/api/purchases.ts';
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

/** How much may be advanced to a person in each currency of `limits`, and how much of it is not advanced or promised. */
export async function listCredits(
  sql: Queryable,
  personId: string,
  limits: Readonly<Record<string, bigint>>,
): Promise<Credit[]> {
  const rows = await sql<{ currency: string; used_minor: bigint }[]>`
    select currency, owed_minor + owed_pending_minor as used_minor from person_balances where person_id = ${personId}`;
  const used = new Map(rows.map(row => [row.currency, row.used_minor]));
  return Object.entries(limits).map(([currency, limit]) => {
    const free = limit - (used.get(currency) ?? 0n);
    const freeMinor = String(free > 0n ? free : 0n);
    return { currency: currency as Currency, limitMinor: String(limit), freeMinor };
  });
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
