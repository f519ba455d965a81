import { expect, type Page, test } from '@playwright/test';
import { joinAsShopper, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

let stack: Stack;
let shopper: Shopper;

test.beforeAll(async () => {
  stack = await startStack();
  shopper = await joinAsShopper(stack);
});

test.afterAll(async () => {
  await shopper?.close();
  await stack?.close();
});

async function goToCheckout(origin: string): Promise<Page> {
  const page = await shopper.browser.context.newPage();
  await page.goto(origin);
  await page.getByRole('button', { name: 'Add to basket' }).first().click();
  await page.getByRole('link', { name: 'Checkout' }).click();
  return page;
}

test('S62: the card fills its virtual delivery information, and a confirmed payment fills its one-time number', async () => {
  const shop = await goToCheckout(stack.shops.classic.origin);
  const popup = await shopper.openPopup(shop);
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(popup.getByText(/fields filled/)).toBeVisible();
  await expect(shop.locator('[name=ship_zip]')).toHaveValue('97209');
  await popup.screenshot({ path: 'reports/popup.png' });
  await popup.close();
  const paying = await shopper.openPopup(shop);
  const window = await shopper.browser.waitForConfirmWindow(() =>
    paying.getByRole('button', { name: 'Go on to confirm' }).click(),
  );
  await shopper.bringPasskey(window);
  await window.screenshot({ path: 'reports/confirm.png' });
  await window.getByRole('button', { name: /^Confirm \$/ }).click();
  await expect(window.getByText('The one-time number is filled in')).toBeVisible();
  await shop.bringToFront();
  await shop.getByLabel('I agree').check();
  await shop.getByRole('button', { name: 'Place order' }).click();
  await expect(shop.getByRole('heading', { name: 'Thank you' })).toBeVisible();
});
