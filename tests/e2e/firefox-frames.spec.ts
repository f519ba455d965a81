import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { press, readText, waitForText } from '#tests/fixtures/firefox-page.ts';
import type { FirefoxShopper } from '#tests/fixtures/firefox-shopper.ts';
import type { PageSite } from '#tests/fixtures/page-site.ts';
import { test } from '#tests/fixtures/world-test.ts';
import { CARD_FRAME_PAGES } from './pages/card-frames.ts';
import { CHANGING_PAGES } from './pages/changing-pages.ts';

test.use({ pages: { ...CARD_FRAME_PAGES, ...CHANGING_PAGES } });

async function openShop(shopper: FirefoxShopper, site: PageSite, name: string): Promise<Page> {
  const shop = await shopper.firefox.browser.newPage();
  await shop.goto(`${site.origin(name)}/${name}`, { waitUntil: 'networkidle0' });
  return shop;
}

for (const name of ['four-frames', 'closed-shadow']) {
  test(`S27, S62: in Firefox ${name} is one form of ten fields`, async ({ firefoxShopper, site }) => {
    const shop = await openShop(firefoxShopper, site, name);
    const popup = await firefoxShopper.openPopup(shop);
    await waitForText(popup, '6 delivery fields, 4 card fields');
    await press(popup, 'Fill delivery');
    await waitForText(popup, '6 fields filled');
    await popup.close();
    expect(await shop.$eval('[name=zip]', field => (field as HTMLInputElement).value)).toMatch(/^\d{5}$/);
    await shop.close();
  });
}

test('S27, S62: in Firefox fields that come late into a closed shadow root are filled', async ({
  firefoxShopper,
  site,
}) => {
  const shop = await openShop(firefoxShopper, site, 'late');
  await readText(shop, 'body[data-late=here] p');
  const popup = await firefoxShopper.openPopup(shop);
  await press(popup, 'Fill delivery');
  await waitForText(popup, '5 fields filled');
  await popup.close();
  expect(await shop.evaluate(() => readState())).toMatchObject({ city: 'Portland', zip: '97209' });
});
