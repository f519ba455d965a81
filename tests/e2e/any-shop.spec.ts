import { expect, type Page } from '@playwright/test';
import { readTrialBalance } from '#server/ledger/trial-balance.ts';
import {
  fillDelivery,
  issueCard,
  listDoneStages,
  openCheckout,
  openPurchase,
  payByPasskey,
} from '#tests/fixtures/buying.ts';
import { type ShopVisit, VISITS } from '#tests/fixtures/shop-visits.ts';
import type { Shopper } from '#tests/fixtures/shopper.ts';
import type { Stack } from '#tests/fixtures/stack.ts';
import { test } from '#tests/fixtures/world-test.ts';

test.use({ world: 'any-shop' });

/** Buys at the shop up to its thanks. */
async function buy(shopper: Shopper, stack: Stack, visit: ShopVisit): Promise<void> {
  const { country } = visit;
  if (country !== VISITS.classic.country) await issueCard(shopper, country);
  const shop = await openCheckout(stack, shopper, visit);
  await visit.passDelivery(shop, () => fillDelivery(shopper, shop, country));
  const window = await payByPasskey(shopper, shop, visit);
  await expect(window.getByText('The one-time number is filled in')).toBeVisible();
  await window.close();
  await shop.bringToFront();
  await visit.placeOrder(shop);
  await shop.close();
}

/** The shop's own people ship its newest order. */
async function shipNewest(shopper: Shopper, stack: Stack, visit: ShopVisit, waybill: string): Promise<void> {
  const admin = await shopper.browser.context.newPage();
  await admin.goto(`${visit.shop(stack).origin}/admin`);
  await admin.getByLabel('Tracking number').fill(waybill);
  await admin.getByRole('button', { name: 'Mark shipped' }).click();
  await expect(admin.getByText(waybill)).toBeVisible();
  await admin.close();
}

/** The hub takes the parcel in by the code on its label; the carrier brings it. */
async function deliver(stack: Stack, waybill: string, deliveryNumber: string): Promise<void> {
  const parcel = { waybill, deliveryNumber };
  expect(await stack.carrier.accept(parcel)).toEqual({ matched: true });
  expect(await stack.carrier.deliver(parcel)).toEqual({ matched: true });
}

async function readFact(popup: Page, name: string): Promise<string> {
  const value = popup.locator('dl.facts dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');
  return (await value.innerText()).replaceAll(/\s/g, '');
}

async function readPaymentReference(shopper: Shopper): Promise<string> {
  const popup = await shopper.openPopup();
  await popup.getByRole('navigation').getByRole('button', { name: 'More' }).click();
  await popup.getByRole('button', { name: 'Account' }).click();
  const reference = await popup.locator('.payment-reference').innerText();
  await popup.close();
  return reference;
}

async function expectBooksToBalance(stack: Stack): Promise<void> {
  for (const books of await readTrialBalance(stack.server.services.directory)) {
    expect(books).toMatchObject({ totalMinor: 0n, driftMinor: 0n, pendingMinor: 0n });
  }
}

const STAGES = ['Ordered', 'Confirmed', 'Shipped', 'Received', 'Closed'];

for (const [name, visit] of Object.entries<ShopVisit>(VISITS)) {
  test(`S27 S33 S34 S35 S36 S37 S39 S56: ${name} sells to virtual data, is paid at once, and the buyer is billed on receipt`, async ({
    shopper,
    stack,
  }) => {
    await buy(shopper, stack, visit);
    const shop = visit.shop(stack);
    const { hostname } = new URL(shop.origin);
    const [order] = shop.orders().slice(-1);
    expect(order).toMatchObject({ totalMinor: visit.amountMinor, state: 'ready_to_ship' });
    const waybill = `1Z${Date.now()}`;
    await shipNewest(shopper, stack, visit, waybill);
    const codes = stack.acquirer.exchanges().slice(-2);
    expect(codes.map(({ message }) => message.messageTypeIndicator)).toEqual(['0100', '0220']);
    expect(codes.map(({ responseCode }) => responseCode)).toEqual(['00', '00']);

    const popup = await openPurchase(shopper, hostname);
    await expect(popup.getByText('Money is advanced.')).toBeVisible();
    await expect(popup.locator('.stage-name')).toHaveText(STAGES);
    await deliver(stack, waybill, await readFact(popup, 'Delivered to'));
    await popup.close();

    const received = await openPurchase(shopper, hostname);
    await received.getByRole('button', { name: 'I have my parcel' }).click();
    await received.getByRole('dialog').getByRole('button', { name: 'I have my parcel' }).click();
    await expect(received.locator('dl.facts dt', { hasText: 'To pay' })).toBeVisible();
    await received.screenshot({ path: `reports/popup-received-${name}.png` });
    await expect(received.getByRole('button', { name: 'Something is wrong' })).not.toHaveClass(/button-main/);
    await received.getByRole('button', { name: 'See how to pay' }).click();
    await expect(received.getByRole('heading', { name: 'Account' })).toBeVisible();
    await received.close();

    const { currency, totalMinor } = order ?? { currency: 'USD', totalMinor: 0 };
    const paymentReference = await readPaymentReference(shopper);
    await stack.bank.receivePayment({ paymentReference, amountMinor: String(totalMinor), currency });
    const closed = await openPurchase(shopper, hostname);
    await expect(closed.locator('dl.facts dt', { hasText: 'Paid' })).toBeVisible();
    expect(await listDoneStages(closed)).toEqual(STAGES);
    await closed.screenshot({ path: `reports/popup-closed-${name}.png` });
    await closed.close();
    await expectBooksToBalance(stack);
  });
}
