import { expect, test } from 'vitest';
import { openEscrow } from '#tests/fixtures/escrow.ts';
import { addPeople } from '#tests/fixtures/many-people.ts';
import { countReads } from '#tests/fixtures/table-reads.ts';
import { findParcel } from '../delivery/find-parcel.ts';
import { listReceipts } from '../log/list-receipts.ts';
import { findPersonByNumber } from '../people/find-person.ts';
import { readOrderFacts } from '../purchases/read-order-facts.ts';
import { readPurchaseFacts } from '../purchases/read-purchase-facts.ts';
import type { Sql } from '../storage/sql.ts';
import { findNumber, getActiveNumber, listRetiredNumbers } from './find-number.ts';
import { rotateNumbers } from './rotate-numbers.ts';

test('every lookup by number is a probe of an index, and reads a handful of rows among twenty thousand', async () => {
  const escrow = await openEscrow();
  const { services } = escrow.app;
  const { personId, number } = escrow.member;
  await addPeople(services.directory, 10_000);
  const lookups: Record<string, (sql: Sql) => Promise<unknown>> = {
    findNumber: sql => findNumber(sql, number),
    getActiveNumber: sql => getActiveNumber(sql, personId),
    listRetiredNumbers: sql => listRetiredNumbers(sql, personId),
    findPersonByNumber: sql => findPersonByNumber({ ...services, directory: sql }, number),
  };
  for (const [name, lookup] of Object.entries(lookups)) {
    const reads = await countReads(services.directory, connection => lookup(connection as never));
    for (const { table, scans, rows } of reads) {
      expect({ name, table, scans, few: rows <= 3 }).toEqual({ name, table, scans: 0, few: true });
    }
    expect([name, reads.length]).not.toEqual([name, 0]);
  }
});

test('a group of orders and confirmations probes indexes, however few people the planner thinks there are', async () => {
  const escrow = await openEscrow();
  const { directory } = escrow.app.services;
  await addPeople(directory, 10_000);
  await directory`
    insert into passkeys (credential_id, person_id, public_key, counter, transports, backed_up, added_at_ms, used_at_ms)
    select id::text, id, '', 0, '[]', false, 1, 1 from people`;
  await directory`analyze passkeys`;
  const people = await directory<{ number: string; address_index: Buffer; id: string }[]>`
    select number, address_index, id from people join numbers on person_id = id and retired_at_ms is null
    order by id limit 8`;
  const order = (place: number) => ({ sellerId: escrow.sellerId, orderNumber: `KA-${place}` });
  const lookups: Record<string, (sql: Sql) => Promise<unknown>> = {
    'orders by number': sql =>
      readOrderFacts(
        sql,
        people.map(({ number }, place) => ({ ...order(place), buyer: { number } })),
      ),
    'orders by address': sql =>
      readOrderFacts(
        sql,
        people.map((person, place) => ({ ...order(place), buyer: { addressIndex: person.address_index } })),
      ),
    confirmations: sql =>
      readPurchaseFacts(
        sql,
        people.map(({ id }, place) => ({ ...order(place), credentialId: id, withCode: true })),
      ),
  };
  for (const [name, lookup] of Object.entries(lookups)) {
    const reads = await countReads(directory, connection => lookup(connection as never));
    const large = reads.filter(({ table }) => ['passkeys', 'numbers', 'people'].includes(table));
    for (const { table, scans, rows } of large) {
      expect({ name, table, scans, few: rows <= 8 * 3 }).toEqual({ name, table, scans: 0, few: true });
    }
    expect([name, large.length]).not.toEqual([name, 0]);
  }
});

test('what is due for rotation is found without reading those that are not', async () => {
  const escrow = await openEscrow();
  const { services, clock } = escrow.app;
  await addPeople(services.directory, 10_000);
  await services.directory`update numbers set issued_at_ms = ${clock.nowMs} where retired_at_ms is null`;
  await services.directory`analyze numbers`;
  const [one] = await services.directory`
    update numbers set issued_at_ms = 1 where number = (select min(number) from numbers where retired_at_ms is null)
    returning number`;
  expect(one).toBeDefined();
  expect(await rotateNumbers(services)).toBe(1);
  const plan = await services.directory.unsafe(
    `explain select person_id from numbers where retired_at_ms is null and issued_at_ms <= 5
     order by issued_at_ms, person_id limit 200 for update skip locked`,
  );
  expect(JSON.stringify(plan)).toContain('numbers_by_age');
});

test('parcels and receipts are found by index too', async () => {
  const escrow = await openEscrow();
  const { directory } = escrow.app.services;
  await addPeople(directory, 10_000);
  await directory`
    insert into log_leaves (leaf_hash, salt, entry, at_ms, leaf_index)
    select sha256(n::text::bytea), '', jsonb_build_object('subjectId', gen_random_uuid()), 1, n
    from generate_series(1, 20000) as n`;
  await directory`analyze log_leaves`;
  const proof = { holder: escrow.member.number, orderNumber: 'KA-1', waybill: 'WB-1' };
  const lookups: Record<string, (sql: Sql) => Promise<unknown>> = {
    findParcel: sql => findParcel(sql, proof),
    listReceipts: sql => listReceipts(sql, escrow.member.personId, { from: 0, limit: 200 }),
  };
  for (const [name, lookup] of Object.entries(lookups)) {
    const reads = await countReads(directory, connection => lookup(connection as never));
    // Tables that have next to no rows here are read whole, as they should be.
    const large = reads.filter(({ table }) => ['log_leaves', 'numbers', 'people'].includes(table));
    for (const { table, scans, rows } of large) {
      expect({ name, table, scans, few: rows <= 10 }).toEqual({ name, table, scans: 0, few: true });
    }
  }
});
