import { expect, type Page } from '@playwright/test';
import { LOCALES } from '#shared/api/locale.ts';
import { test } from '#tests/fixtures/browser-test.ts';

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

const measureSideScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('the popup is read at 320 px without scrolling sideways', async ({ openWindow, showScreen }) => {
  const page = await openWindow(ENLARGED);
  for (const locale of LOCALES) {
    for (const screen of [...POPUP_SCREENS, ...MORE_POPUP_SCREENS]) {
      await showScreen(page, `popup-${screen}`, locale);
      expect(await measureSideScroll(page), `${screen} ${locale}`).toBeLessThanOrEqual(0);
    }
  }
});

test('a card number that does not fit its line breaks between two groups', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow(ENLARGED);
  for (const locale of LOCALES) {
    await showScreen(page, 'popup-cards', locale);
    const plate = page.getByRole('region').first();
    await plate.getByRole('button').first().click();
    const groups = plate.locator('.number > span');
    await expect(groups).toHaveCount(4);
    const lines = await groups.evaluateAll(all => all.map(group => group.getClientRects().length));
    expect(lines, locale).toEqual([1, 1, 1, 1]);
  }
});

test('a mail address that does not fit its line breaks between two of its parts', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow(ENLARGED);
  for (const locale of LOCALES) {
    for (const screen of ['popup-cards', 'popup-more', 'confirm-advanced']) {
      await showScreen(page, screen, locale);
      for (const fold of await page.locator('details > summary').all()) await fold.click();
      const lines = await page.locator('main :text("@")').evaluateAll(all =>
        all
          .flatMap(one => [...one.childNodes])
          .filter(node => node instanceof Text && /^[^ ]+[@.]$/.test(node.data))
          .map(part => {
            const range = document.createRange();
            range.selectNodeContents(part);
            return range.getClientRects().length;
          }),
      );
      expect(lines.length, `${screen} ${locale}`).toBeGreaterThan(2);
      expect(Math.max(...lines), `${screen} ${locale}`).toBe(1);
    }
  }
});

test('a popup that is lower than it asks for keeps its places in reach', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow({ width: 400, height: 300 });
  await showScreen(page, 'popup-settings', 'en');
  await expect(page.getByRole('navigation').getByRole('button', { name: 'More' })).toBeInViewport({
    ratio: 1,
  });
});

test('names of the stages stand clear of each other at 320 px', async ({ openWindow, showScreen }) => {
  const page = await openWindow(ENLARGED);
  for (const screen of ['popup-declined', 'console-order']) {
    for (const locale of LOCALES) {
      await showScreen(page, screen, locale);
      const boxes = await page
        .locator('.stage-name')
        .evaluateAll(names => names.map(name => name.getBoundingClientRect().toJSON() as DOMRect));
      for (const [index, box] of boxes.entries()) {
        const next = boxes[index + 1];
        if (next) expect(box.right <= next.left || box.bottom <= next.top, `${screen} ${locale}`).toBe(true);
      }
    }
  }
});

test('the line from a stage to the next one begins beside its stop', async ({ openWindow, showScreen }) => {
  const page = await openWindow({ width: 360, height: 600 });
  await showScreen(page, 'popup-purchase', 'en');
  const overlaps = await page.locator('.stage').evaluateAll(stages =>
    stages.slice(1).map((stage, index) => {
      const stop = stages[index]?.querySelector('.stage-stop')?.getBoundingClientRect();
      const line = Number.parseFloat(getComputedStyle(stage, '::before').left);
      return (stop?.right ?? 0) - (stage.getBoundingClientRect().left + line);
    }),
  );
  expect(overlaps).toHaveLength(4);
  for (const overlap of overlaps) expect(overlap).toBeLessThan(1);
});

test('the place that is open is in sight among those of the head, at 320 px', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow(ENLARGED);
  for (const locale of LOCALES) {
    await showScreen(page, 'console-settings', locale);
    await expect(page.locator('nav [aria-current]')).toBeInViewport({ ratio: 0.9 });
  }
});

test('a dialog that is higher than its window opens at its title', async ({ openWindow, showScreen }) => {
  const page = await openWindow({ width: 320, height: 400 });
  await showScreen(page, 'console-payout-change', 'en');
  await expect(page.getByRole('dialog').getByRole('heading')).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('dialog').locator(':focus')).toBeInViewport();
});

test('short order numbers stay whole, and a payout is given up without scrolling to its button', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow({ width: 720, height: 900 });
  await showScreen(page, 'console-messages', 'en');
  const number = page.locator('.order-number').first();
  expect(await number.evaluate(cell => cell.getClientRects()[0]?.height)).toBeLessThan(30);
  await showScreen(page, 'console-operator', 'ja');
  await expect(page.getByText('1,840')).toBeVisible();
  await expect(page.getByText(/21,904件/)).toBeVisible();
  await expect(page.getByRole('table').getByRole('button')).toBeInViewport({ ratio: 1 });
});

test('too little money is told once, with every button still in reach', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow(CONFIRM);
  for (const locale of LOCALES) {
    await showScreen(page, 'confirm-poor', locale);
    const confirm = page.locator('.confirm-acts .button-main');
    await confirm.click();
    const refusal = page.getByRole('alert');
    await expect(refusal).toContainText('WV 4821 0093 77');
    await expect(refusal.locator('p')).toHaveCount(3);
    await expect(confirm).toBeInViewport({ ratio: 1 });
    for (const button of await page.locator('.confirm-acts > .row .button').all())
      await expect(button).toBeInViewport({ ratio: 1 });
  }
});

test('what is told under a refusal scrolls by keyboard', async ({ openWindow, showScreen }) => {
  const page = await openWindow({ width: 400, height: 560 });
  await showScreen(page, 'confirm-poor', 'en');
  await page.locator('.confirm-acts .button-main').click();
  const told = page.getByRole('region', { name: 'There is not enough money in your account' });
  await expect(told).toContainText('WV 4821 0093 77');
  await told.focus();
  await page.keyboard.press('End');
  await expect(told.getByText(/^When it has arrived/)).toBeInViewport({ ratio: 1 });
});

test('what does not scroll is no stop for the keyboard', async ({ openWindow, showScreen }) => {
  const page = await openWindow({ width: 400, height: 900 });
  await showScreen(page, 'confirm-held', 'en');
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
});

test('the confirm window at 200 % scrolls one way only', async ({ openWindow, showScreen }) => {
  const page = await openWindow(CONFIRM_ENLARGED);
  for (const locale of LOCALES) {
    for (const screen of CONFIRM_SCREENS) {
      await showScreen(page, screen, locale);
      expect(await measureSideScroll(page), `${screen} ${locale}`).toBeLessThanOrEqual(0);
    }
  }
});

test('S29: a code that is asked for before its mail went out is told to be on its way', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow(CONFIRM);
  await showScreen(page, 'confirm-poor', 'en');
  await page.getByRole('button', { name: 'By e-mail code' }).click();
  await page.getByLabel('Code from the mail').fill('123456');
  await page.keyboard.press('Enter');
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('No code has been mailed yet');
  await expect(refusal).toContainText('Wait for the mail');
});
