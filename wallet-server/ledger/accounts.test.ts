import { describe, expect, test } from 'vitest';
import { expectOk } from '#tests/fixtures/device.ts';
import { confirm, type Escrow, openEscrow, placeHeld } from '#tests/fixtures/escrow.ts';
import { waitForLock } from '#tests/fixtures/lock-waits.ts';
import { readAccountSums } from './account-sums.ts';
import { closeBooks } from './close-books.ts';

const DAY = 86_400_000;
const WAYBILL = { waybill: 'WB-1234567', carrier: 'Swift Parcel' };

/** A held purchase from order to receipt, with what the shop gives back of it meanwhile. */
async function live(escrow: Escrow, orderNumber: string, amountMinor: string, backMinor?: string) {
  expectOk(await confirm(escrow, await placeHeld(escrow, orderNumber, amountMinor)));
  const byOrder = { params: { orderNumber } };
  const { order } = expectOk(await escrow.call('shipOrder', { ...byOrder, body: WAYBILL }));
  if (backMinor) expectOk(await escrow.call('refundOrder', { ...byOrder, body: { amountMinor: backMinor } }));
  expectOk(await escrow.call('confirmReceipt', { params: { purchaseId: order.id } }));
}

const period = (fromMs: number, toMs: number, limit = 500) => ({
  query: { currency: 'USD', fromMs, toMs, limit, account: 'funds' },
});

describe('statements', () => {
  test('S36: what is posted while a statement is read is in its balances and entries, or in neither', async () => {
    const escrow = await openEscrow();
    const { directory, clock } = escrow.app.services;
    await escrow.deposit(10_000n);
    const { asked } = await directory.begin(async tx => {
      await tx`lock table purchases in access exclusive mode`;
      const asked = escrow.call('getStatement', period(0, clock() + DAY));
      await waitForLock(directory);
      await tx`
        insert into transfers (kind, bank_reference, debit_code, debit_owner, credit_code, credit_owner, currency,
          posted_minor, pending_minor, at_ms)
        values ('single', 'late', 'bank', 'house', 'person_funds', ${escrow.member.personId}, 'USD', 500, 0, ${clock()})`;
      return { asked };
    });
    const { openingMinor, closingMinor, entries } = expectOk(await asked);
    const sum = entries.reduce((total, { postedMinor }) => total + BigInt(postedMinor), BigInt(openingMinor));
    expect(sum).toBe(BigInt(closingMinor));
  });

  test('S34 S36: opening balance and entries make the closing balance, for buyer and shop', async () => {
    const escrow = await openEscrow();
    const { clock } = escrow.app;
    const beganMs = clock.nowMs;
    await escrow.deposit(10_000n);
    await live(escrow, 'K-1', '4800');
    escrow.wait(DAY);
    const secondMs = clock.nowMs;
    await live(escrow, 'K-2', '3000', '1200');
    const endMs = clock.nowMs + 1;
    const second = expectOk(await escrow.call('getStatement', period(secondMs, endMs)));
    expect(second).toMatchObject({
      openingMinor: '5200',
      closingMinor: '3400',
      pendingMinor: '0',
      complete: true,
    });
    expect(
      second.entries.map(({ kind, postedMinor, pendingMinor, orderNumber }) => [
        kind,
        postedMinor,
        pendingMinor,
        orderNumber,
      ]),
    ).toEqual([
      ['pending', '0', '-3000', 'K-2'],
      ['post', '-1800', '3000', 'K-2'],
    ]);
    const whole = expectOk(await escrow.call('getStatement', period(beganMs, endMs)));
    const sum = whole.entries.reduce((total, { postedMinor }) => total + BigInt(postedMinor), 0n);
    expect([whole.openingMinor, whole.closingMinor, sum]).toEqual(['0', '3400', 3400n]);
    const shop = expectOk(await escrow.call('getSellerStatement', period(secondMs, endMs)));
    expect(shop).toMatchObject({ openingMinor: '4800', closingMinor: '6600' });
    const short = expectOk(await escrow.call('getStatement', period(beganMs, endMs, 2)));
    expect([short.entries.length, short.complete]).toEqual([2, false]);
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('a closing changes no sum, and is written once whoever is first', async () => {
    const escrow = await openEscrow();
    const { services } = escrow.app;
    const sql = services.directory;
    await escrow.deposit(10_000n);
    await live(escrow, 'K-1', '4800');
    escrow.wait(2 * DAY);
    expectOk(await confirm(escrow, await placeHeld(escrow, 'K-2', '100')));
    const accounts = [
      { code: 'person_funds', ownerId: escrow.member.personId },
      { code: 'seller_payable', ownerId: escrow.sellerId },
      { code: 'bank', ownerId: 'house' },
    ] as const;
    const read = () => Promise.all(accounts.map(account => readAccountSums(sql, account)));
    const before = await read();
    const closed = await Promise.all([closeBooks(services), closeBooks(services), closeBooks(services)]);
    expect(closed.sort()).toEqual([0, 0, 3]);
    expect(await read()).toEqual(before);
    escrow.wait(DAY);
    expect(await closeBooks(services)).toBe(2);
    expect(await closeBooks(services)).toBe(0);
    expect(await read()).toEqual(before);
    expect(before[0]).toEqual([
      {
        currency: 'USD',
        debitedMinor: 4800n,
        creditedMinor: 10_000n,
        debitPendingMinor: 100n,
        creditPendingMinor: 0n,
      },
    ]);
  });

  test('an operator reads every account added up, and each difference is zero', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000n);
    await live(escrow, 'K-1', '4800');
    const { books } = expectOk(await escrow.call('getTrialBalance'));
    expect(books).toEqual([
      {
        ...{ currency: 'USD', differenceMinor: '0', driftMinor: '0', pendingDifferenceMinor: '0' },
        accounts: [
          { code: 'bank', debitedMinor: '10000', creditedMinor: '0' },
          { code: 'person_funds', debitedMinor: '4800', creditedMinor: '10000' },
          { code: 'seller_payable', debitedMinor: '0', creditedMinor: '4800' },
        ],
      },
    ]);
  });
});

test.each(['transfers', 'purchase_events', 'bank_notices'])(
  'not even the server may change or remove a row of %s',
  async table => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000n);
    await live(escrow, 'K-1', '4800');
    const sql = escrow.app.databases.directory;
    const denied = { code: '42501' };
    await expect(sql`delete from ${sql(table)}`).rejects.toMatchObject(denied);
    const column = table === 'bank_notices' ? 'noticed_at_ms' : 'at_ms';
    await expect(sql`update ${sql(table)} set ${sql(column)} = 0`).rejects.toMatchObject(denied);
    await expect(sql`truncate ${sql(table)} cascade`).rejects.toMatchObject(denied);
  },
);
