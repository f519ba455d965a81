import { expect } from '@playwright/test';
import { openCheckout, openPopupWithCard } from '#tests/fixtures/buying.ts';
import { type ShopVisit, VISITS } from '#tests/fixtures/shop-visits.ts';
import { test } from '#tests/fixtures/world-test.ts';

/** What each shop calls itself, and the sum that its checkout shows. */
const SAID: Record<keyof typeof VISITS, { name: string; from: RegExp; amount: string; currency: string }> = {
  classic: { name: 'Kestrel Audio', from: /title/, amount: '257.00', currency: 'USD' },
  atelier: { name: 'Atelier Lindgrün', from: /title/, amount: '49.90', currency: 'EUR' },
  boardwalk: { name: 'Boardwalk Brighton', from: /title/, amount: '153.95', currency: 'GBP' },
  hanok: { name: '한옥살림', from: /title/, amount: '71000', currency: 'KRW' },
};

test.use({
  pages: {
    '/rand':
      () => `<!doctype html><html lang="en-ZA"><meta charset="utf-8"><title>Checkout | Protea Books</title>
<h1>Checkout</h1><form><label>Full name <input></label><label>Street address <input></label>
<label>City <input></label><label>Postal code <input></label><button>Pay</button></form>
<p>Order total: R 512.50</p>`,
  },
});

test('a sum in a currency that no card pays in is told as such, and not taken over into another', async ({
  openPage,
  shopper,
}) => {
  const shop = await openPage('/rand', 'protea');
  const popup = await shopper.openPopup(shop);
  await expect(popup.getByText('The page asks for ZAR, and Wayveil pays in no ZAR')).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Fill delivery' })).toBeVisible();
  await popup.getByText('Pay here…').click();
  await expect(popup.getByLabel('Payee')).toHaveValue('Protea Books');
  await expect(popup.getByLabel('Amount')).toHaveValue('');
  await popup.close();
  await shop.close();
});

for (const [key, visit] of Object.entries<ShopVisit>(VISITS)) {
  test(`${key}: payee, amount and currency are shown as read, with where they were read`, async ({
    shopper,
    stack,
  }) => {
    const said = SAID[key as keyof typeof VISITS];
    const shop = await openCheckout(stack, shopper, visit);
    const popup = await openPopupWithCard(shopper, shop, 'United States');
    const payee = popup.getByLabel('Payee');
    await expect(payee).toHaveValue(said.name);
    await expect(payee).toHaveAccessibleDescription(said.from);
    const amount = popup.getByLabel('Amount');
    await expect(amount).toHaveValue(said.amount);
    await expect(amount).toHaveAccessibleDescription('Read from the text on the page.');
    await expect(popup.getByLabel('Currency')).toHaveValue(said.currency);
    await popup.close();
    await shop.close();
  });
}

test('S27: what was read can be put right, and the confirm window shows what was put', async ({
  shopper,
  stack,
}) => {
  const visit = VISITS.classic;
  const shop = await openCheckout(stack, shopper, visit);
  const popup = await openPopupWithCard(shopper, shop, visit.country);
  await popup.getByLabel('Payee').fill('Kestrel Audio of Duluth');
  await expect(popup.getByText('The page says: Kestrel Audio')).toBeVisible();
  await popup.getByLabel('Amount').fill('260.00');
  await expect(popup.getByText(/The page says: \d+\.00/)).toBeVisible();
  await popup.getByLabel('Order number').fill('KA-7');
  const window = await shopper.browser.waitForConfirmWindow(() =>
    popup.getByRole('button', { name: 'Go on to confirm' }).click(),
  );
  await expect(window.locator('.confirm-payee strong').first()).toHaveText('Kestrel Audio of Duluth');
  await expect(window.locator('.confirm-host')).toHaveText('kestrel-audio.localhost');
  await expect(window.locator('.confirm-amount')).toHaveText('$260.00');
  await expect(window.getByText('KA-7')).toBeVisible();
  // An order that waits folds what pays at its shop, for half an hour and for every spec of this world.
  await window.getByRole('button', { name: "This wasn't me" }).click();
  await window.getByRole('button', { name: 'Decline' }).click();
  await expect(window.getByRole('heading', { name: /declined/i })).toBeVisible();
  await window.close();
  await shop.close();
});

test('a page that says no name of its own is not given one without a word', async ({ shopper, stack }) => {
  const visit = VISITS.boardwalk;
  const shop = await openCheckout(stack, shopper, visit);
  await shop.evaluate(() => {
    document.title = 'Checkout';
    document.querySelector('header')?.remove();
    document.querySelector('footer')?.remove();
  });
  const popup = await shopper.openPopup(shop);
  await expect(popup.getByLabel('Payee')).toHaveValue('');
  await expect(popup.getByText('The page does not say who sells')).toContainText('localhost');
  await popup.close();
  await shop.close();
});
