import { expect, test } from 'vitest';
import type { Sql } from '#server/storage/sql.ts';
import { type Device, expectOk, joinFrom, makeDevice, readTerms } from '#tests/fixtures/device.ts';
import { makeMessage } from '#tests/fixtures/escrow.ts';
import { hashShown } from '#tests/fixtures/hash-shown.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { postDeposit } from '../bank/post-deposit.ts';
import { answerIssuerMessage } from '../cards/answer-issuer-message.ts';
import { reportParcel } from '../delivery/report-parcel.ts';
import { issueConfirmationCode } from '../purchases/issue-code.ts';

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
    await device.client.call('beginSeller', { body: { ...name, ...(await readTerms(device)) } }),
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
  const consentHash = hashShown(purchase);
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

test('a code, the card network and a carrier take no transaction either', async () => {
  const { app, device, member, seller, take } = await openLife();
  const { client } = device;
  const asked = { label: 'Everyday', hubId: 'us-portland', currency: 'USD' as const };
  const { card } = expectOk(await client.call('issueCard', { body: asked }));
  const payee = { host: 'lamps.localhost', name: 'Lamps' };
  const order = { payee, amountMinor: '4800', currency: 'USD' as const, cardId: card.id, description: '' };
  const body = { ...order, orderNumber: 'L-1' };
  const { purchase } = expectOk(await client.call('placePurchase', { body }));
  const params = { purchaseId: purchase.id };
  const issued = await take(() => issueConfirmationCode(app.services, purchase.id));
  if ('refused' in issued.result) throw new Error(issued.result.refused);
  // The purchase, the code.
  expect([issued.statements, issued.transactions]).toEqual([2, 0]);

  const shown = { method: 'code' as const, consentHash: hashShown(purchase), code: issued.result.code };
  const wrong = { ...shown, code: shown.code === '000000' ? '000001' : '000000' };
  const tried = await take(() => client.call('confirmPurchase', { params, body: wrong }));
  expect(tried.result).toEqual({ refused: 'code_wrong' });
  const confirmed = await take(() => client.call('confirmPurchase', { params, body: shown }));
  const { armedNumber } = expectOk(confirmed.result);
  // Who calls, the purchase with the code, the confirmation or the counted try with the kept refusal.
  for (const call of [tried, confirmed]) expect([call.statements, call.transactions]).toEqual([3, 0]);

  if (!armedNumber) throw new Error('nothing was armed');
  const message = makeMessage(armedNumber);
  const charged = await take(() => answerIssuerMessage(app.services, message));
  expect(charged.result.responseCode).toBe('00');
  const declined = await take(() =>
    answerIssuerMessage(app.services, makeMessage(armedNumber, { retrievalReferenceNumber: 'RRN000000002' })),
  );
  expect(declined.result.responseCode).toBe('57');
  for (const call of [charged, declined]) expect([call.statements, call.transactions]).toEqual([2, 0]);
  expect(await answerIssuerMessage(app.services, message)).toEqual(charged.result);

  const placed = { ...order, buyer: member.number, orderNumber: 'K-1' };
  device.sellerId = seller.id;
  const held = expectOk(await client.call('placeOrder', { body: placed }));
  await confirmByPasskey(device, held.order.id);
  const shipment = { params: { orderNumber: 'K-1' }, body: { waybill: 'WB-1', carrier: 'Post' } };
  expectOk(await client.call('shipOrder', shipment));
  const report = { waybill: 'WB-1', carrier: 'Post', event: 'delivered' as const, atMs: app.clock.nowMs };
  const reported = await take(() => reportParcel(app.services, report));
  expect(reported.result).toEqual({ ok: { matched: true } });
  expect([reported.statements, reported.transactions]).toEqual([2, 0]);
});

async function confirmByPasskey({ client, passkey }: Device, purchaseId: string): Promise<void> {
  const params = { purchaseId };
  const { purchase } = expectOk(await client.call('getPurchase', { params }));
  const consentHash = hashShown(purchase);
  const credential = passkey.assert({ challenge: consentHash, rpId: 'wallet.localhost' });
  expectOk(
    await client.call('confirmPurchase', { params, body: { method: 'passkey', consentHash, credential } }),
  );
}

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
  // Each of the 24 asks whose shop it is; the other three round trips, 72 in all, are shared as far as calls come together.
  expect(statements - 24).toBeLessThan(48);
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
