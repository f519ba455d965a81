import { expect, test } from 'vitest';
import { expectOk } from '#tests/fixtures/device.ts';
import { confirm, type Escrow, openEscrow, placeHeld } from '#tests/fixtures/escrow.ts';
import { findPersonByNumber } from '../people/find-person.ts';
import { getActiveNumber, listRetiredNumbers } from './find-number.ts';
import { rotateNumbers } from './rotate-numbers.ts';

const DAY = 86_400_000;
const LIFETIME = 90 * DAY;
const SHIPMENT = { waybill: 'WB-1234567', carrier: 'Swift Parcel' };
const PROOF = { orderNumber: 'KA-1', waybill: SHIPMENT.waybill, use: 'print' } as const;

async function shipHeld(escrow: Escrow): Promise<string> {
  await escrow.deposit(10_000n);
  const view = await placeHeld(escrow);
  await confirm(escrow, view);
  expectOk(await escrow.call('shipOrder', { params: { orderNumber: 'KA-1' }, body: SHIPMENT }));
  return view.id;
}

async function askFor({ call }: Escrow, fieldNumber: string) {
  return expectOk(await call('resolveNumber', { body: { fieldNumber, ...PROOF } }));
}

test('S11: numbers change at equal intervals, each once however many processes do it', async () => {
  const escrow = await openEscrow();
  const { services, clock } = escrow.app;
  const { personId, number } = escrow.member;
  clock.nowMs += LIFETIME - 1;
  expect(await rotateNumbers(services)).toBe(0);
  const numbers = [number];
  for (let round = 0; round < 3; round += 1) {
    clock.nowMs += round === 0 ? 1 : LIFETIME;
    const counts = await Promise.all([1, 2, 3].map(() => rotateNumbers(services)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    numbers.push(await getActiveNumber(services.directory, personId));
  }
  expect(new Set(numbers).size).toBe(4);
  const retired = await listRetiredNumbers(services.directory, personId);
  expect(retired.map(({ issuedAtMs, retiredAtMs }) => (retiredAtMs ?? 0) - issuedAtMs)).toEqual([
    ...[LIFETIME, LIFETIME, LIFETIME],
  ]);
});

test('S11: a retired number still resolves for the open purchase that names it, and for nothing else', async () => {
  const escrow = await openEscrow();
  const { services, clock } = escrow.app;
  const { personId, number: old } = escrow.member;
  const purchaseId = await shipHeld(escrow);
  clock.nowMs += LIFETIME;
  expect(await rotateNumbers(services)).toBe(1);
  const fresh = await getActiveNumber(services.directory, personId);

  expect(await askFor(escrow, `${old}-06`)).toMatchObject({ released: true, field: 'destination1' });
  expect(await askFor(escrow, `${fresh}-06`)).toEqual({ released: false, number: `${fresh}-06` });
  expect(await findPersonByNumber(services, old)).toBeNull();
  expect(await findPersonByNumber(services, fresh)).toMatchObject({ personId });
  const order = {
    ...{ orderNumber: 'KA-2', amountMinor: '100', currency: 'USD', description: 'RCA cable' },
    buyer: old,
  };
  expect(await escrow.call('placeOrder', { body: order })).toHaveProperty('refused');

  expectOk(await escrow.call('confirmReceipt', { params: { purchaseId } }));
  expect(await askFor(escrow, `${old}-06`)).toEqual({ released: false, number: `${old}-06` });
});

test('S11: the log says that numbers were given, and not which', async () => {
  const escrow = await openEscrow();
  const { services, clock } = escrow.app;
  clock.nowMs += LIFETIME;
  await rotateNumbers(services);
  const { directory } = services;
  const leaves = await directory<
    { entry: object }[]
  >`select entry from log_leaves where entry ->> 'kind' = 'issued'`;
  expect(leaves).toHaveLength(2);
  const number = await getActiveNumber(directory, escrow.member.personId);
  const [found] = await directory`select 1 from log_leaves where entry::text like ${`%${number}%`}`;
  expect(found).toBeUndefined();
});

test('S11: a number has nothing of the customer number in it', async () => {
  const escrow = await openEscrow();
  const { personId, number } = escrow.member;
  const customerNumber = personId.replaceAll('-', '').toUpperCase();
  for (let at = 0; at + 4 <= number.length; at += 1)
    expect(customerNumber).not.toContain(number.slice(at, at + 4));
});
