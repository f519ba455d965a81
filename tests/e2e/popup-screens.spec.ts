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
