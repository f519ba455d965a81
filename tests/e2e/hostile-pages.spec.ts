import { expect, type Page } from '@playwright/test';
import { fillAfter } from '#tests/fixtures/fill-after.ts';
import type { Shopper } from '#tests/fixtures/shopper.ts';
import { test } from '#tests/fixtures/world-test.ts';
import { HIDING_PAGES, HIDING_WAYS, type HidingMode, listHidingPages } from './pages/hidden-fields.ts';
import { SWAP_PAGES, SWAP_PATHS, SWAPS_A_PAGE } from './pages/swapped-labels.ts';

declare const hide: () => void;
declare const leaked: string[];
declare const swap: () => void;
/** `[label, value]`: where a control got something under another name than the preview's, and under the same. */
declare const report: () => { wrong: string[][]; right: string[][]; swaps: string };

test.use({ pages: { ...HIDING_PAGES, ...SWAP_PAGES } });

// All forms of a page are previewed and filled at once, and a page is a test: whoever is free takes the next one.
test.describe.configure({ mode: 'parallel' });

// A way may bring frames of its own.
const listForms = (shop: Page) => shop.frames().filter(frame => frame.url().includes('/hide/'));

/** Ways whose hidden fields got something, and ways beside which the visible fields got nothing. */
async function readHiding(shop: Page): Promise<{ leaky: string[]; unfilled: string[] }> {
  const found = { leaky: [] as string[], unfilled: [] as string[] };
  for (const frame of listForms(shop)) {
    const way = Object.keys(HIDING_WAYS)[Number(/\/hide\/(\d+)/.exec(frame.url())?.[1])] ?? '';
    const { got, filled } = await frame.evaluate(() => {
      const values = [...document.querySelectorAll('input')].map(input => input.value);
      const hidden = location.search === '?during' ? [] : values.slice(-2).filter(Boolean);
      return { got: leaked.length + hidden.length, filled: values[5] !== '' };
    });
    if (got > 0) found.leaky.push(way);
    if (!filled) found.unfilled.push(way);
  }
  return found;
}

/** What the page of hidden fields at `path` got; `meanwhile` is done in every frame between preview and fill. */
async function fillHiding(shopper: Shopper, shop: Page, meanwhile?: () => void) {
  const act = meanwhile && (() => Promise.all(listForms(shop).map(frame => frame.evaluate(meanwhile))));
  await fillAfter(shopper, shop, act);
  return readHiding(shop);
}

const TITLES: Record<HidingMode, string> = {
  start: 'a field that is hidden stays empty, and those beside it are filled',
  later: 'a field that is hidden after the preview stays empty',
  during: 'a field that is hidden while others are filled stays empty',
  never: 'fields that nothing hides, in the form that all ways share, are filled',
};

for (const mode of Object.keys(TITLES) as HidingMode[]) {
  for (const { path, ways } of listHidingPages(mode)) {
    test(`${TITLES[mode]}: ${ways.join(', ')}`, async ({ openPage, shopper }) => {
      const shop = await openPage(path, 'hostile');
      const found = await fillHiding(shopper, shop, mode === 'later' ? () => hide() : undefined);
      expect(found).toEqual({ leaky: mode === 'never' ? ways : [], unfilled: [] });
    });
  }
}

for (const [at, path] of SWAP_PATHS.entries()) {
  const seeds = `${at * SWAPS_A_PAGE} to ${(at + 1) * SWAPS_A_PAGE - 1}`;
  test(`seeded label swaps ${seeds} between preview and fill: no field that is called otherwise gets anything`, async ({
    openPage,
    shopper,
  }) => {
    const shop = await openPage(path, 'hostile');
    const frames = shop.frames().slice(1);
    const during = frames[0]?.url().endsWith('?during');
    const swapAll = () => Promise.all(frames.map(frame => frame.evaluate(() => swap())));
    const shown = new Set(await fillAfter(shopper, shop, during ? undefined : swapAll));
    const told = await Promise.all(frames.map(frame => frame.evaluate(() => report())));
    const right = told.flatMap(one => one.right.map(([name, value]) => `${name}: ${value}`));
    expect(told.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect(right.filter(line => !shown.has(line))).toEqual([]);
    expect(told.filter(({ swaps }) => swaps !== '')).toHaveLength(SWAPS_A_PAGE);
    expect(right.length).toBeGreaterThan(SWAPS_A_PAGE * 4);
  });
}
