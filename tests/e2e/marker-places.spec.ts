import { expect, type Page } from '@playwright/test';
import { test } from '#tests/fixtures/world-test.ts';
import { MARKER_TRAPS, type MarkerTrap, renderTrap } from './pages/marker-traps.ts';

const TRAPS = Object.entries<MarkerTrap>(MARKER_TRAPS);
const PATHS = new Map(TRAPS.map(([name], index) => [name, `/trap/${index}`]));
const MARKER = 'div[title="Wayveil"]';

test.use({
  pages: Object.fromEntries(TRAPS.map(([name, trap]) => [PATHS.get(name), () => renderTrap(trap)])),
});

interface Places {
  marker: DOMRect | undefined;
  own: DOMRect[];
}

/** In a page: where the marker and the shop's own things are. */
function readPlaces(selector: string): Places {
  const marker = document.querySelector(selector)?.getBoundingClientRect().toJSON() as DOMRect | undefined;
  return { marker, own: globalThis.readOwnBoxes?.() ?? [] };
}

const meet = (one: DOMRect, other: DOMRect) =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

/** Which of the shop's own things are under the marker, and whether it is there at all. */
function judge({ marker, own }: Places): { shown: boolean; covered: DOMRect[] } {
  return { shown: marker !== undefined, covered: own.filter(box => marker && meet(marker, box)) };
}

/** The marker is drawn after two frames at most: what is not there then has no place. */
const waitForDrawing = () =>
  new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 300))));

async function focusCityFirst(page: Page): Promise<void> {
  await page.locator('[name=city]').focus();
  await expect(page.locator(MARKER)).toBeVisible();
}

for (const [name, { hidden = false }] of TRAPS) {
  test(`it covers nothing of the shop's own: ${name}`, async ({ openPage }) => {
    const page = await openPage(PATHS.get(name) ?? '');
    for (const [width, colorScheme] of [
      [640, 'light'],
      [560, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 400 });
      await page.emulateMedia({ colorScheme });
      await focusCityFirst(page);
      await page.locator('[name=street]').focus();
      await page.evaluate(waitForDrawing);
      await page.screenshot({ path: `reports/marker-place-${name.replaceAll(' ', '-')}-${width}.png` });
      expect(judge(await page.evaluate(readPlaces, MARKER)), `${width}`).toEqual({
        shown: !hidden,
        covered: [],
      });
    }
    await page.close();
  });
}

test("in Firefox too it covers nothing of the shop's own", async ({ firefoxShopper, site }) => {
  const page = await firefoxShopper.firefox.browser.newPage();
  await page.setViewport({ width: 640, height: 400 });
  for (const [name, { hidden = false }] of TRAPS) {
    await test.step(name, async () => {
      await page.goto(`${site.origin('lamps')}${PATHS.get(name)}`, { waitUntil: 'load' });
      await page.bringToFront();
      await page.focus('[name=city]');
      await page.waitForSelector(MARKER, { visible: true });
      await page.focus('[name=street]');
      await page.evaluate(waitForDrawing);
      await page.screenshot({ path: `reports/marker-place-firefox-${name.replaceAll(' ', '-')}.png` });
      expect
        .soft(judge(await page.evaluate(readPlaces, MARKER)), name)
        .toEqual({ shown: !hidden, covered: [] });
    });
  }
  await page.close();
});
