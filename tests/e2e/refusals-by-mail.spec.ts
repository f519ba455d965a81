import { expect, test } from '@playwright/test';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import { DEFAULT_TERMS } from '#shared/purchase/terms.ts';
import { type Books, openBooks } from '#tests/fixtures/books.ts';
import { expectOk, signInFrom } from '#tests/fixtures/device.ts';
import { hashShown } from '#tests/fixtures/hash-shown.ts';
import { joinAsNodeBuyer, type NodeBuyer } from '#tests/fixtures/node-buyer.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';
import type { ReceivedMail } from '#tests/world/mailbox.ts';
import { type ReplyChanges, replyTo } from '#tests/world/reply.ts';

let stack: Stack;
let books: Books;
let buyer: NodeBuyer;

test.beforeAll(async () => {
  stack = await startStack();
  books = openBooks(stack);
  buyer = await joinAsNodeBuyer(stack);
  await buyer.topUp('100000');
});

test.afterAll(() => stack?.close());

/** Replies and gives how the server ended that mail. */
async function reply(mail: ReceivedMail, changes: ReplyChanges = {}): Promise<string | undefined> {
  const sql = stack.server.services.directory;
  const list = () =>
    sql<{ outcome: string }[]>`select outcome from inbound_mails where outcome is not null order by id`;
  const { length: before } = await list();
  await replyTo(stack.mailbox, mail, { host: '127.0.0.1', port: stack.server.smtpPort ?? 0 }, changes);
  await expect.poll(async () => (await list()).length).toBe(before + 1);
  return (await list()).at(-1)?.outcome;
}

/** Nothing was set aside or paid for the purchase, and it still waits. */
async function expectUntouched({ id }: PurchaseView): Promise<void> {
  expect(await books.listTransfers(id)).toEqual([]);
  expect((await books.getPurchase(id)).state).toBe('order_received');
}

function readCode(mail: ReceivedMail): string {
  return /^\[(\d{6})\]/.exec(mail.parsed.subject ?? '')?.[1] ?? '';
}

test('S30: a reply from another sender, or with a forged or no signature, confirms nothing', async () => {
  const purchase = await buyer.order();
  const mail = await buyer.waitForRequest(purchase);
  expect(await reply(mail, { from: `mallory@${stack.mailbox.domain}` })).toBe('sender_wrong');
  expect(await reply(mail, { signature: 'wrong_key' })).toBe('sender_wrong');
  expect(await reply(mail, { signature: 'none' })).toBe('sender_wrong');
  const tamper = (raw: string) => raw.replace('Confirm', 'confirm');
  expect(await reply(mail, { tamper })).toBe('sender_wrong');
  await expectUntouched(purchase);
});

test('S30: a reply with a wrong, a used or a late code confirms nothing more', async () => {
  const purchase = await buyer.order();
  const mail = await buyer.waitForRequest(purchase);
  const code = readCode(mail);
  const wrong = code === '000000' ? '000001' : '000000';
  const subject = `Re: ${mail.parsed.subject}`.replace(code, wrong);
  expect(await reply(mail, { subject, unquoted: true })).toBe('code_wrong');
  await expectUntouched(purchase);
  expect(await reply(mail)).toBe('confirmed');
  const transfers = await books.listTransfers(purchase.id);
  expect(transfers).toMatchObject([{ kind: 'pending', pendingMinor: 5_600n }]);
  expect(await reply(mail)).toBe('code_used');
  expect(await books.listTransfers(purchase.id)).toEqual(transfers);
  const late = await buyer.order();
  const lateMail = await buyer.waitForRequest(late);
  await stack.advance(10 * 60_000);
  expect(await reply(lateMail)).toBe('code_expired');
  await expectUntouched(late);
  expect(await books.listWrong()).toEqual([]);
});

test('S30: an amount that is not the one shown is refused, and a confirmation is good once and for one purchase', async () => {
  await signInFrom(buyer.device);
  const purchase = await buyer.order();
  const other = await buyer.order();
  expect(await buyer.confirm(purchase, { ...purchase, amountMinor: '560' })).toEqual({
    refused: 'purchase_changed',
  });
  expect(await buyer.confirm(purchase, other)).toEqual({ refused: 'purchase_changed' });
  await expectUntouched(purchase);
  const consentHash = hashShown(purchase);
  const { rpId } = stack.server.services.settings;
  const credential = buyer.device.passkey.assert({ challenge: consentHash, rpId });
  const body = { method: 'passkey', consentHash, credential } as const;
  const { client } = buyer.device;
  expectOk(await client.call('confirmPurchase', { params: { purchaseId: purchase.id }, body }));
  expect(await client.call('confirmPurchase', { params: { purchaseId: purchase.id }, body })).toEqual({
    refused: 'stage_wrong',
  });
  const moved = { params: { purchaseId: other.id }, body: { ...body, consentHash: hashShown(other) } };
  expect(await client.call('confirmPurchase', moved)).toEqual({ refused: 'passkey_invalid' });
  await expectUntouched(other);
  expect(await books.listTransfers(purchase.id)).toHaveLength(1);
});

test('S30: an order that nobody confirms ends by time, and nothing moves', async () => {
  await signInFrom(buyer.device);
  const purchase = await buyer.order();
  await stack.advance(DEFAULT_TERMS.confirmWindowMs);
  await expect.poll(async () => (await books.getPurchase(purchase.id)).state).toBe('expired');
  await signInFrom(buyer.device);
  expect(await buyer.confirm(purchase)).toEqual({ refused: 'purchase_over' });
  expect(await books.listTransfers(purchase.id)).toEqual([]);
  const { device } = stack.members.classic;
  await signInFrom(device);
  const params = { orderNumber: purchase.orderNumber ?? '' };
  expect(expectOk(await device.client.call('getOrder', { params })).order.state).toBe('expired');
});

test('S33 S34: silence after delivery is taken for receipt, after three reminders', async () => {
  const purchase = await buyer.order();
  expectOk(await buyer.confirm(purchase));
  const { device } = stack.members.classic;
  const orderNumber = purchase.orderNumber ?? '';
  const waybill = 'WB-SILENCE';
  expectOk(
    await device.client.call('shipOrder', { params: { orderNumber }, body: { waybill, carrier: 'Tern' } }),
  );
  expect(await stack.carrier.deliver({ waybill, orderNumber })).toEqual({ matched: true });
  const listReminders = () =>
    stack.mailbox.mails().filter(({ parsed }) => parsed.subject?.startsWith('Do you have your parcel'));
  let atMs = 0;
  for (const [index, afterMs] of DEFAULT_TERMS.reminderAfterMs.entries()) {
    await stack.advance(afterMs - atMs);
    atMs = afterMs;
    await expect.poll(() => listReminders().length).toBe(index + 1);
    expect((await books.getPurchase(purchase.id)).state).toBe('shipped');
  }
  await stack.advance(DEFAULT_TERMS.receiptWindowMs - atMs);
  await expect.poll(async () => (await books.getPurchase(purchase.id)).state).toBe('closed');
  expect(await books.listTransfers(purchase.id)).toMatchObject([
    { kind: 'pending' },
    { kind: 'post', debit: 'person_funds', credit: 'seller_payable', postedMinor: 5_600n },
  ]);
  expect(await books.listWrong()).toEqual([]);
});
