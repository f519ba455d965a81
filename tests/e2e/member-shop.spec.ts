import { expect, type Page, test } from '@playwright/test';
import { STAGES } from '#shared/purchase/state.ts';
import { type Books, openBooks } from '#tests/fixtures/books.ts';
import { expectOk } from '#tests/fixtures/device.ts';
import {
  actInPopup,
  lookFromPopup,
  type MemberFacts,
  openNewestPurchase,
  orderAtClassic,
  orderAtHanok,
  readMemberFacts,
} from '#tests/fixtures/member-checkout.ts';
import { CANARIES, joinAsShopper, SHOPPER, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';
import type { ReceivedMail } from '#tests/world/mailbox.ts';
import { replyTo } from '#tests/world/reply.ts';

let stack: Stack;
let shopper: Shopper;
let facts: MemberFacts;
let books: Books;

test.beforeAll(async () => {
  stack = await startStack();
  books = openBooks(stack);
  shopper = await joinAsShopper(stack);
  facts = await readMemberFacts(shopper);
  const { paymentReference } = facts;
  for (const { currency, amountMinor } of [
    { currency: 'USD', amountMinor: '100000' },
    { currency: 'KRW', amountMinor: '500000' },
  ] as const) {
    await stack.bank.receivePayment({ paymentReference, amountMinor, currency });
  }
});

test.afterAll(async () => {
  await shopper?.close();
  await stack?.close();
});

/** The subject of a confirmation request, with its code. */
const CODE_SUBJECT = /^\[(\d{6})\] Confirm /;

type ShopName = 'classic' | 'hanok';

/** The newest mail about an order whose subject fits. */
function waitForMail(orderNumber: string, subject: RegExp): Promise<ReceivedMail> {
  return stack.mailbox.waitForMail(
    ({ parsed }) =>
      subject.test(parsed.subject ?? '') && (parsed.text ?? '').replaceAll('\n', ' ').includes(orderNumber),
  );
}

function listTold(name: ShopName, orderNumber: string): string[] {
  const events = stack.shops[name].webhooks().filter(({ data }) => data.orderNumber === orderNumber);
  return events.map(({ type }) => type);
}

/** The authentication message comes to both sides (S31), and the purchase is confirmed in the way expected. */
async function expectConfirmed(name: ShopName, orderNumber: string, method: string): Promise<void> {
  await waitForMail(orderNumber, /^Identity confirmed: /);
  await expect.poll(() => listTold(name, orderNumber)).toContain('purchase.identity_confirmed');
  const purchase = await books.getOrder(stack.members[name], orderNumber);
  expect(purchase).toMatchObject({ state: 'identity_confirmed', confirmedBy: method, funding: 'held' });
  expect(await books.listWrong()).toEqual([]);
}

/** Ships in the shop's back office; the carrier takes, resolves and delivers the parcel. */
async function shipAndDeliver(name: ShopName, orderNumber: string): Promise<void> {
  const waybill = `WB-${orderNumber}`;
  const admin = await shopper.browser.context.newPage();
  await admin.goto(`${stack.shops[name].origin}/admin`);
  const row = admin.getByRole('row').filter({ hasText: orderNumber });
  await row.getByLabel('Carrier').fill('Tern Parcels');
  await row.getByLabel('Tracking number').fill(waybill);
  await row.getByRole('button', { name: 'Mark shipped' }).click();
  await expect(row).toContainText(waybill);
  await admin.close();
  const { deliveryNumber: fieldNumber } = await books.getOrder(stack.members[name], orderNumber);
  const parcel = { waybill, orderNumber };
  expect(await stack.carrier.accept(parcel)).toEqual({ matched: true });
  for (const proof of [{}, { orderNumber }, { waybill }, { orderNumber, waybill: 'WB-OTHER' }]) {
    const resolved = await stack.carrier.resolve({ fieldNumber, ...proof, use: 'display' });
    expect(resolved).toEqual({ released: false, number: fieldNumber });
  }
  const resolved = await stack.carrier.resolve({ fieldNumber, ...parcel, use: 'print' });
  expect(resolved).toMatchObject({ released: true, field: 'destination1' });
  expect(JSON.stringify(resolved)).toContain(SHOPPER.line1);
  expect(await stack.carrier.deliver(parcel)).toEqual({ matched: true });
  await expect.poll(() => listTold(name, orderNumber)).toContain('purchase.delivered');
}

/** Receives in the popup: seller paid and buyer charged by one entry, closed, and both sides see five stages. */
async function receiveAndClose(name: ShopName, orderNumber: string, shopPage: Page): Promise<void> {
  const { id, amountMinor, personId, currency } = await books.getOrder(stack.members[name], orderNumber);
  const before = await books.readBalance(personId, currency);
  const popup = await openNewestPurchase(shopper);
  await actInPopup(popup, 'I have my parcel');
  await expect(popup.getByText(/^All done: /)).toBeFocused();
  const line = popup.getByRole('region', { name: 'Stages of the purchase' });
  await expect(line.getByRole('listitem')).toHaveCount(STAGES.length);
  await expect(line.locator('[data-status=done]')).toHaveCount(STAGES.length);
  await popup.close();
  const posted = (await books.listTransfers(id)).filter(({ postedMinor }) => postedMinor > 0n);
  expect(posted).toMatchObject([
    { kind: 'post', debit: 'person_funds', credit: 'seller_payable', postedMinor: amountMinor },
  ]);
  const after = await books.readBalance(personId, currency);
  expect(after).toMatchObject({ availableMinor: before.availableMinor, heldMinor: '0' });
  await expect
    .poll(() => listTold(name, orderNumber).sort())
    .toEqual(
      ['closed', 'delivered', 'identity_confirmed', 'order_received', 'received', 'shipped'].map(
        state => `purchase.${state}`,
      ),
    );
  await shopPage.reload();
  await expect(shopPage.locator('.escrow li.done, .escrow li.on')).toHaveCount(STAGES.length);
  const { device } = stack.members[name];
  const { order } = expectOk(await device.client.call('getOrder', { params: { orderNumber } }));
  expect(Object.keys(order.enteredAtMs).sort()).toEqual([...STAGES].sort());
  expect(await books.listWrong()).toEqual([]);
}

test('S25 S27 S28 S31 S32 S33 S34 S35 S36 S37 S63: a passkey from the waiting list confirms, and the whole way is gone', async () => {
  const { page, orderNumber } = await orderAtClassic(shopper, stack, facts.uniqueAddress, 'K-110');
  const early = { carrier: 'Tern Parcels', trackingNumber: 'WB-EARLY' };
  expect(await stack.shops.classic.desk.ship(orderNumber, early)).toEqual({ refused: 'not_ready_to_ship' });
  const { device } = stack.members.classic;
  const shipment = { params: { orderNumber }, body: { carrier: 'Tern Parcels', waybill: 'WB-EARLY' } };
  expect(await device.client.call('shipOrder', shipment)).toEqual({ refused: 'stage_wrong' });
  const window = await lookFromPopup(shopper);
  await shopper.bringPasskey(window);
  await window.getByRole('button', { name: 'Confirm $257.00 to Kestrel Audio' }).click();
  await expect(window.getByRole('heading', { name: /^Confirmed: / })).toBeVisible();
  await window.close();
  await expectConfirmed('classic', orderNumber, 'passkey');
  await shipAndDeliver('classic', orderNumber);
  await receiveAndClose('classic', orderNumber, page);
});

test('S29 S30 S31: the code of the mail, typed in the confirm window, confirms', async () => {
  const { page, orderNumber } = await orderAtClassic(shopper, stack, facts.uniqueAddress);
  await waitForMail(orderNumber, CODE_SUBJECT);
  const earlier = new Set(stack.mailbox.mails());
  const window = await lookFromPopup(shopper);
  await window.getByRole('button', { name: 'By e-mail code' }).click();
  const mail = await stack.mailbox.waitForMail(
    found => !earlier.has(found) && CODE_SUBJECT.test(found.parsed.subject ?? ''),
  );
  const [, code = ''] = CODE_SUBJECT.exec(mail.parsed.subject ?? '') ?? [];
  await window.getByLabel('Code from the mail').fill(code);
  await window.getByRole('button', { name: /^Confirm \$56\.00/ }).click();
  await expect(window.getByRole('heading', { name: /^Confirmed: / })).toBeVisible();
  await window.close();
  await expectConfirmed('classic', orderNumber, 'code');
  await shipAndDeliver('classic', orderNumber);
  await receiveAndClose('classic', orderNumber, page);
});

test('S29 S30 S31 S36: a reply to the mail as it is confirms', async () => {
  const { page, orderNumber } = await orderAtHanok(shopper, stack, facts.uniqueAddress);
  const mail = await waitForMail(orderNumber, CODE_SUBJECT);
  await replyTo(stack.mailbox, mail, { host: '127.0.0.1', port: stack.server.smtpPort ?? 0 });
  await expectConfirmed('hanok', orderNumber, 'reply');
  await shipAndDeliver('hanok', orderNumber);
  await receiveAndClose('hanok', orderNumber, page);
});

test('S18 S38: a member shop was given numbers, and no real data', () => {
  for (const shop of [stack.shops.classic, stack.shops.hanok]) {
    const seen = JSON.stringify([shop.requests(), shop.orders(), shop.webhooks()]);
    for (const canary of CANARIES) expect(seen).not.toContain(canary);
  }
});
