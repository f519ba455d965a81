import { expect, type Page } from '@playwright/test';
import { type Screens, test } from '#tests/fixtures/browser-test.ts';
import { findViolations } from '#tests/fixtures/find-violations.ts';

const POPUP = { width: 360, height: 600 };
const CONFIRM = { width: 420, height: 720 };
const WIDE = { width: 1100, height: 800 };
const NARROW = { width: 360, height: 740 };

const SCREENS = {
  'popup-page': POPUP,
  'popup-page-offline': POPUP,
  'popup-page-currency': POPUP,
  'popup-page-unserved': POPUP,
  'popup-page-nothing': POPUP,
  'popup-page-own': POPUP,
  'popup-no-card': POPUP,
  'popup-loading': POPUP,
  'popup-locked': POPUP,
  'popup-none': POPUP,
  'popup-purchases': POPUP,
  'popup-purchase': POPUP,
  'popup-disputed': POPUP,
  'popup-declined': POPUP,
  'popup-charged': POPUP,
  'popup-cards': POPUP,
  'popup-more': POPUP,
  'popup-mails': POPUP,
  'popup-disclosures': POPUP,
  'popup-log': POPUP,
  'popup-log-alarm': POPUP,
  'popup-locked-alarm': POPUP,
  'popup-data': POPUP,
  'popup-account': POPUP,
  'popup-settings': POPUP,
  'popup-erase': POPUP,
  'popup-erase-free': POPUP,
  'popup-passkeys': POPUP,
  'popup-passkeys-one': POPUP,
  'popup-passkeys-offline': POPUP,
  'popup-unite': POPUP,
  'popup-part-refunded': POPUP,
  'why-fields': NARROW,
  'confirm-held': CONFIRM,
  'confirm-advanced': CONFIRM,
  'confirm-lookalike': CONFIRM,
  'confirm-expired': CONFIRM,
  'confirm-code': CONFIRM,
  'confirm-lent': CONFIRM,
  'onboarding-begin': WIDE,
  'onboarding-sealed': NARROW,
  'onboarding-sealed-passkey': NARROW,
  'onboarding-sealed-none': NARROW,
  'onboarding-data': NARROW,
  'console-enter': NARROW,
  'console-certify': WIDE,
  'console-orders': NARROW,
  'console-order': WIDE,
  'console-order-paid': WIDE,
  'console-order-unknown': NARROW,
  'console-messages': WIDE,
  'console-messages-none': NARROW,
  'console-account': NARROW,
  'console-payout-change': NARROW,
  'console-settings': NARROW,
  'console-terms': NARROW,
  'console-operator-key': NARROW,
  'console-operator': WIDE,
  'console-give-up': NARROW,
};

const LOOKS = [
  { locale: 'en', colorScheme: 'light' },
  { locale: 'ja', colorScheme: 'dark' },
] as const;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

async function openScreen(
  { browser, gallery }: Screens,
  screen: keyof typeof SCREENS,
  look: { locale: string; colorScheme: 'light' | 'dark' },
): Promise<Page> {
  const context = await browser.newContext({ viewport: SCREENS[screen], reducedMotion: 'reduce' });
  const page = await context.newPage();
  await showScreen(gallery, page, screen, look);
  return page;
}

async function showScreen(
  gallery: Screens['gallery'],
  page: Page,
  screen: keyof typeof SCREENS,
  { colorScheme, locale }: { locale: string; colorScheme: 'light' | 'dark' },
): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.goto(gallery.url(screen, locale));
  await page.locator('main').waitFor();
  if (screen !== 'popup-loading') await expect(page.locator('.skeleton')).toHaveCount(0);
}

async function expectNoSideScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, 'pixels that stand out sideways').toBeLessThanOrEqual(0);
}

for (const screen of Object.keys(SCREENS) as (keyof typeof SCREENS)[]) {
  test(`${screen} is accessible and fits its window in each language`, async ({ browser, gallery }) => {
    const page = await openScreen({ browser, gallery }, screen, { locale: 'ko', colorScheme: 'light' });
    await expectNoSideScroll(page);
    for (const look of LOOKS) {
      await showScreen(gallery, page, screen, look);
      expect(await findViolations(page, TAGS), look.locale).toEqual([]);
      await expectNoSideScroll(page);
    }
    await page.context().close();
  });
}

/** Dialogs of the popup: the screen, and which of its buttons opens each. */
const DIALOGS = [
  { dialog: 'add a passkey', screen: 'popup-passkeys', button: 1 },
  { dialog: 'remove a passkey', screen: 'popup-passkeys', button: 2 },
  { dialog: 'keep a passkey', screen: 'popup-passkeys', button: 4 },
  { dialog: 'take a dispute back', screen: 'popup-disputed', button: -2 },
] as const;

for (const { dialog, screen, button } of DIALOGS) {
  test(`the dialog to ${dialog} is accessible and fits its window in each language`, async ({
    browser,
    gallery,
  }) => {
    const page = await openScreen({ browser, gallery }, screen, { locale: 'ko', colorScheme: 'light' });
    for (const look of [{ locale: 'ko', colorScheme: 'light' } as const, ...LOOKS]) {
      await showScreen(gallery, page, screen, look);
      await page.locator('main .stack').getByRole('button').nth(button).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await findViolations(page, TAGS), look.locale).toEqual([]);
      await expectNoSideScroll(page);
    }
    await page.context().close();
  });
}

test('S63: for what a field was given, or why it was refused, is told in words', async ({
  browser,
  gallery,
}) => {
  const page = await openScreen({ browser, gallery }, 'popup-disclosures', {
    locale: 'ko',
    colorScheme: 'light',
  });
  await expect(page.getByText('배송 중인 물건을 위해 인쇄함')).toBeVisible();
  await showScreen(gallery, page, 'popup-disclosures', { locale: 'ja', colorScheme: 'light' });
  await expect(page.getByText('注文番号と送り状番号に合う配送中の荷物なし')).toBeVisible();
  await expect(page.getByText(/parcel_print|proof_wrong/)).toHaveCount(0);
  await page.context().close();
});

test('nothing moves for who asks for less motion', async ({ browser, gallery }) => {
  const page = await openScreen({ browser, gallery }, 'popup-loading', {
    locale: 'en',
    colorScheme: 'light',
  });
  await expect(page.locator('.skeleton span').first()).toBeVisible();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0);
  await page.context().close();
});

test('the veil lifts while Space is held and falls when it is let go', async ({ browser, gallery }) => {
  const page = await openScreen({ browser, gallery }, 'popup-cards', { locale: 'en', colorScheme: 'light' });
  await page.getByText('What the shop sees').first().click();
  const veil = page.getByRole('button', { name: 'Your real data: Name' }).first();
  const real = veil.getByText('Made-up Person');
  await expect(real).toBeHidden();
  await veil.focus();
  await page.keyboard.down('Space');
  await expect(real).toBeVisible();
  await page.keyboard.up('Space');
  await expect(real).toBeHidden();
  await page.context().close();
});

test('a code that is not enough keeps its button in reach and says why', async ({ browser, gallery }) => {
  const page = await openScreen({ browser, gallery }, 'confirm-advanced', {
    locale: 'en',
    colorScheme: 'light',
  });
  const byCode = page.getByRole('button', { name: 'By e-mail code' });
  await expect(byCode).toHaveAttribute('aria-disabled', 'true');
  await expect(byCode).toHaveAccessibleDescription(/above your limit/);
  await byCode.click({ force: true });
  await expect(page.getByLabel('Code from the mail')).toHaveCount(0);
  await page.context().close();
});

test('by code as well, six digits are asked for and "this was not me" stays in reach', async ({
  browser,
  gallery,
}) => {
  const page = await openScreen({ browser, gallery }, 'confirm-code', { locale: 'en', colorScheme: 'light' });
  await page.getByRole('button', { name: 'By e-mail code' }).click();
  const code = page.getByLabel('Code from the mail');
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(page.getByRole('button', { name: "This wasn't me" })).toBeVisible();
  await code.fill('123456');
  await page.getByRole('button', { name: /^Confirm / }).click();
  await expect(page.getByText("The shop's page is closed")).toBeVisible();
  await page.context().close();
});
