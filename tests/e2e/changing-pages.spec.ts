import { expect } from '@playwright/test';
import { fillDelivery, openPopupWithCard, payByPasskey } from '#tests/fixtures/buying.ts';
import { fillAfter } from '#tests/fixtures/fill-after.ts';
import { test } from '#tests/fixtures/world-test.ts';
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

test.use({ pages: CHANGING_PAGES });

test('S27, S62: a page that draws its fields anew and in another order, before and during the fill, keeps them all', async ({
  openPage,
  shopper,
}) => {
  const shop = await openPage('/rerendered', 'rerendered');
  const popup = await openPopupWithCard(shopper, shop, COUNTRY);
  await expect(popup.getByText('5 delivery fields')).toBeVisible();
  await shop.evaluate(() => draw());
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(popup.getByText('5 fields filled')).toBeVisible();
  await popup.close();
  expect(await shop.evaluate(() => readState())).toEqual(DELIVERY);
});

test('S27, S62: a checkout of two steps is filled step by step, and the card on the second', async ({
  openPage,
  shopper,
}) => {
  const shop = await openPage('/two-steps', 'two-steps');
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

test('S27, S62: fields that come late into a closed shadow root of a plain box, without a form, are filled', async ({
  openPage,
  shopper,
}) => {
  const shop = await openPage('/late', 'late');
  await expect(shop.locator('body')).toHaveAttribute('data-late', 'here');
  await fillDelivery(shopper, shop, COUNTRY);
  expect(await shop.evaluate(() => readState())).toEqual(DELIVERY);
});

test('S27, S62: a control that takes another name or hides as it gets the focus stays empty; one that is drawn anew or clears its prompt is filled', async ({
  openPage,
  shopper,
}) => {
  const shop = await openPage('/turning', 'turning');
  await fillAfter(shopper, shop);
  expect(await shop.evaluate(() => readState())).toEqual({
    ...{ ...DELIVERY, city: expect.stringMatching(/\w/), state: expect.stringMatching(/\w/) },
    ...{ zip: expect.stringMatching(/^\d{5}$/), phone: '', email: '' },
  });
});
