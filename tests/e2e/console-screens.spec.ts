import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Gallery, openGallery } from '#tests/fixtures/gallery.ts';
import { launchChromium } from '#tests/fixtures/launch-chromium.ts';

let gallery: Gallery;
let browser: Browser;

test.beforeAll(async () => {
  gallery = await openGallery();
  browser = await launchChromium();
});

test.afterAll(async () => {
  await browser.close();
  gallery.close();
});

async function openScreen(screen: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(gallery.url(screen, 'en'));
  await page.locator('main').waitFor();
  await expect(page.locator('.skeleton')).toHaveCount(0);
  return page;
}

test('an order that is not there is told with the reason and the way to the list, not to be tried again', async () => {
  const page = await openScreen('console-order-unknown', 900);
  const told = page.getByRole('main').getByRole('status');
  await expect(told).toContainText('Kestrel Audio has no order with this number');
  await expect(told.getByRole('link', { name: 'See all orders' })).toHaveAttribute('href', '#orders');
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await page.context().close();
});

test('a table that does not fit shows on which side there is more, and scrolls by keyboard', async () => {
  const page = await openScreen('console-orders', 320);
  const table = page.getByRole('region', { name: 'Orders' });
  const edges = page.locator('.table-edges');
  const opacity = (side: '::before' | '::after') =>
    edges.evaluate((element, name) => getComputedStyle(element, name).opacity, side);
  await expect(table).toHaveAttribute('tabindex', '0');
  expect([await opacity('::before'), await opacity('::after')]).toEqual(['0', '1']);
  await table.focus();
  for (let presses = 0; presses < 30; presses += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(async () => [await opacity('::before'), await opacity('::after')]).toEqual(['1', '0']);
  await page.setViewportSize({ width: 1100, height: 800 });
  await expect(table).not.toHaveAttribute('tabindex');
  await expect.poll(async () => [await opacity('::before'), await opacity('::after')]).toEqual(['0', '0']);
  await page.context().close();
});

test('what can be done about a message stands on the line of its words', async () => {
  const page = await openScreen('console-messages', 1100);
  const row = page.getByRole('row', { name: /purchase\.shipped/ });
  const [words, button] = await Promise.all([
    row.getByRole('cell').nth(3).evaluate(measureText),
    row.getByRole('button').evaluate(measureText),
  ]);
  expect(Math.abs(words - button)).toBeLessThan(1);
  await page.context().close();
});

/** Where the words of an element begin, from above; the boxes around them are passed over. */
function measureText(element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return Math.max(...[...range.getClientRects()].map(({ top }) => top));
}
