import { describe, expect, test } from 'vitest';
import type { PurchaseEvent } from '#shared/purchase/event.ts';
import { evolve } from '#shared/purchase/evolve.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { expectOk } from '#tests/fixtures/device.ts';
import { confirm, type Escrow, getPurchase, openEscrow, placeHeld } from '#tests/fixtures/escrow.ts';
import { fromDocument, type PurchaseDocument } from './purchase-document.ts';
import { runDuePurchases } from './run-due-purchases.ts';
import { keepBeat, stopClocks } from './stop-clocks.ts';

const DAY = 86_400_000;
const WAYBILL = { waybill: 'WB-1234567', carrier: 'Swift Parcel' };

async function openDelivered(): Promise<{ escrow: Escrow; purchaseId: string; deliveredAtMs: number }> {
  const escrow = await openEscrow();
  await escrow.deposit(10_000n);
  const { id: purchaseId } = await openConfirmed(escrow, 'K-1');
  expectOk(await escrow.call('shipOrder', { params: { orderNumber: 'K-1' }, body: WAYBILL }));
  const report = { event: 'delivered', ...WAYBILL, orderNumber: 'K-1', atMs: 0 };
  expectOk(await escrow.call('reportParcel', { body: report }));
  return { escrow, purchaseId, deliveredAtMs: escrow.app.clock.nowMs };
}

async function openConfirmed(escrow: Escrow, orderNumber: string) {
  return expectOk(await confirm(escrow, await placeHeld(escrow, orderNumber, '1000'))).purchase;
}

/** When each reminder went out, and when receipt was taken as given, a look every quarter of a day. */
async function lookOn(escrow: Escrow, purchaseId: string, days: number): Promise<[string, number][]> {
  for (let quarter = 0; quarter < days * 4; quarter += 1) {
    escrow.wait(DAY / 4);
    await keepBeat(escrow.app.services.directory, escrow.app.clock.nowMs);
    await runDuePurchases(escrow.app.services);
  }
  const events = await escrow.app.services.directory<{ type: string; at_ms: bigint }[]>`
    select type, at_ms from purchase_events where purchase_id = ${purchaseId}
      and type in ('receipt_reminded', 'received') order by version`;
  return events.map(({ type, at_ms }) => [type, Number(at_ms)]);
}

describe('silence strands no money', () => {
  test('three reminders go before receipt is taken as given', async () => {
    const { escrow, purchaseId, deliveredAtMs } = await openDelivered();
    const told = await lookOn(escrow, purchaseId, 8);
    expect(told.map(([type, atMs]) => [type, (atMs - deliveredAtMs) / DAY])).toEqual([
      ['receipt_reminded', 3],
      ['receipt_reminded', 5],
      ['receipt_reminded', 6],
      ['received', 7],
    ]);
    expect((await getPurchase(escrow, purchaseId)).state).toBe('closed');
    const letters = await escrow.app.services.directory`
      select payload ->> 'event' as event from jobs where kind = 'mail_state_changed' order by id`;
    expect(letters.map(({ event }) => event)).toEqual(['shipped', 'delivered', 'received_by_time']);
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('an outage of ours moves every reminder and the receipt, and their distances stay', async () => {
    const { escrow, purchaseId, deliveredAtMs } = await openDelivered();
    const { services, clock } = escrow.app;
    await keepBeat(services.directory, clock.nowMs);
    escrow.wait(10 * DAY);
    expect(await Promise.all([stopClocks(services), stopClocks(services)])).toContain(1);
    expect(await runDuePurchases(services)).toBe(0);
    const told = await lookOn(escrow, purchaseId, 8);
    expect(told.map(([type, atMs]) => [type, (atMs - deliveredAtMs) / DAY])).toEqual([
      ['receipt_reminded', 13],
      ['receipt_reminded', 15],
      ['receipt_reminded', 16],
      ['received', 17],
    ]);
  });

  test('a dispute pauses the clocks, and taken back it leaves them what was left', async () => {
    const { escrow, purchaseId } = await openDelivered();
    const params = { purchaseId };
    expect(await lookOn(escrow, purchaseId, 4)).toHaveLength(1);
    expectOk(await escrow.call('disputePurchase', { params, body: { reason: 'broken' } }));
    expect(await lookOn(escrow, purchaseId, 30)).toHaveLength(1);
    expectOk(await escrow.call('withdrawDispute', { params }));
    const fromMs = escrow.app.clock.nowMs;
    const [, ...told] = await lookOn(escrow, purchaseId, 8);
    // The second reminder was a day away, and has three days again, since a dispute leaves that much at least.
    expect(told.map(([, atMs]) => (atMs - fromMs) / DAY)).toEqual([3, 4, 5]);
  });

  test('S36: a purchase is disputed three times, and the third dispute is decided', async () => {
    const { escrow, purchaseId } = await openDelivered();
    const input = { params: { purchaseId }, body: { reason: 'broken' } };
    const left: number[] = [];
    for (const _time of [1, 2]) {
      left.push(expectOk(await escrow.call('disputePurchase', input)).purchase.disputesLeft);
      expectOk(await escrow.call('withdrawDispute', input));
    }
    left.push(expectOk(await escrow.call('disputePurchase', input)).purchase.disputesLeft);
    expect(left).toEqual([2, 1, 0]);
    expect(await escrow.call('withdrawDispute', input)).toEqual({ refused: 'dispute_final' });
    await lookOn(escrow, purchaseId, 61);
    expect((await getPurchase(escrow, purchaseId)).state).toBe('closed');
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('of several processes that see what is due, one moves it', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000n);
    for (let count = 0; count < 6; count += 1) await openConfirmed(escrow, `K-${count}`);
    escrow.wait(15 * DAY);
    const moved = await Promise.all([1, 2, 3].map(() => runDuePurchases(escrow.app.services)));
    expect(moved.reduce((sum, count) => sum + count, 0)).toBe(6);
    const [row] = await escrow.app.services.directory`
      select count(*)::int as count from purchase_events where type = 'expired'`;
    expect(row).toEqual({ count: 6 });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });
});

test('a stopped clock is an event like any other: what happened folds to what is kept', async () => {
  const { escrow, purchaseId } = await openDelivered();
  await openConfirmed(escrow, 'K-2');
  const { services, clock } = escrow.app;
  await keepBeat(services.directory, clock.nowMs);
  escrow.wait(DAY);
  expect(await stopClocks(services)).toBe(2);
  await lookOn(escrow, purchaseId, 5);
  const rows = await services.directory<{ id: string; document: PurchaseDocument }[]>`
    select id, document from purchases`;
  for (const { id, document } of rows) {
    const events = await services.directory<{ body: PurchaseEvent; at_ms: bigint; version: number }[]>`
      select body, at_ms, version from purchase_events where purchase_id = ${id} order by version`;
    let purchase: Purchase | null = null;
    for (const { body, at_ms } of events) {
      purchase = evolve(purchase, readAmounts(body), Number(at_ms), services.settings.terms);
    }
    expect(events.map(({ version }) => version)).toEqual(events.map((_event, index) => index + 1));
    expect(purchase).toEqual(fromDocument(document));
  }
});

/** Events are kept as JSON, in which amounts are decimal strings. */
function readAmounts(event: PurchaseEvent): PurchaseEvent {
  if (event.type !== 'order_received') return event;
  return { ...event, order: { ...event.order, amountMinor: BigInt(event.order.amountMinor) } };
}
