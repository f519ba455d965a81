import { expect } from '@playwright/test';
import { LOCALES } from '#shared/api/locale.ts';
import { test } from '#tests/fixtures/browser-test.ts';

const POPUP = { width: 360, height: 600 };

test('why a field is taken for something is asked on the column of the words above it', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow(POPUP);
  for (const locale of LOCALES) {
    await showScreen(page, 'popup-page', locale);
    const [title, icon] = await Promise.all([
      page.locator('main h1').boundingBox(),
      page.locator('main .button-quiet .icon').first().boundingBox(),
    ]);
    expect(icon?.x, locale).toBe(title?.x);
  }
});

test('what waits for its owner moves nothing when it comes', async ({ openWindow, openScreen }) => {
  const page = await openWindow(POPUP);
  const tops: (number | undefined)[] = [];
  for (const screen of ['popup-page-pending', 'popup-page']) {
    await openScreen(page, screen, 'en');
    const card = page.getByLabel('Card', { exact: true });
    await expect(page.getByText('What will be filled')).toBeVisible();
    tops.push((await card.boundingBox())?.y);
  }
  expect(tops[1]).toBe(tops[0]);
});

test('what a page has to say moves nothing when it comes, though it is little', async ({
  openWindow,
  openScreen,
}) => {
  const page = await openWindow(POPUP);
  for (const locale of LOCALES) {
    const tops: (number | undefined)[] = [];
    for (const screen of ['coming', 'quiet', 'nothing', 'own']) {
      await openScreen(page, `popup-page-${screen}`, locale);
      if (screen !== 'coming') await expect(page.locator('main h1')).toBeVisible();
      tops.push((await page.locator('main select').first().boundingBox())?.y);
    }
    expect(new Set(tops).size, `${locale} ${tops}`).toBe(1);
  }
});

test('passkeys that come move no button', async ({ openWindow, openScreen }) => {
  const page = await openWindow(POPUP);
  const tops: (number | undefined)[] = [];
  for (const screen of ['popup-passkeys-coming', 'popup-passkeys']) {
    await openScreen(page, screen, 'en');
    if (screen === 'popup-passkeys') await expect(page.getByText('In use here')).toBeVisible();
    tops.push((await page.getByRole('button', { name: 'Add a passkey' }).boundingBox())?.y);
  }
  expect(tops[0]).toBeDefined();
  expect(tops[1]).toBe(tops[0]);
});

test('before an advanced purchase is shipped, its tracking number is the main thing to do', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow(POPUP);
  await showScreen(page, 'popup-charged', 'en');
  await expect(page.locator('main .button-main')).toHaveText('Add tracking number');
});

test('a purchase that cannot be read keeps the way back', async ({ openWindow, showScreen }) => {
  const page = await openWindow(POPUP);
  await showScreen(page, 'popup-purchase-offline', 'en');
  await expect(page.getByRole('alert')).toContainText('The wallet server');
  await page.getByRole('main').getByRole('button', { name: 'Purchases' }).click();
  await expect(page.getByRole('heading', { name: 'Purchases' })).toBeVisible();
});

test('a button beside a device is as wide as its words, and stands at the end of the line', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow(POPUP);
  await showScreen(page, 'popup-settings', 'ja');
  const line = page.locator('.list-line', { has: page.getByRole('button') }).first();
  const button = line.getByRole('button');
  const [outer, inner] = await Promise.all([line.boundingBox(), button.boundingBox()]);
  expect(inner?.width).toBeLessThan(100);
  expect((outer?.x ?? 0) + (outer?.width ?? 0) - (inner?.x ?? 0) - (inner?.width ?? 0)).toBeLessThan(8);
});

test('what scrolls does so with a bar in the colours of the page', async ({ openWindow, showScreen }) => {
  const page = await openWindow(POPUP);
  await showScreen(page, 'popup-settings', 'en');
  await page.emulateMedia({ colorScheme: 'dark' });
  const bar = await page.locator('main').evaluate(main => getComputedStyle(main).scrollbarColor);
  expect(bar).toBe('rgb(162, 167, 176) rgba(0, 0, 0, 0)');
});

/** The side of each place that marks the one that is chosen. */
const MARKED = [
  { screen: 'popup-purchases', places: '.popup-foot button', side: 'border-block-start-color' },
  { screen: 'console-orders', places: '.console-head nav a', side: 'border-block-end-color' },
  { screen: 'console-orders', places: '.tabs [role="tab"]', side: 'border-block-end-color' },
];

for (const { screen, places, side } of MARKED) {
  test(`under forced colours one of ${places} is marked, and not all`, async ({ openWindow, showScreen }) => {
    const page = await openWindow(POPUP);
    await showScreen(page, screen, 'en');
    await page.emulateMedia({ forcedColors: 'active' });
    const paper = await page.locator('html').evaluate(html => getComputedStyle(html).backgroundColor);
    const marks = await page
      .locator(places)
      .evaluateAll((all, name) => all.map(one => getComputedStyle(one).getPropertyValue(name)), side);
    expect(marks.length).toBeGreaterThan(1);
    expect(marks.filter(mark => mark !== paper)).toHaveLength(1);
  });
}
