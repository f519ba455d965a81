import { expect, test } from 'vitest';
import type { Sql } from '#server/storage/sql.ts';
import { expectOk, joinFrom, makeDevice } from '#tests/fixtures/device.ts';
import { hashView } from '#tests/fixtures/escrow.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { postDeposit } from '../bank/post-deposit.ts';

/** Counts what is sent to the database: statements of their own, and transactions. */
function countStatements() {
  const counted = { statements: 0, transactions: 0 };
  const watch = (sql: Sql): Sql =>
    new Proxy(sql, {
      apply: (target, self, args) => {
        counted.statements += 1;
        return Reflect.apply(target, self, args);
      },
      get: (target, name) => {
        if (name === 'unsafe') counted.statements += 1;
        if (name === 'begin') counted.transactions += 1;
        return Reflect.get(target, name);
      },
    });
  const take = async <T>(run: () => Promise<T>) => {
    Object.assign(counted, { statements: 0, transactions: 0 });
    const result = await run();
    return { result, ...counted };
  };
  return { watch, take };
}

async function openLife() {
  const { watch, take } = countStatements();
  const app = await openTestApp({}, watch);
  const device = await makeDevice(app);
  const member = await joinFrom(device);
  const paid = {
    bankReference: 'B-1',
    personId: member.personId,
    currency: 'USD',
    amountMinor: 9_000n,
  } as const;
  await postDeposit(app.services, paid);
  const name = { name: 'Kestrel Audio', host: 'kestrel.example' };
  const begun = expectOk(
    await device.client.call('beginSeller', {
      body: { ...name, termsVersion: expectOk(await device.client.call('getTerms', {})).version },
    }),
  );
  const credential = device.passkey.assert(begun.options);
  const body = { signingId: begun.signingId, credential, webhookUrl: null };
  const { seller } = expectOk(await device.client.call('certifySeller', { body }));
  return { app, device, member, seller, take };
}

test('a command is one round trip, beside one for who calls and one for what it reads', async () => {
  const { device, member, seller, take } = await openLife();
  const order = { orderNumber: 'K-1', amountMinor: '4800', currency: 'USD' as const, description: 'lamp' };
  device.sellerId = seller.id;
  const placed = await take(() =>
    device.client.call('placeOrder', { body: { buyer: member.number, ...order } }),
  );
  // Who calls, whose shop it is, what the order needs, the order.
  expect([placed.statements, placed.transactions]).toEqual([4, 0]);
  const params = { purchaseId: expectOk(placed.result).order.id };

  const seen = await take(() => device.client.call('getPurchase', { params }));
  expect([seen.statements, seen.transactions]).toEqual([2, 0]);

  const { purchase } = expectOk(seen.result);
  const consentHash = hashView(purchase);
  const credential = device.passkey.assert({ challenge: consentHash, rpId: 'wallet.localhost' });
  const confirmed = await take(() =>
    device.client.call('confirmPurchase', { params, body: { method: 'passkey', consentHash, credential } }),
  );
  expect(expectOk(confirmed.result).purchase.state).toBe('identity_confirmed');
  // Who calls, the purchase with the passkey, the confirmation.
  expect([confirmed.statements, confirmed.transactions]).toEqual([3, 0]);

  const byOrder = { params: { orderNumber: 'K-1' }, body: { waybill: 'WB-1', carrier: 'Post' } };
  const shipped = await take(() => device.client.call('shipOrder', byOrder));
  expect([shipped.statements, shipped.transactions]).toEqual([4, 0]);
  const received = await take(() => device.client.call('confirmReceipt', { params, body: {} }));
  expect(expectOk(received.result).purchase.state).toBe('closed');
  expect([received.statements, received.transactions]).toEqual([3, 0]);
});

test('commands that come together are written together', async () => {
  const { app, device, member, seller, take } = await openLife();
  device.sellerId = seller.id;
  const place = (count: number) => {
    const body = {
      buyer: member.number,
      orderNumber: `K-${count}`,
      amountMinor: '100',
      description: 'cable',
    };
    return device.client.call('placeOrder', { body: { ...body, currency: 'USD' } });
  };
  const { result, statements } = await take(() =>
    Promise.all(Array.from({ length: 24 }, (_nothing, count) => place(count))),
  );
  for (const placed of result) expectOk(placed);
  // Each of the 24 asks whose shop it is; the other three round trips are shared.
  expect(statements - 24).toBeLessThan(24);
  const [row] = await app.services.directory`select count(*)::int as count from purchases`;
  expect(row).toEqual({ count: 24 });
});

test('the same key again gives the first answer, and nothing happens twice', async () => {
  const { app, device, member, seller } = await openLife();
  device.sellerId = seller.id;
  const order = { orderNumber: 'K-1', amountMinor: '4800', currency: 'USD' as const, description: 'lamp' };
  const body = { buyer: member.number, ...order };
  const options = { idempotencyKey: 'one-and-the-same' };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => device.client.call('placeOrder', { body }, options)),
  );
  expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
  const params = { purchaseId: expectOk(answers[0] as (typeof answers)[number]).order.id };
  expectOk(await device.client.call('declinePurchase', { params, body: {} }, { idempotencyKey: 'no' }));
  const again = await device.client.call('declinePurchase', { params, body: {} }, { idempotencyKey: 'no' });
  expect(expectOk(again).purchase.state).toBe('declined');
  expect(await device.client.call('declinePurchase', { params, body: {} })).toEqual({
    refused: 'purchase_over',
  });
  const other = { purchaseId: '01a1fc48-3835-710e-b4f5-3571600f3075' };
  const reused = await device.client.call(
    'declinePurchase',
    { params: other, body: {} },
    { idempotencyKey: 'no' },
  );
  expect(reused).toEqual({ refused: 'idempotency_key_reused' });
  const [row] = await app.services.directory`select count(*)::int as count from purchase_events`;
  expect(row).toEqual({ count: 2 });
});
