import { expect, type Page } from '@playwright/test';
import { fillAfter } from '#tests/fixtures/fill-after.ts';
import type { Shopper } from '#tests/fixtures/shopper.ts';
import { test } from '#tests/fixtures/world-test.ts';
import {
  CHANGING,
  CHANGING_PATH,
  GENTLE,
  GENTLE_PATH,
  HIDING_PAGES,
  type HidingMode,
  judgeHiding,
  listHidingPages,
  readHidingForm,
  UNCHANGED,
  UNCHANGED_PATH,
} from './pages/hidden-fields.ts';
import { SWAP_PAGES, SWAP_PATHS, SWAPS_A_PAGE } from './pages/swapped-labels.ts';

declare const hide: () => void;
declare const swap: () => void;
/** `[label, value]`: where a control got something under another name than the preview's, and under the same. */
declare const report: () => { wrong: string[][]; right: string[][]; swaps: string };

test.use({ pages: { ...HIDING_PAGES, ...SWAP_PAGES } });

// All forms of a page are previewed and filled at once, and a page is a test: whoever is free takes the next one.
test.describe.configure({ mode: 'parallel' });

// A way may bring frames of its own.
const listForms = (shop: Page) => shop.frames().filter(frame => frame.url().includes('/hide/'));

/** What the page of hidden fields got; `meanwhile` is done in every frame between preview and fill. */
async function fillHiding(shopper: Shopper, shop: Page, meanwhile?: () => void) {
  const act = meanwhile && (() => Promise.all(listForms(shop).map(frame => frame.evaluate(meanwhile))));
  await fillAfter(shopper, shop, act);
  return judgeHiding(await Promise.all(listForms(shop).map(frame => frame.evaluate(readHidingForm))));
}

const TITLES: Record<HidingMode, string> = {
  start: 'a field that is hidden stays empty, and those beside it are filled',
  later: 'a field that is hidden after the preview stays empty',
  during: 'a field that is hidden while others are filled stays empty',
  focus: 'a field that is hidden as soon as it is focused stays empty',
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

test(`a field that is only turned, tilted or on its way to where it stays is filled: ${GENTLE.join(', ')}`, async ({
  openPage,
  shopper,
}) => {
  const shop = await openPage(GENTLE_PATH, 'hostile');
  expect(await fillHiding(shopper, shop)).toEqual({ leaky: GENTLE, unfilled: [] });
});

test(`a field that is another one by the time of the fill stays empty: ${CHANGING.join(', ')}`, async ({
  openPage,
  shopper,
}) => {
  const shop = await openPage(CHANGING_PATH, 'hostile');
  // Where a whole form is another one, all of it stays empty.
  expect((await fillHiding(shopper, shop, () => hide())).leaky).toEqual([]);
});

test(`a field that is the same one by the time of the fill is filled: ${UNCHANGED.join(', ')}`, async ({
  openPage,
  shopper,
}) => {
  const shop = await openPage(UNCHANGED_PATH, 'hostile');
  expect(await fillHiding(shopper, shop, () => hide())).toEqual({ leaky: UNCHANGED, unfilled: [] });
});

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
