import { expect, type Page } from '@playwright/test';
import { fillDelivery, openPopupWithCard } from '#tests/fixtures/buying.ts';
import type { Shopper } from '#tests/fixtures/shopper.ts';
import { test } from '#tests/fixtures/world-test.ts';
import { CARD_FRAME_PAGES } from './pages/card-frames.ts';

const COUNTRY = 'United States';

test.use({ pages: CARD_FRAME_PAGES });

/** Pays from the popup; `meanwhile` is what the page does before the confirm window is answered. */
async function pay(
  shopper: Shopper,
  shop: Page,
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const popup = await openPopupWithCard(shopper, shop, COUNTRY);
  const window = await shopper.browser.waitForConfirmWindow(() =>
    popup.getByRole('button', { name: 'Go on to confirm' }).click(),
  );
  await meanwhile();
  await shopper.bringPasskey(window);
  await window.getByRole('button', { name: 'Confirm $48.00' }).click();
  await expect(window.getByText('The one-time number is filled in')).toBeVisible();
  await window.close();
}

/** What the control of each frame holds, by what stands behind the `?` of its address. */
async function readHosted(shop: Page): Promise<Record<string, string[]>> {
  const values: Record<string, string[]> = {};
  for (const frame of shop.frames().filter(one => one.url().includes('/hosted?'))) {
    const kind = frame.url().split('?')[1] ?? '';
    values[kind] = [...(values[kind] ?? []), await frame.locator('input').inputValue()];
  }
  return values;
}

const FILLED = {
  number: [expect.stringMatching(/^\d{16}$/)],
  expiry: [expect.stringMatching(/^\d\d\/\d\d$/)],
  csc: [expect.stringMatching(/^\d{3}$/)],
  name: [expect.stringMatching(/\w+ \w+/)],
};

test('S27, S62: a card form in one frame is shown with its site, and filled', async ({
  openPage,
  shopper,
  site,
}) => {
  const shop = await openPage('/one-frame', 'one-frame');
  const popup = await openPopupWithCard(shopper, shop, COUNTRY);
  await expect(popup.getByText('6 delivery fields, 4 card fields')).toBeVisible();
  await popup.getByText('What will be filled').click();
  await expect(popup.getByRole('heading', { name: `In frames of ${site.origin('pay')}` })).toBeVisible();
  await popup.close();
  await fillDelivery(shopper, shop, COUNTRY);
  await expect(shop.locator('[name=zip]')).toHaveValue('97209');
  await pay(shopper, shop);
  const card = shop.frameLocator('iframe');
  await expect(card.getByLabel('Card number')).toHaveValue(/^\d{16}$/);
  await expect(card.getByLabel('Expiry date')).toHaveValue(/^\d\d\/\d\d$/);
  await expect(card.getByLabel('Security code')).toHaveValue(/^\d{3}$/);
  await expect(card.getByLabel('Name on card')).not.toHaveValue('');
});

for (const name of ['four-frames', 'closed-shadow']) {
  test(`S27, S62: ${name}: four bare fields in four frames are one card form`, async ({
    openPage,
    shopper,
  }) => {
    const shop = await openPage(`/${name}`, name);
    await pay(shopper, shop);
    expect(await readHosted(shop)).toEqual(FILLED);
    await expect(shop.locator('[name=fullname]')).toHaveValue('');
  });
}

test('a frame that nobody sees gets no card number', async ({ openPage, shopper }) => {
  const shop = await openPage('/hidden-frame', 'hidden-frame');
  await pay(shopper, shop);
  expect(await readHosted(shop)).toEqual({
    ...FILLED,
    number: [...FILLED.number, ''],
    csc: [...FILLED.csc, ''],
  });
});

test('a frame that is drawn too small to be read gets nothing', async ({ openPage, shopper }) => {
  const shop = await openPage('/small-frame', 'small-frame');
  await pay(shopper, shop);
  expect(await readHosted(shop)).toEqual({ ...FILLED, csc: [''] });
});

test('a frame that came after the preview gets no card number, one that took the place of another does', async ({
  openPage,
  shopper,
  site,
}) => {
  const shop = await openPage('/four-frames', 'four-frames');
  const late = site.origin('late');
  await pay(shopper, shop, async () => {
    await shop.evaluate(origin => {
      const added = document.createElement('iframe');
      added.src = `${origin}/card`;
      added.title = 'Card details';
      document.querySelector('form')?.append(added);
      const number = document.querySelector('#number');
      const again = number?.cloneNode();
      if (again) number?.replaceWith(again);
    }, late);
    await expect(shop.frameLocator(`iframe[src^="${late}"]`).getByLabel('Card number')).toBeVisible();
  });
  expect(await readHosted(shop)).toEqual(FILLED);
  await expect(shop.frameLocator(`iframe[src^="${late}"]`).getByLabel('Card number')).toHaveValue('');
});
