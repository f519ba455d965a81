import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { press, readText, waitForText } from '#tests/fixtures/firefox-page.ts';
import { type FirefoxShopper, joinInFirefox } from '#tests/fixtures/firefox-shopper.ts';
import { type PageSite, servePages } from '#tests/fixtures/page-site.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';
import { CARD_FRAME_PAGES } from './pages/card-frames.ts';
import { CHANGING_PAGES } from './pages/changing-pages.ts';

let stack: Stack;
let shopper: FirefoxShopper;
let site: PageSite;

test.beforeAll(async () => {
  site = await servePages({ ...CARD_FRAME_PAGES, ...CHANGING_PAGES });
  stack = await startStack();
  shopper = await joinInFirefox(stack);
});

test.afterAll(async () => {
  await shopper?.firefox.close();
  await stack?.close();
  await site?.close();
});

async function openShop(name: string): Promise<Page> {
  const shop = await shopper.firefox.browser.newPage();
  await shop.goto(`${site.origin(name)}/${name}`, { waitUntil: 'networkidle0' });
  return shop;
}

for (const name of ['four-frames', 'closed-shadow']) {
  test(`S27, S62: in Firefox ${name} is one form of ten fields`, async () => {
    const shop = await openShop(name);
    const popup = await shopper.openPopup(shop);
    await waitForText(popup, '6 delivery fields, 4 card fields');
    await press(popup, 'Fill delivery');
    await waitForText(popup, '6 fields filled');
    await popup.close();
    expect(await shop.$eval('[name=zip]', field => (field as HTMLInputElement).value)).toMatch(/^\d{5}$/);
    await shop.close();
  });
}

test('S27, S62: in Firefox fields that come late into a closed shadow root are filled', async () => {
  const shop = await openShop('late');
  await readText(shop, 'body[data-late=here] p');
  const popup = await shopper.openPopup(shop);
  await press(popup, 'Fill delivery');
  await waitForText(popup, '5 fields filled');
  await popup.close();
  expect(await shop.evaluate(() => readState())).toMatchObject({ city: 'Portland', zip: '97209' });
});
