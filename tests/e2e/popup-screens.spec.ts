import { type Browser, expect, type Page, test } from '@playwright/test';
import { LOCALES } from '#shared/api/locale.ts';
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

async function openScreen(screen: string, locale: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 600 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(gallery.url(screen, locale));
  await page.locator('main').waitFor();
  await expect(page.locator('.skeleton')).toHaveCount(0);
  return page;
}

test('why a field is taken for something is asked on the column of the words above it', async () => {
  for (const locale of LOCALES) {
    const page = await openScreen('popup-page', locale);
    const [title, icon] = await Promise.all([
      page.locator('main h1').boundingBox(),
      page.locator('main .button-quiet .icon').first().boundingBox(),
    ]);
    expect(icon?.x, locale).toBe(title?.x);
    await page.context().close();
  }
});

test('a purchase that cannot be read keeps the way back', async () => {
  const page = await openScreen('popup-purchase-offline', 'en');
  await expect(page.getByRole('alert')).toContainText('The wallet server');
  await page.getByRole('main').getByRole('button', { name: 'Purchases' }).click();
  await expect(page.getByRole('heading', { name: 'Purchases' })).toBeVisible();
  await page.context().close();
});

test('a button beside a device is as wide as its words, and stands at the end of the line', async () => {
  const page = await openScreen('popup-settings', 'ja');
  const line = page.locator('.list-line', { has: page.getByRole('button') }).first();
  const button = line.getByRole('button');
  const [outer, inner] = await Promise.all([line.boundingBox(), button.boundingBox()]);
  expect(inner?.width).toBeLessThan(100);
  expect((outer?.x ?? 0) + (outer?.width ?? 0) - (inner?.x ?? 0) - (inner?.width ?? 0)).toBeLessThan(8);
  await page.context().close();
});

test('what scrolls does so with a bar in the colours of the page', async () => {
  const page = await openScreen('popup-settings', 'en');
  await page.emulateMedia({ colorScheme: 'dark' });
  const bar = await page.locator('main').evaluate(main => getComputedStyle(main).scrollbarColor);
  expect(bar).toBe('rgb(162, 167, 176) rgba(0, 0, 0, 0)');
  await page.context().close();
});

/** The side of each place that marks the one that is chosen. */
const MARKED = [
  { screen: 'popup-purchases', places: '.popup-foot button', side: 'border-block-start-color' },
  { screen: 'console-orders', places: '.console-head nav a', side: 'border-block-end-color' },
  { screen: 'console-orders', places: '.tabs [role="tab"]', side: 'border-block-end-color' },
];

for (const { screen, places, side } of MARKED) {
  test(`under forced colours one of ${places} is marked, and not all`, async () => {
    const page = await openScreen(screen, 'en');
    await page.emulateMedia({ forcedColors: 'active' });
    const paper = await page.locator('html').evaluate(html => getComputedStyle(html).backgroundColor);
    const marks = await page
      .locator(places)
      .evaluateAll((all, name) => all.map(one => getComputedStyle(one).getPropertyValue(name)), side);
    expect(marks.length).toBeGreaterThan(1);
    expect(marks.filter(mark => mark !== paper)).toHaveLength(1);
    await page.context().close();
  });
}
