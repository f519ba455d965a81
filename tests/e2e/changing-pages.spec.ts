import { expect, type Page, test } from '@playwright/test';
import { fillDelivery, openPopupWithCard, payByPasskey } from '#tests/fixtures/buying.ts';
import { type PageSite, servePages } from '#tests/fixtures/page-site.ts';
import { joinAsShopper, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';
import { CHANGING_PAGES } from './pages/changing-pages.ts';

declare global {
  /** What the pages here define. */
  var draw: () => void;
  var readState: () => Record<string, string>;
}

const COUNTRY = 'United States';
const DELIVERY = {
  ...{ name: expect.stringMatching(/\w+ \w+/), street: expect.stringMatching(/\d/), city: 'Portland' },
  ...{ state: 'OR', zip: '97209' },
};

let stack: Stack;
let shopper: Shopper;
let site: PageSite;

test.beforeAll(async () => {
  site = await servePages(CHANGING_PAGES);
  stack = await startStack();
  shopper = await joinAsShopper(stack);
});

test.afterAll(async () => {
  await shopper?.close();
  await stack?.close();
  await site?.close();
});

async function openShop(name: string): Promise<Page> {
  const shop = await shopper.browser.context.newPage();
  await shop.goto(`${site.origin(name)}/${name}`);
  return shop;
}

test('S27, S62: a page that draws its fields anew and in another order, before and during the fill, keeps them all', async () => {
  const shop = await openShop('rerendered');
  const popup = await openPopupWithCard(shopper, shop, COUNTRY);
  await expect(popup.getByText('5 delivery fields')).toBeVisible();
  await shop.evaluate(() => draw());
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(popup.getByText('5 fields filled')).toBeVisible();
  await popup.close();
  expect(await shop.evaluate(() => readState())).toEqual(DELIVERY);
});

test('S27, S62: a checkout of two steps is filled step by step, and the card on the second', async () => {
  const shop = await openShop('two-steps');
  await fillDelivery(shopper, shop, COUNTRY);
  await expect(shop.getByLabel('ZIP code')).toHaveValue('97209');
  await shop.getByRole('button', { name: 'Next' }).click();
  const window = await payByPasskey(shopper, shop, { country: COUNTRY, amount: '$48.00' });
  await expect(window.getByText('The one-time number is filled in')).toBeVisible();
  await window.close();
  await expect(shop.getByLabel('Card number')).toHaveValue(/^\d{16}$/);
  await expect(shop.getByLabel('Expiry date')).toHaveValue(/^\d\d\/\d\d$/);
  await expect(shop.getByLabel('Security code')).toHaveValue(/^\d{3}$/);
});

test('S27, S62: fields that come late into a closed shadow root of a plain box, without a form, are filled', async () => {
  const shop = await openShop('late');
  await expect(shop.locator('body')).toHaveAttribute('data-late', 'here');
  await fillDelivery(shopper, shop, COUNTRY);
  expect(await shop.evaluate(() => readState())).toEqual(DELIVERY);
});
