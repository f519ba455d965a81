import { expect, type Page, test } from '@playwright/test';
import { type Books, openBooks } from '#tests/fixtures/books.ts';
import {
  actInPopup,
  lookFromPopup,
  type MemberFacts,
  openNewestPurchase,
  orderAtClassic,
  readMemberFacts,
} from '#tests/fixtures/member-checkout.ts';
import { OPERATOR_KEY } from '#tests/fixtures/server-settings.ts';
import { joinAsShopper, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

let stack: Stack;
let shopper: Shopper;
let facts: MemberFacts;
let books: Books;

test.beforeAll(async () => {
  stack = await startStack();
  books = openBooks(stack);
  shopper = await joinAsShopper(stack);
  facts = await readMemberFacts(shopper);
});

test.afterAll(async () => {
  await shopper?.close();
  await stack?.close();
});

const DEPOSIT = { currency: 'USD', amountMinor: '20000' } as const;

async function order(): Promise<string> {
  const { page, orderNumber } = await orderAtClassic(shopper, stack, facts.uniqueAddress);
  await page.close();
  return orderNumber;
}

async function confirm(): Promise<Page> {
  const window = await lookFromPopup(shopper);
  await shopper.bringPasskey(window);
  await window.getByRole('button', { name: /^Confirm \$56\.00/ }).click();
  return window;
}

/** Confirmed, and shipped by the shop. */
async function orderUntilShipped(): Promise<string> {
  const orderNumber = await order();
  const window = await confirm();
  await expect(window.getByRole('heading', { name: /^Confirmed: / })).toBeVisible();
  await window.close();
  const { desk } = stack.shops.classic;
  await expect.poll(() => desk.find(orderNumber)?.state).toBe('ready_to_ship');
  const shipped = await desk.ship(orderNumber, { carrier: 'Tern', trackingNumber: `WB-${orderNumber}` });
  expect(shipped).not.toHaveProperty('refused');
  return orderNumber;
}

function getOrder(orderNumber: string) {
  return books.getOrder(stack.members.classic, orderNumber);
}

async function readMoney(orderNumber: string) {
  const { personId } = await getOrder(orderNumber);
  const { availableMinor, heldMinor } = await books.readBalance(personId, 'USD');
  return { availableMinor, heldMinor };
}

/** The shop knows that the order does not go on, and the books are right. */
async function expectEnded(orderNumber: string, state: string): Promise<void> {
  expect((await getOrder(orderNumber)).state).toBe(state);
  await expect.poll(() => stack.shops.classic.desk.find(orderNumber)?.state).toBe('cancelled');
  expect(await books.listWrong()).toEqual([]);
}

test('S39: without the money nothing is confirmed and nothing moves', async () => {
  const orderNumber = await order();
  const { id } = await getOrder(orderNumber);
  const before = await readMoney(orderNumber);
  const window = await confirm();
  const refusal = window.getByRole('alert');
  await expect(refusal).toContainText('There is not enough money in your account');
  await expect(refusal).toContainText('$56.00 is missing.');
  await expect(refusal).toContainText('GB33 BUKB 2020 1555 5555 55');
  await expect(refusal).toContainText(facts.paymentReference);
  await window.close();
  expect((await getOrder(orderNumber)).state).toBe('order_received');
  expect(await books.listTransfers(id)).toEqual([]);
  expect(await readMoney(orderNumber)).toEqual(before);
  const popup = await openNewestPurchase(shopper);
  await expect(popup.getByText('Money is held.')).toBeVisible();
  await expect(popup.getByText('Goods', { exact: true })).toBeVisible();
  await actInPopup(popup, 'Cancel the order');
  await expect(popup.locator('.stages-branch')).toContainText('Cancelled');
  await expect(popup.getByText('Money is held.')).toHaveCount(0);
  await popup.close();
  await expectEnded(orderNumber, 'cancelled');
});

test('S30: a wrong code says how many tries are left, and the fifth that there is none', async () => {
  const orderNumber = await order();
  const first = await stack.mailbox.waitForMail(({ parsed }) => parsed.text?.includes(orderNumber) ?? false);
  const window = await lookFromPopup(shopper);
  await window.getByRole('button', { name: 'By e-mail code' }).click();
  // Asking ends the code of the first mail, and the new one is there once its own is sent.
  await stack.mailbox.waitForMail(
    mail => mail !== first && (mail.parsed.text?.includes(orderNumber) ?? false),
  );
  const refusal = window.getByRole('alert');
  const enter = async () => {
    await window.getByLabel('Code from the mail').fill('abc 12 34 56 7');
    await window.getByRole('button', { name: /^Confirm / }).click();
  };
  for (const told of ['4 tries are left.', '3 tries are left.', '2 tries are left.', 'One try is left.']) {
    await enter();
    await expect(refusal).toContainText(told);
  }
  await enter();
  await expect(refusal).toContainText('No try is left: ask for a new code.');
  await window.close();
  const popup = await openNewestPurchase(shopper);
  await actInPopup(popup, 'Cancel the order');
  await expect(popup.locator('.stages-branch')).toContainText('Cancelled');
  await popup.close();
});

test('S29: what was not me is declined, and the shop is told not to ship', async () => {
  await stack.bank.receivePayment({ ...DEPOSIT, paymentReference: facts.paymentReference });
  const orderNumber = await order();
  const before = await readMoney(orderNumber);
  const window = await lookFromPopup(shopper);
  await window.getByRole('button', { name: "This wasn't me" }).click();
  await window.getByRole('button', { name: 'Decline the order' }).click();
  await expect(window.getByRole('heading', { name: 'Declined' })).toBeVisible();
  await window.close();
  await expectEnded(orderNumber, 'declined');
  expect(await readMoney(orderNumber)).toEqual(before);
  const shipment = { carrier: 'Tern', trackingNumber: 'WB-DECLINED' };
  expect(await stack.shops.classic.desk.ship(orderNumber, shipment)).toHaveProperty('refused');
});

test('S36: a confirmed order is called off before it is shipped, and the money is free again', async () => {
  const orderNumber = await order();
  const window = await confirm();
  await expect(window.getByRole('heading', { name: /^Confirmed: / })).toBeVisible();
  await window.close();
  expect(await readMoney(orderNumber)).toEqual({ availableMinor: '14400', heldMinor: '5600' });
  const popup = await openNewestPurchase(shopper);
  await actInPopup(popup, 'Cancel the order');
  await expect(popup.locator('.stages-branch')).toContainText('Cancelled');
  await popup.close();
  expect(await readMoney(orderNumber)).toEqual({ availableMinor: '20000', heldMinor: '0' });
  await expectEnded(orderNumber, 'cancelled');
});

async function dispute(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Something is wrong' }).click();
  const dialog = popup.getByRole('dialog');
  await dialog.getByLabel('What is wrong?').fill('The plug is bent.');
  await dialog.getByRole('button', { name: 'Something is wrong' }).click();
  await expect(popup.locator('.stages-branch')).toContainText('Disputed');
}

test('S36: a dispute is taken back, or an arbiter splits the money', async () => {
  const orderNumber = await orderUntilShipped();
  const { id } = await getOrder(orderNumber);
  const popup = await openNewestPurchase(shopper);
  await dispute(popup);
  expect((await getOrder(orderNumber)).disputeReason).toBe('The plug is bent.');
  await actInPopup(popup, 'Take my dispute back');
  await expect(popup.getByRole('button', { name: 'Something is wrong' })).toBeVisible();
  expect((await getOrder(orderNumber)).state).toBe('shipped');
  await dispute(popup);
  const rule = (key: string, sellerMinor: string) =>
    stack.fetch(`${stack.server.origin}/v1/purchases/${id}/ruling`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': `ruling-${sellerMinor}`,
      },
      body: JSON.stringify({ sellerMinor }),
    });
  expect((await rule('wvk_nobody_0123456789abcdefghijklmnopqrstuvwxyz0', '5600')).status).toBe(401);
  expect((await rule(OPERATOR_KEY, '5601')).ok).toBe(false);
  expect(await readMoney(orderNumber)).toEqual({ availableMinor: '14400', heldMinor: '5600' });
  expect((await rule(OPERATOR_KEY, '1600')).ok).toBe(true);
  await expect(popup.getByText(/^All done: /)).toBeVisible();
  await popup.close();
  expect((await getOrder(orderNumber)).state).toBe('closed');
  expect(await readMoney(orderNumber)).toEqual({ availableMinor: '18400', heldMinor: '0' });
  expect(await books.listWrong()).toEqual([]);
});

test('S36: goods that go back are refunded by the seller', async () => {
  const orderNumber = await orderUntilShipped();
  const before = await readMoney(orderNumber);
  const popup = await openNewestPurchase(shopper);
  await actInPopup(popup, 'Send it back');
  await expect(popup.locator('.stages-branch')).toContainText('Returned');
  expect(await readMoney(orderNumber)).toEqual(before);
  expect(await stack.shops.classic.desk.refund(orderNumber)).not.toHaveProperty('refused');
  await expect(popup.locator('.stages-branch')).toContainText('Refunded');
  await popup.close();
  await expectEnded(orderNumber, 'refunded');
  const { availableMinor, heldMinor } = await readMoney(orderNumber);
  expect(heldMinor).toBe('0');
  expect(Number(availableMinor)).toBe(Number(before.availableMinor) + 5_600);
});
