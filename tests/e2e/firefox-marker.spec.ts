import { expect } from '@playwright/test';
import type { Frame, Page } from 'puppeteer-core';
import { press } from '#tests/fixtures/firefox-page.ts';
import type { FirefoxShopper } from '#tests/fixtures/firefox-shopper.ts';
import type { PageSite } from '#tests/fixtures/page-site.ts';
import { test } from '#tests/fixtures/world-test.ts';
import { judgePlace, LOOKS, MARKER_PAGES, RIGHT_PLACE } from './pages/marker-pages.ts';

declare const chrome: { runtime: { getContexts(filter: { contextTypes: string[] }): Promise<unknown[]> } };

const MARKER = 'div[title="Wayveil"]';

test.use({ pages: MARKER_PAGES });

async function open(shopper: FirefoxShopper, site: PageSite, path: string, host = 'lamps'): Promise<Page> {
  const page = await shopper.firefox.browser.newPage();
  await page.setViewport({ width: 800, height: 600 });
  await page.goto(`${site.origin(host)}${path}`, { waitUntil: 'load' });
  await page.bringToFront();
  return page;
}

async function focusStreet(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    if (globalThis.focusStreet) globalThis.focusStreet();
    else document.querySelector<HTMLElement>('[name=street]')?.focus();
  });
  await frame.waitForSelector(MARKER, { visible: true });
}

/** Places of marker and field, as the page itself sees them. */
function readPlaces(frame: Frame): Promise<{ marker: DOMRect; field: DOMRect }> {
  return frame.evaluate(selector => {
    const read = (found: Element | null) => found?.getBoundingClientRect().toJSON();
    const street = document.querySelector('[name=street]');
    return {
      marker: read(document.querySelector(selector)),
      field: globalThis.readStreetBox?.() ?? read(street),
    };
  }, MARKER);
}

test('in Firefox it stands at the middle of the end of its field, light and dark', async ({
  firefoxShopper,
  site,
}) => {
  for (const path of Object.keys(LOOKS).flatMap(look => [look, `${look}/dark`])) {
    await test.step(path, async () => {
      const page = await open(firefoxShopper, site, path);
      await focusStreet(page.mainFrame());
      const { marker, field } = await readPlaces(page.mainFrame());
      await page.screenshot({ path: `reports/marker-firefox${path.replaceAll('/', '-')}.png` });
      expect.soft(judgePlace(marker, field), path).toEqual(RIGHT_PLACE);
      await page.close();
    });
  }
});

test('in Firefox it is drawn under the strictest policy, in a frame, on a dialog and on a high layer', async ({
  firefoxShopper,
  site,
}) => {
  for (const path of ['/strict', '/frame', '/dialog', '/layer', '/dark']) {
    await test.step(path, async () => {
      const page = await open(firefoxShopper, site, path);
      const frame = page.frames().at(-1) ?? page.mainFrame();
      await focusStreet(frame);
      const { marker, field } = await readPlaces(frame);
      await page.screenshot({ path: `reports/marker-firefox${path.replaceAll('/', '-')}.png` });
      expect
        .soft(marker.x > field.x && marker.y >= field.y && marker.bottom <= field.bottom, path)
        .toBe(true);
      const hit = await frame.evaluate(
        (selector, { x, y }) => document.elementFromPoint(x + 8, y + 8)?.matches(selector),
        MARKER,
        { x: marker.x, y: marker.y },
      );
      expect.soft(hit, path).toBe(true);
      await page.close();
    });
  }
});

test('in Firefox it takes no focus, and a press opens the popup', async ({ firefoxShopper, site }) => {
  const own = await firefoxShopper.openPopup();
  const page = await open(firefoxShopper, site, '/plain');
  await focusStreet(page.mainFrame());
  const marker = await page.$(MARKER);
  await marker?.click();
  // The popup is a panel of the browser, which the protocol has no name for; the extension itself knows of it.
  await own.waitForFunction(
    async () => (await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length === 1,
  );
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('street');
  await page.keyboard.type('1 Lamp Street');
  expect(await page.$eval('[name=street]', field => (field as HTMLInputElement).value)).toBe('1 Lamp Street');
  await own.close();
  await page.close();
});

test('in Firefox it is hidden on one site from the popup', async ({ firefoxShopper, site }) => {
  const page = await open(firefoxShopper, site, '/plain', 'dark');
  await focusStreet(page.mainFrame());
  const popup = await firefoxShopper.openPopup(page);
  await press(popup, 'More');
  await press(popup, 'Settings');
  const select = await popup.waitForSelector(
    '::-p-xpath(//select[@id=//label[contains(., "dark.localhost")]/@for])',
  );
  await select?.select('no');
  await page.bringToFront();
  await page.focus('[name=message]');
  await page.focus('[name=street]');
  await page.waitForFunction(selector => document.querySelector(selector) === null, {}, MARKER);
  await popup.close();
  await page.close();
});
