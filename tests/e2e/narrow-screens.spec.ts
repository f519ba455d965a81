import { type Browser, expect, type Page, test } from '@playwright/test';
import { LOCALES } from '#shared/api/locale.ts';
import { type Gallery, openGallery } from '#tests/fixtures/gallery.ts';
import { launchChromium } from '#tests/fixtures/launch-chromium.ts';

/** 1280 px at 400 %, as WCAG 1.4.10 asks for it. */
const ENLARGED = { width: 320, height: 600 };
const POPUP_SCREENS = [
  'page',
  'page-currency',
  'purchases',
  'purchase',
  'declined',
  'cards',
  'more',
  'log-alarm',
];
const MORE_POPUP_SCREENS = [
  'data',
  'account',
  'settings',
  'passkeys',
  'erase',
  'unite',
  'mails',
  'disclosures',
];

/** The confirm window as it opens, and what it holds at 200 %. */
const CONFIRM = { width: 400, height: 720 };
const CONFIRM_SCREENS = [
  'confirm-held',
  'confirm-advanced',
  'confirm-poor',
  'confirm-long',
  'confirm-expired',
];
const CONFIRM_ENLARGED = { width: 200, height: 360 };

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

async function openPage(viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  return context.newPage();
}

async function show(page: Page, screen: string, locale: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(gallery.url(screen, locale));
  await page.locator('main').waitFor();
  await expect(page.locator('.skeleton')).toHaveCount(0);
}

const measureSideScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('the popup is read at 320 px without scrolling sideways', async () => {
  const page = await openPage(ENLARGED);
  for (const locale of LOCALES) {
    for (const screen of [...POPUP_SCREENS, ...MORE_POPUP_SCREENS]) {
      await show(page, `popup-${screen}`, locale);
      expect(await measureSideScroll(page), `${screen} ${locale}`).toBeLessThanOrEqual(0);
    }
  }
  await page.context().close();
});

test('a popup that is lower than it asks for keeps its places in reach', async () => {
  const page = await openPage({ width: 400, height: 300 });
  await show(page, 'popup-settings', 'en');
  await expect(page.getByRole('navigation').getByRole('button', { name: 'More' })).toBeInViewport({
    ratio: 1,
  });
  await page.context().close();
});

test('names of the stages stand clear of each other at 320 px', async () => {
  const page = await openPage(ENLARGED);
  for (const screen of ['popup-declined', 'console-order']) {
    for (const locale of LOCALES) {
      await show(page, screen, locale);
      const boxes = await page
        .locator('.stage-name')
        .evaluateAll(names => names.map(name => name.getBoundingClientRect().toJSON() as DOMRect));
      for (const [index, box] of boxes.entries()) {
        const next = boxes[index + 1];
        if (next) expect(box.right <= next.left || box.bottom <= next.top, `${screen} ${locale}`).toBe(true);
      }
    }
  }
  await page.context().close();
});

test('the line from a stage to the next one begins beside its stop', async () => {
  const page = await openPage({ width: 360, height: 600 });
  await show(page, 'popup-purchase', 'en');
  const overlaps = await page.locator('.stage').evaluateAll(stages =>
    stages.slice(1).map((stage, index) => {
      const stop = stages[index]?.querySelector('.stage-stop')?.getBoundingClientRect();
      const line = Number.parseFloat(getComputedStyle(stage, '::before').left);
      return (stop?.right ?? 0) - (stage.getBoundingClientRect().left + line);
    }),
  );
  expect(overlaps).toHaveLength(4);
  for (const overlap of overlaps) expect(overlap).toBeLessThan(1);
  await page.context().close();
});

test('the place that is open is in sight among those of the head, at 320 px', async () => {
  const page = await openPage(ENLARGED);
  for (const locale of LOCALES) {
    await show(page, 'console-settings', locale);
    await expect(page.locator('nav [aria-current]')).toBeInViewport({ ratio: 0.9 });
  }
  await page.context().close();
});

test('a dialog that is higher than its window opens at its title', async () => {
  const page = await openPage({ width: 320, height: 400 });
  await show(page, 'console-payout-change', 'en');
  await expect(page.getByRole('dialog').getByRole('heading')).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('dialog').locator(':focus')).toBeInViewport();
  await page.context().close();
});

test('short order numbers stay whole, and a payout is given up without scrolling to its button', async () => {
  const page = await openPage({ width: 720, height: 900 });
  await show(page, 'console-messages', 'en');
  const number = page.locator('.order-number').first();
  expect(await number.evaluate(cell => cell.getClientRects()[0]?.height)).toBeLessThan(30);
  await show(page, 'console-operator', 'ja');
  await expect(page.getByText('1,840')).toBeVisible();
  await expect(page.getByText(/21,904件/)).toBeVisible();
  await expect(page.getByRole('table').getByRole('button')).toBeInViewport({ ratio: 1 });
  await page.context().close();
});

test('too little money is told once, with every button still in reach', async () => {
  const page = await openPage(CONFIRM);
  for (const locale of LOCALES) {
    await show(page, 'confirm-poor', locale);
    const confirm = page.locator('.confirm-acts .button-main');
    await confirm.click();
    const refusal = page.getByRole('alert');
    await expect(refusal).toContainText('WV 4821 0093 77');
    await expect(refusal.locator('p')).toHaveCount(3);
    await expect(confirm).toBeInViewport({ ratio: 1 });
    for (const button of await page.locator('.confirm-acts > .row .button').all())
      await expect(button).toBeInViewport({ ratio: 1 });
  }
  await page.context().close();
});

test('what is told under a refusal scrolls by keyboard', async () => {
  const page = await openPage({ width: 400, height: 560 });
  await show(page, 'confirm-poor', 'en');
  await page.locator('.confirm-acts .button-main').click();
  const told = page.getByRole('region', { name: 'There is not enough money in your account' });
  await expect(told).toContainText('WV 4821 0093 77');
  await told.focus();
  await page.keyboard.press('End');
  await expect(told.getByText(/^When it has arrived/)).toBeInViewport({ ratio: 1 });
  await page.context().close();
});

test('what does not scroll is no stop for the keyboard', async () => {
  const page = await openPage({ width: 400, height: 900 });
  await show(page, 'confirm-held', 'en');
  await page.locator('.confirm-acts .button-main').click();
  await expect(page.locator('.confirm-told section')).toBeVisible();
  await expect(page.locator('section[tabindex]')).toHaveCount(0);
  await page.setViewportSize({ width: 400, height: 490 });
  await expect(page.getByRole('region', { name: 'You are asked to confirm' })).toHaveAttribute(
    'tabindex',
    '0',
  );
  await page.setViewportSize({ width: 400, height: 900 });
  await expect(page.locator('section[tabindex]')).toHaveCount(0);
  await page.context().close();
});

test('the confirm window at 200 % scrolls one way only', async () => {
  const page = await openPage(CONFIRM_ENLARGED);
  for (const locale of LOCALES) {
    for (const screen of CONFIRM_SCREENS) {
      await show(page, screen, locale);
      expect(await measureSideScroll(page), `${screen} ${locale}`).toBeLessThanOrEqual(0);
    }
  }
  await page.context().close();
});

test('S29: a code that is asked for before its mail went out is told to be on its way', async () => {
  const page = await openPage(CONFIRM);
  await show(page, 'confirm-poor', 'en');
  await page.getByRole('button', { name: 'By e-mail code' }).click();
  await page.getByLabel('Code from the mail').fill('123456');
  await page.keyboard.press('Enter');
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('No code has been mailed yet');
  await expect(refusal).toContainText('Wait for the mail');
  await page.context().close();
});
