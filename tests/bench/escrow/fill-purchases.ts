import type { Sql } from '#server/storage/sql.ts';
import type { SeededMarket } from './seed-market.ts';

const ROWS_AT_ONCE = 50_000;
/** Purchases are spread over the time before, and over so many people. */
const DAYS = 700;
const PEOPLE = 100_000;

/**
 * Puts closed purchases of one shop into the directory until there are `count`, each with its postings and its number:
 * what a market looks like after years.
 */
export async function fillPurchases(sql: Sql, { seller }: SeededMarket, count: number): Promise<void> {
  const [there] = await sql<{ count: number }[]>`select count(*)::int as count from purchases`;
  await withoutIndexes(sql, async () => {
    for (let from = there?.count ?? 0; from < count; from += ROWS_AT_ONCE) {
      await fillSome(sql, seller, from, Math.min(count, from + ROWS_AT_ONCE));
    }
  });
  await sql`vacuum analyze`;
}

/** Millions of rows go in several times as fast when their indexes are made afterwards. Those of a key stay. */
async function withoutIndexes(sql: Sql, fill: () => Promise<void>): Promise<void> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename in ('purchases', 'transfers') and not exists (
      select from pg_constraint where conname = indexname)`;
  for (const { name } of indexes) await sql`drop index ${sql(name)}`;
  await fill();
  for (const { definition } of indexes) await sql.unsafe(definition);
}

async function fillSome(
  sql: Sql,
  seller: SeededMarket['seller'],
  from: number,
  until: number,
): Promise<void> {
  const startMs = Date.now() - DAYS * 86_400_000;
  await sql`
    with made as materialized (
      select n, gen_random_uuid() as id, ${startMs}::bigint + (n % ${DAYS}::bigint) * 86400000 + 1 as at_ms,
        lpad(to_hex(n % ${PEOPLE}::bigint), 32, 'f')::uuid as person_id
      from generate_series(${from}::bigint, ${until - 1}::bigint) as n),
    bought as (
      insert into purchases (id, version, state, funding, person_id, seller_id, payee_host, order_number,
        delivery_number, waybill, confirmed_at_ms, charged, placed_at_ms, due_at_ms, document)
      select id, 6, 'closed', 'held', person_id, ${seller.id}, ${seller.host}, 'G-' || n, 'QX7K2M9T4-06', 'WB-' || n,
        at_ms, false, at_ms, null,
        jsonb_build_object('id', id, 'state', 'closed', 'currency', 'USD', 'amountMinor', '4800', 'note', repeat('x', 400))
      from made),
    paid as (
      insert into transfers (kind, purchase_id, purchase_version, debit_code, debit_owner, credit_code, credit_owner,
        currency, posted_minor, pending_minor, at_ms)
      select kind, id, version, 'person_funds', person_id::text, 'seller_payable', ${seller.id}, 'USD', posted,
        pending, at_ms
      from made cross join (values ('pending', 2, 0, 4800), ('post', 5, 4800, -4800))
        as moves(kind, version, posted, pending))
    insert into numbers (number, person_id, issued_at_ms, retired_at_ms)
    select upper('G' || to_hex(n)), (select person_id from numbers limit 1), 0, 1 from made
    on conflict do nothing`;
}
