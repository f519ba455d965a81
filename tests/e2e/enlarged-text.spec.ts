import { expect, type Page } from '@playwright/test';
import { LOCALES } from '#shared/api/locale.ts';
import { type ScreenVisit, test } from '#tests/fixtures/browser-test.ts';

/** Letters twice as large, in a window that is not: WCAG 1.4.4. */
const ENLARGED = '200%';
const WINDOW = { width: 400, height: 720 };
const SCREENS = [
  ...['popup-page', 'popup-page-own', 'popup-purchases', 'popup-purchase', 'popup-charged', 'popup-cards'],
  ...['popup-more', 'popup-mails', 'popup-disclosures', 'popup-log', 'popup-data', 'popup-account'],
  ...['popup-settings', 'popup-erase', 'popup-passkeys', 'popup-unite', 'popup-locked', 'popup-none'],
  ...['confirm-held', 'confirm-advanced', 'confirm-long', 'confirm-code', 'confirm-expired', 'confirm-poor'],
  ...['onboarding-begin', 'onboarding-sealed', 'onboarding-data', 'why-fields'],
  ...['console-enter', 'console-certify', 'console-orders', 'console-order', 'console-messages'],
  ...['console-account', 'console-settings', 'console-terms', 'console-operator', 'console-give-up'],
];

/** Where words are shortest and longest, screens of each kind are enough. */
const FEW = SCREENS.filter(screen =>
  /^popup-(?:page|purchases|charged|more)$|held$|begin$|order$/.test(screen),
);

async function enlarge(
  showScreen: ScreenVisit['showScreen'],
  page: Page,
  screen: string,
  locale: string,
): Promise<void> {
  await showScreen(page, screen, locale);
  await page.addStyleTag({ content: `html { font-size: ${ENLARGED} }` });
}

/** In a page: words of buttons and badges that stand outside of them, and names of stages that meet. */
function listSpilt(): string[] {
  const spilt: string[] = [];
  const reach = (element: Element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const [inner, own] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
    const cut = getComputedStyle(element).overflowX === 'hidden';
    return cut ? new DOMRect(own.left, own.top, own.width, own.height) : inner;
  };
  for (const holder of document.querySelectorAll('button:not(.veil), .badge, a.button, summary')) {
    const [outer, inner] = [holder.getBoundingClientRect(), reach(holder)];
    const outside =
      inner.right > outer.right + 1 || inner.bottom > outer.bottom + 1 || inner.top < outer.top - 1;
    if (inner.width > 0 && outside) spilt.push(holder.textContent ?? '');
  }
  const boxes = [...document.querySelectorAll('.stage-name, .purchase-line > *')].map(
    one => [one, reach(one)] as const,
  );
  for (const [index, [name, box]] of boxes.entries()) {
    const next = boxes[index + 1]?.[1];
    if (
      next &&
      box.right > next.left &&
      box.bottom > next.top &&
      box.top < next.bottom &&
      box.left < next.right
    )
      spilt.push(name.textContent ?? '');
  }
  return spilt;
}

for (const locale of LOCALES) {
  test(`screens with letters twice as large scroll one way and keep their words apart (${locale})`, async ({
    openWindow,
    showScreen,
  }) => {
    const page = await openWindow(WINDOW);
    for (const screen of locale === 'en' ? SCREENS : FEW) {
      await enlarge(showScreen, page, screen, locale);
      const [size, overflow] = await page.evaluate(() => [
        getComputedStyle(document.body).fontSize,
        document.documentElement.scrollWidth - innerWidth,
      ]);
      expect(size, screen).toBe('30px');
      expect(overflow, screen).toBeLessThanOrEqual(0);
      expect(await page.evaluate(listSpilt), screen).toEqual([]);
    }
  });
}

test('with letters twice as large the places keep their words whole, and what waits is read in lines', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow(WINDOW);
  await enlarge(showScreen, page, 'popup-page', 'en');
  const foot = page.getByRole('navigation').getByRole('button', { name: 'Purchases' });
  const lines = await foot.evaluate(button => {
    const range = document.createRange();
    range.selectNodeContents(button.lastChild ?? button);
    return range.getClientRects().length;
  });
  expect(lines).toBe(1);
  const until = await page.getByText('Ends in 29 minutes').boundingBox();
  expect(until?.width).toBeGreaterThan(150);
});
