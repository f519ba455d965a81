import { expect } from '@playwright/test';
import { press, readField, readText, waitForText } from '#tests/fixtures/firefox-page.ts';
import { test } from '#tests/fixtures/world-test.ts';

declare const chrome: { storage: { session: { get(keys: null): Promise<Record<string, unknown>> } } };

const FILLED = { ship_zip: '97209', ship_address1: '1420 NW Lovejoy St', ship_state: 'OR' };

test('S62: in Firefox a number typed while the wallet is locked brings its delivery information once that is open', async ({
  firefoxShopper,
  stack,
}) => {
  const shop = await firefoxShopper.firefox.browser.newPage();
  await shop.goto(stack.shops.classic.origin);
  await press(shop, 'Add to basket');
  await press(shop, 'Checkout');
  await shop.waitForSelector('[name=cc_number]');
  const popup = await firefoxShopper.openPopup(shop);
  const readStored = () => popup.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
  await press(popup, 'Cards');
  await press(popup, 'Show card number');
  const shown = await readText(popup, '::-p-xpath(//dt[.="Number"]/following-sibling::dd[1])');
  const number = shown.replace(/\D/g, '');
  await press(popup, 'Lock');
  await waitForText(popup, 'Wayveil is locked');

  await shop.bringToFront();
  await shop.type('[name=cc_number]', number);
  await expect.poll(async () => (await readStored()).includes('unread:')).toBe(true);
  expect(await readStored()).not.toContain(number.slice(-8));
  expect(await readField(shop, 'ship_zip')).toBe('');

  await popup.bringToFront();
  await popup.reload().catch(() => undefined);
  await waitForText(popup, 'A card number was typed at kestrel-audio.localhost');
  await press(popup, 'Unlock with passkey');
  for (const [name, value] of Object.entries(FILLED))
    await expect.poll(() => readField(shop, name)).toBe(value);
  expect(await readStored()).not.toContain('unread:');
});
