import { expect, test } from 'vitest';
import { makeCallers } from '#server/app/find-session.ts';
import { findSellersByApiKey } from '#server/sellers/find-seller.ts';
import type { Sql } from '#server/storage/sql.ts';
import { openEscrow, placeHeld } from '#tests/fixtures/escrow.ts';
import { borrowTestDatabases } from '#tests/fixtures/postgres.ts';
import { commitRecords } from './commit-records.ts';
import { readOrderFacts } from './read-order-facts.ts';
import { readPurchaseFacts } from './read-purchase-facts.ts';

/** So small that reading a whole table looks cheap for a hundred look-ups, which is what a group is guessed to have. */
const ROWS = 800;
const NOTHING = '00000000-0000-4000-8000-000000000000';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

function listWholeReads(plan: Plan): string[] {
  const below = (plan.Plans ?? []).flatMap(listWholeReads);
  return plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? '', ...below] : below;
}

function listIndexes(plan: Plan): string[] {
  return [plan['Index Name'] ?? [], ...(plan.Plans ?? []).map(listIndexes)].flat();
}

/** The same connections, and the text of every statement that goes through them. */
function listen(sql: Sql): { sql: Sql; texts: string[] } {
  const texts: string[] = [];
  const unsafe: Sql['unsafe'] = (text, ...rest) => {
    texts.push(text);
    return sql.unsafe(text, ...rest);
  };
  const heard = new Proxy(sql, {
    get: (target, name) => (name === 'unsafe' ? unsafe : Reflect.get(target, name)),
  });
  return { sql: heard, texts };
}

async function explain(sql: Sql, text: string): Promise<Plan[]> {
  const [row] = await sql.unsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
    `explain (generic_plan, format json) ${text}`,
  );
  return row?.['QUERY PLAN'].map(({ Plan }) => Plan) ?? [];
}

/** As many rows as `ROWS` of what is there, alike but for `keys`. */
async function multiply(sql: Sql, table: string, keys: string): Promise<void> {
  await sql.unsafe(`
    insert into ${table} select (jsonb_populate_record(one, jsonb_build_object(${keys}))).*
    from ${table} one cross join generate_series(1, ${ROWS}) as n
    where one.ctid = (select ctid from ${table} limit 1)`);
  await sql.unsafe(`analyze ${table}`);
}

test('a command reads no whole table, however small', async () => {
  const escrow = await openEscrow();
  await escrow.deposit(100n);
  await placeHeld(escrow, 'P-1', '1');
  const { directory } = escrow.app.databases;
  const id = `'id', gen_random_uuid()`;
  await multiply(directory, 'purchases', `${id}, 'order_number', 'O-' || n`);
  await multiply(directory, 'people', `${id}, 'address_index', '\\x' || encode(int4send(n), 'hex')`);
  await multiply(
    directory,
    'sellers',
    `${id}, 'host', n || '.example', 'api_key_hash', '\\x' || encode(int4send(n), 'hex')`,
  );
  await multiply(directory, 'passkeys', `'credential_id', 'c' || n`);
  await multiply(directory, 'person_balances', `'person_id', gen_random_uuid()`);
  await multiply(directory, 'numbers', `'number', 'N' || n, 'retired_at_ms', 1`);
  await multiply(directory, 'devices', `${id}, 'jkt', 'j' || n`);
  await multiply(directory, 'sessions', id);
  await multiply(directory, 'access_tokens', `'token_hash', '\\x' || encode(int4send(n), 'hex')`);

  const { sql, texts } = listen(directory);
  await readOrderFacts(sql, [{ sellerId: NOTHING, orderNumber: 'P-1', buyer: { number: 'N' } }]);
  await readPurchaseFacts(sql, [{ purchaseId: NOTHING, credentialId: 'c', withCode: true }]);
  await findSellersByApiKey(sql, ['wvk_none']);
  const proof = { jkt: 'none', hash: Buffer.alloc(32), expiresAtMs: 0 };
  await makeCallers(sql).findSession({ accessToken: 'none', proof, nowMs: 0 });
  await commitRecords(sql, [], { credit: {}, wait: false });

  const wholeReads = [];
  for (const text of texts) wholeReads.push((await explain(directory, text)).flatMap(listWholeReads));
  expect(wholeReads).toEqual([[], [], [], [], []]);
});

test('an order is looked for by its number, not among all of its shop, from the first purchase on', async () => {
  const { directory } = await borrowTestDatabases();
  const { sql, texts } = listen(directory);
  await readPurchaseFacts(sql, [{ sellerId: NOTHING, orderNumber: 'P-1' }]);
  await readOrderFacts(sql, [{ sellerId: NOTHING, orderNumber: 'P-1', buyer: { number: 'N' } }]);
  const indexes = [];
  for (const text of texts) indexes.push((await explain(directory, text)).flatMap(listIndexes));
  expect(indexes).toEqual([
    expect.arrayContaining(['purchases_by_order']),
    expect.arrayContaining(['purchases_by_order']),
  ]);
  expect(indexes.flat()).not.toContain('purchases_of_seller');
});
