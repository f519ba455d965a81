import { describe, expect, test } from 'vitest';
import { expectOk } from '#tests/fixtures/device.ts';
import {
  confirm,
  type Escrow,
  getPurchase,
  makeMessage,
  openEscrow,
  placeAdvanced,
  placeHeld,
  tellIssuer,
} from '#tests/fixtures/escrow.ts';

const SHIPMENT = { waybill: 'WB-1234567', carrier: 'Swift Parcel' };
const PROOF = { orderNumber: 'KA-1', waybill: SHIPMENT.waybill, use: 'print' } as const;

async function shipHeld(escrow: Escrow): Promise<string> {
  await escrow.deposit(10_000n);
  const view = await placeHeld(escrow);
  await confirm(escrow, view);
  expectOk(await escrow.call('shipOrder', { params: { orderNumber: 'KA-1' }, body: SHIPMENT }));
  return view.id;
}

async function resolve(escrow: Escrow, body: object) {
  return expectOk(await escrow.call('resolveNumber', { body }));
}

async function listReasons(escrow: Escrow): Promise<string[]> {
  const { disclosures } = expectOk(await escrow.call('listDisclosures'));
  const words = disclosures.map(
    ({ field, granted, reason }) => `${granted ? 'given' : 'refused'} ${field} ${reason}`,
  );
  return words.sort();
}

describe('who gets real data', () => {
  test('S1 S2 S4 S5 S8 S13 S19 S63: order number and waybill release one field of an open parcel, and it is logged', async () => {
    const escrow = await openEscrow();
    await shipHeld(escrow);
    const fieldNumber = `${escrow.member.number}-06`;
    const released = await resolve(escrow, { fieldNumber, ...PROOF });
    expect(released).toMatchObject({
      released: true,
      field: 'destination1',
      lines: ['7 Thistlewood Crescent', 'Portland, OR 97209', 'US'],
    });
    expect(JSON.stringify(released)).not.toMatch(/Haneul|\+1503/);
    expect(released).toMatchObject({ untilMs: escrow.app.clock.nowMs + 10 * 60_000 });
    expect(await resolve(escrow, { ...PROOF, fieldNumber: escrow.member.number })).toMatchObject({
      field: 'name',
      lines: ['Jun Haneul Okonkwo-Brandt'],
    });
    expect(await listReasons(escrow)).toEqual(['given destination1 parcel_print', 'given name parcel_print']);
  });

  test('S3 S5 S13 S63: without the right proof, or for another field, the number alone goes back, and it is logged', async () => {
    const escrow = await openEscrow();
    const { number } = escrow.member;
    const fieldNumber = `${number}-06`;
    const alone = { released: false, number: fieldNumber };
    await escrow.deposit(10_000n);
    const view = await placeHeld(escrow);
    expect(await resolve(escrow, { fieldNumber, ...PROOF })).toEqual(alone);
    await confirm(escrow, view);
    await escrow.call('shipOrder', { params: { orderNumber: 'KA-1' }, body: SHIPMENT });
    expect(await resolve(escrow, { fieldNumber, ...PROOF, orderNumber: 'KA-2' })).toEqual(alone);
    expect(await resolve(escrow, { fieldNumber, ...PROOF, waybill: 'WB-7654321' })).toEqual(alone);
    expect(await resolve(escrow, { fieldNumber, use: 'display' })).toEqual(alone);
    const email = `${number}-10`;
    expect(await resolve(escrow, { ...PROOF, fieldNumber: email })).toEqual({
      released: false,
      number: email,
    });
    expect(await listReasons(escrow)).toEqual([
      'refused destination1 proof_missing',
      'refused destination1 proof_wrong',
      'refused destination1 proof_wrong',
      'refused destination1 proof_wrong',
      'refused email field_denied',
    ]);
  });

  test('S12: an unknown suffix or a mistyped number opens nothing', async () => {
    const escrow = await openEscrow();
    await shipHeld(escrow);
    for (const fieldNumber of [`${escrow.member.number}-99`, 'QX7K2M9T5-06', 'hello']) {
      expect(await resolve(escrow, { ...PROOF, fieldNumber })).toEqual({
        released: false,
        number: fieldNumber,
      });
    }
  });

  test('S5: when the purchase is over, nothing is released any more', async () => {
    const escrow = await openEscrow();
    const purchaseId = await shipHeld(escrow);
    await escrow.call('confirmReceipt', { params: { purchaseId } });
    const fieldNumber = `${escrow.member.number}-06`;
    expect(await resolve(escrow, { fieldNumber, ...PROOF })).toEqual({
      released: false,
      number: fieldNumber,
    });
  });

  test('every disclosure leaves a salted leaf in the log, and no real data', async () => {
    const escrow = await openEscrow();
    await shipHeld(escrow);
    await resolve(escrow, { fieldNumber: `${escrow.member.number}-06`, ...PROOF });
    const leaves = await escrow.app.services.directory<{ leaf_hash: Buffer; entry: { kind: string } }[]>`
      select leaf_hash, entry from log_leaves order by id`;
    expect(leaves.map(({ entry }) => entry.kind)).toEqual(expect.arrayContaining(['confirmed', 'disclosed']));
    expect(leaves.every(leaf => leaf.leaf_hash.length === 32)).toBe(true);
    expect(JSON.stringify(leaves)).not.toMatch(/Thistlewood/);
  });
});

describe('parcels', () => {
  async function chargeOne(escrow: Escrow, orderNumber: string | null = 'L-77') {
    const view = await placeAdvanced(escrow, '4800', orderNumber);
    const { armedNumber } = expectOk(await confirm(escrow, view));
    if (!armedNumber) throw new Error('nothing was armed');
    const reference = { retrievalReferenceNumber: `RRN${view.id.slice(-9)}` };
    await tellIssuer(escrow, makeMessage(armedNumber, reference));
    await tellIssuer(escrow, makeMessage(armedNumber, { ...reference, messageTypeIndicator: '0220' }));
    return view;
  }

  test('S22 S63: a hub that accepts a parcel ships the one purchase it fits, and reads where it goes', async () => {
    const escrow = await openEscrow();
    const view = await chargeOne(escrow);
    const { deliveryNumber } = view;
    const accepted = { event: 'accepted', ...SHIPMENT, deliveryNumber, atMs: 0 };
    expect(expectOk(await escrow.call('reportParcel', { body: accepted })).matched).toBe(true);
    expect(expectOk(await escrow.call('reportParcel', { body: accepted })).matched).toBe(true);
    expect((await getPurchase(escrow, view.id)).state).toBe('shipped');
    const proof = { orderNumber: 'L-77', waybill: SHIPMENT.waybill, use: 'print' };
    expect(await resolve(escrow, { fieldNumber: deliveryNumber, ...proof })).toMatchObject({
      released: true,
    });
    const delivered = { ...accepted, event: 'delivered' };
    expect(expectOk(await escrow.call('reportParcel', { body: delivered })).matched).toBe(true);
    expect((await getPurchase(escrow, view.id)).deliveredAtMs).not.toBeNull();
  });

  test('S5 S63: where the shop told no order number, the code of the hub and the waybill release the destination', async () => {
    const escrow = await openEscrow();
    const { deliveryNumber } = await chargeOne(escrow, null);
    const accepted = { event: 'accepted', ...SHIPMENT, deliveryNumber, atMs: 0 };
    expect(expectOk(await escrow.call('reportParcel', { body: accepted })).matched).toBe(true);
    const proof = { orderNumber: 'L-78', waybill: SHIPMENT.waybill, use: 'print' };
    const alone = { released: false };
    expect(await resolve(escrow, { fieldNumber: '9999', ...proof })).toMatchObject(alone);
    expect(await resolve(escrow, { fieldNumber: deliveryNumber, ...proof, waybill: 'WB-1' })).toMatchObject(
      alone,
    );
    expect(await resolve(escrow, { fieldNumber: deliveryNumber, ...proof })).toMatchObject({
      released: true,
      field: 'destination1',
    });
  });

  test('a parcel that fits two purchases, or none, moves nothing', async () => {
    const escrow = await openEscrow();
    const views = [await chargeOne(escrow), await chargeOne(escrow)];
    const accepted = { event: 'accepted', ...SHIPMENT, orderNumber: 'L-77', atMs: 0 };
    expect(await escrow.call('reportParcel', { body: accepted })).toEqual({ refused: 'parcel_ambiguous' });
    const other = { ...accepted, orderNumber: 'L-78' };
    expect(expectOk(await escrow.call('reportParcel', { body: other })).matched).toBe(false);
    for (const { id } of views) expect((await getPurchase(escrow, id)).state).toBe('identity_confirmed');
  });
});
