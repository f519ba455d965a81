import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import {
  press,
  pressInDialog,
  readField,
  readText,
  tick,
  typeInto,
  waitForText,
} from '#tests/fixtures/firefox-page.ts';
import { type FirefoxShopper, joinInFirefox } from '#tests/fixtures/firefox-shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';
import type { ReceivedMail } from '#tests/world/mailbox.ts';

let stack: Stack;
let shopper: FirefoxShopper;

test.beforeAll(async () => {
  stack = await startStack();
  shopper = await joinInFirefox(stack);
});

test.afterAll(async () => {
  await shopper?.firefox.close();
  await stack?.close();
});

/** The checkout with one piece in the basket: the first, or the one that the selector names. */
async function goToCheckout(addToBasket = '::-p-xpath(//button[.="Add to basket"])'): Promise<Page> {
  const shop = await shopper.firefox.browser.newPage();
  await shop.goto(stack.shops.classic.origin);
  await shop.locator(addToBasket).click();
  await press(shop, 'Checkout');
  await shop.waitForSelector('[name=ship_zip]');
  return shop;
}

async function fillDelivery(shop: Page): Promise<void> {
  const popup = await shopper.openPopup(shop);
  await press(popup, 'Fill delivery');
  await waitForText(popup, 'fields filled');
  await popup.close();
  expect(await readField(shop, 'ship_zip')).toMatch(/^\d{5}/);
}

async function openPurchase(payee: string): Promise<Page> {
  const popup = await shopper.openPopup();
  await press(popup, 'Purchases');
  await press(popup, payee);
  await popup.waitForSelector('[aria-label="Stages of the purchase"]');
  return popup;
}

/** The next mail with a code that is none of those already here. */
async function waitForCode(seen: readonly ReceivedMail[]): Promise<string> {
  const isNew = (mail: ReceivedMail) => !seen.includes(mail) && /\b\d{6}\b/.test(mail.parsed.subject ?? '');
  const { parsed } = await stack.mailbox.waitForMail(isNew);
  return /\b\d{6}\b/.exec(parsed.subject ?? '')?.[0] ?? '';
}

async function receiveParcel(payee: string): Promise<void> {
  const popup = await openPurchase(payee);
  await press(popup, 'I have my parcel');
  await pressInDialog(popup, 'I have my parcel');
  await popup.waitForSelector('dialog[open]', { hidden: true });
  await popup.close();
}

async function readAccount(): Promise<{ uniqueAddress: string; paymentReference: string }> {
  const popup = await shopper.openPopup();
  await press(popup, 'More');
  const uniqueAddress = await readText(popup, '::-p-xpath(//dd[contains(., "@")])');
  await press(popup, 'Account');
  const paymentReference = await readText(popup, '.payment-reference');
  await popup.close();
  return { uniqueAddress, paymentReference };
}

test('S62: in Firefox the card fills its delivery information and, confirmed by passkey, its one-time number', async () => {
  const { classic } = stack.shops;
  const shop = await goToCheckout();
  await fillDelivery(shop);
  const paying = await shopper.openPopup(shop);
  await press(paying, 'Go on to confirm');
  const window = await shopper.firefox.waitForPage(shopper.firefox.url('/confirm.html'));
  await press(window, 'Confirm $');
  await waitForText(window, 'The one-time number is filled in');
  await window.close();
  await shop.bringToFront();
  await tick(shop, 'I agree');
  await press(shop, 'Place order');
  await waitForText(shop, 'Thank you');
  await shop.close();
  const order = classic.orders().at(-1);
  expect(order?.payment).toMatchObject({ card: { status: 'authorised' } });
});

test('S33-S35: in Firefox the shipped parcel is received, the bill paid, and the purchase closed', async () => {
  const { classic } = stack.shops;
  const order = classic.orders().at(-1);
  if (!order) throw new Error('the shop took no order');
  await classic.desk.ship(order.number, { carrier: 'UPS', trackingNumber: '1Z999AA10123456784' });
  const [purchase] = await stack.server.services.directory<{ number: string }[]>`
    select document->>'deliveryNumber' as number from purchases order by id desc limit 1`;
  const parcel = { waybill: '1Z999AA10123456784', deliveryNumber: purchase?.number ?? '' };
  expect(await stack.carrier.accept(parcel)).toEqual({ matched: true });
  expect(await stack.carrier.deliver(parcel)).toEqual({ matched: true });
  const payee = 'Kestrel Audio';
  await receiveParcel(payee);
  const { paymentReference } = await readAccount();
  const { totalMinor, currency } = order;
  await stack.bank.receivePayment({ paymentReference, amountMinor: String(totalMinor), currency });
  const popup = await openPurchase(payee);
  await waitForText(popup, 'your bill is settled');
  await popup.close();
});

test('S30: in Firefox a held purchase at a member shop is confirmed by the mailed code', async () => {
  const { classic } = stack.shops;
  const { uniqueAddress, paymentReference } = await readAccount();
  await stack.bank.receivePayment({ paymentReference, amountMinor: '100000', currency: 'USD' });
  const shop = await goToCheckout('::-p-xpath(//li[contains(., "RCA cable")]//button)');
  await fillDelivery(shop);
  await shop.bringToFront();
  await tick(shop, 'Wayveil');
  await typeInto(shop, 'Your Wayveil e-mail address', uniqueAddress.trim());
  await tick(shop, 'I agree');
  const before = [...stack.mailbox.mails()];
  await press(shop, 'Place order');
  await waitForText(shop, 'Almost there');
  await shop.close();
  await waitForCode(before);
  const popup = await shopper.openPopup();
  await press(popup, 'Look and decide');
  const window = await shopper.firefox.waitForPage(shopper.firefox.url('/confirm.html'));
  const asked = [...stack.mailbox.mails()];
  await press(window, 'By e-mail code');
  await waitForText(window, 'Six digits are on their way');
  await typeInto(window, 'Code from the mail', await waitForCode(asked));
  await press(window, 'Confirm $');
  await waitForText(window, 'Confirmed: $');
  await expect.poll(() => classic.orders().at(-1)?.state).toBe('ready_to_ship');
});
