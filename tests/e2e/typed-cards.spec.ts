import { expect, type Page } from '@playwright/test';
import { readShownNumber } from '#tests/fixtures/read-shown-number.ts';
import { test } from '#tests/fixtures/world-test.ts';

const FIELDS = ['Full name', 'Street address', 'City', 'State', 'ZIP code'];

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Checkout</title><h1>Checkout</h1>
<form><h2>Delivery</h2>${FIELDS.map(label => `<p><label>${label} <input></label></p>`).join('')}
<h2>Payment</h2><p><label>Card number <input id="number" autocomplete="cc-number"></label></p></form>
<p id="note"></p>`;

test.use({ pages: { '/checkout': () => PAGE } });

const readZip = (page: Page) => page.getByLabel('ZIP code');

test('S62: a number that is dropped into its field brings its delivery information', async ({
  openPage,
  shopper,
}) => {
  const number = await readShownNumber(shopper, 'United States');
  const page = await openPage('/checkout', 'dropped');
  await page.locator('#note').evaluate((note, digits) => {
    note.textContent = digits;
    getSelection()?.selectAllChildren(note);
  }, number);
  await page.bringToFront();
  await page.locator('#note').dragTo(page.locator('#number'), { sourcePosition: { x: 30, y: 8 } });
  await expect(page.locator('#number')).toHaveValue(number);
  await expect(readZip(page)).toHaveValue('97209');
});

test('S62: a number in wide digits counts once it is composed', async ({ openPage, shopper }) => {
  const number = await readShownNumber(shopper, 'United States');
  const wide = number.replace(/\d/g, digit => String.fromCodePoint(0xff10 + Number(digit)));
  const page = await openPage('/checkout', 'composed');
  await page.bringToFront();
  await page.locator('#number').focus();
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Input.imeSetComposition', { text: wide, selectionStart: 16, selectionEnd: 16 });
  await expect(page.locator('#number')).toHaveValue(wide);
  await protocol.send('Input.insertText', { text: wide });
  await expect(readZip(page)).toHaveValue('97209');
});
