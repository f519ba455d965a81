import { expect } from '@playwright/test';
import { test } from '#tests/fixtures/browser-test.ts';

test('an order that is not there is told with the reason and the way to the list, not to be tried again', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow({ width: 900, height: 800 });
  await showScreen(page, 'console-order-unknown', 'en');
  const told = page.getByRole('main').getByRole('status');
  await expect(told).toContainText('Kestrel Audio has no order with this number');
  await expect(told.getByRole('link', { name: 'See all orders' })).toHaveAttribute('href', '#orders');
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
});

test('who has no webhook is shown where to name one', async ({ openWindow, showScreen }) => {
  const page = await openWindow({ width: 900, height: 800 });
  await showScreen(page, 'console-messages-none', 'en');
  const link = page.getByRole('main').getByRole('link', { name: 'Name one in Settings' });
  await expect(link).toHaveAttribute('href', '#settings');
});

test('a table that does not fit shows on which side there is more, and scrolls by keyboard', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow({ width: 320, height: 800 });
  await showScreen(page, 'console-orders', 'en');
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
});

test('what can be done about a message stands on the line of its words', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow({ width: 1100, height: 800 });
  await showScreen(page, 'console-messages', 'en');
  const row = page.getByRole('row', { name: /purchase\.shipped/ });
  const [words, button] = await Promise.all([
    row.getByRole('cell').nth(3).evaluate(measureText),
    row.getByRole('button').evaluate(measureText),
  ]);
  expect(Math.abs(words - button)).toBeLessThan(1);
});

/** Where the words of an element begin, from above; the boxes around them are passed over. */
function measureText(element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return Math.max(...[...range.getClientRects()].map(({ top }) => top));
}
