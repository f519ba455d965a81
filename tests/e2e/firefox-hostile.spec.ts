import { expect } from '@playwright/test';
import type { Frame, Page } from 'puppeteer-core';
import type { FirefoxShopper } from '#tests/fixtures/firefox-shopper.ts';
import type { PageSite } from '#tests/fixtures/page-site.ts';
import { createPopupVoice } from '#tests/fixtures/popup-words.ts';
import { test } from '#tests/fixtures/world-test.ts';
import {
  CHANGING_PATH,
  HIDING_PAGES,
  type HidingMode,
  judgeHiding,
  readHidingForm,
  UNCHANGED,
  UNCHANGED_PATH,
  writeHidingPage,
} from './pages/hidden-fields.ts';
import { SWAP_PAGES, SWAP_PATHS, SWAPS_A_PAGE } from './pages/swapped-labels.ts';

declare const hide: () => void;
declare const swap: () => void;
declare const report: () => { wrong: string[][]; right: string[][]; swaps: string };

/** Where browsers differ: what they paint, clip, skip and hit, and who may look into what covers a field. */
const TELLING = [
  ...['collapsed', 'faint in faint', 'opacity by filter', 'a mask', 'far below', 'turned on its edge'],
  ...['a scroll box of one pixel', 'polygon clip path', 'clip', 'inert', 'closed details', 'skipped content'],
  ...['covered, and pressed through', 'covered by what a label draws', 'covered by an outline'],
  ...[
    'covered by what gives way to a sheet of ours',
    'covered by a pane that blots out',
    'covered by a blend',
  ],
  ...['covered by a frame', 'covered by a closed shadow tree', 'under a popover', 'zoomed away'],
  ...['behind the backdrop of a popover', 'a filter of the page', 'letters filled with nothing'],
  ...['letters of no height', 'painted within nothing', 'clipped at the edge', 'in a popover that is closed'],
  ...['covered by what is inert', 'covered by a rule between columns', 'covered by the flood of a filter'],
  ...[
    'covered by a progress bar',
    'covered by a border picture that reaches out',
    'fading to nothing, by frames',
  ],
  ...['in a column that is collapsed', 'in a slot that is hidden', 'scaled to letters that nobody reads'],
  ...['slanted to streaks', 'large letters nearly on their edge by a property of its own'],
  ...['blurred twice, by a little', 'carried off by a transition', 'carried off all at once'],
  ...['carried off along a path', 'away most of the time, for ever'],
  ...['away most of the time, half of its presence gone', 'away most of the time, around a slot'],
  'letters drawn as dots',
];

const MODES = ['start', 'later', 'during'] as const satisfies HidingMode[];
const pathOf = (mode: HidingMode) => `/telling/${mode}`;

test.use({
  pages: {
    ...{ ...HIDING_PAGES, ...SWAP_PAGES },
    ...Object.fromEntries(MODES.map(mode => [pathOf(mode), () => writeHidingPage(mode, TELLING)])),
  },
});

async function openShop(shopper: FirefoxShopper, site: PageSite, path: string): Promise<Page> {
  const shop = await shopper.firefox.browser.newPage();
  await shop.goto(`${site.origin('hostile')}${path}`, { waitUntil: 'networkidle0' });
  // Firefox tells of a frame's address some time after the frame has it.
  const count = await shop.evaluate(() => document.querySelectorAll('iframe').length);
  await expect.poll(() => listForms(shop).length).toBe(count);
  return shop;
}

// A way may bring frames of its own.
function listForms(shop: Page): Frame[] {
  return shop.frames().filter(frame => /\/(?:hide|swap)\//.test(frame.url()));
}

/** Previews with the first card, lets every frame of the page act, and fills; gives the frames. */
async function fillAfter(shopper: FirefoxShopper, shop: Page, meanwhile?: () => void): Promise<Frame[]> {
  const popup = await shopper.openPopup();
  const voice = createPopupVoice({ evaluate: (act, given) => popup.evaluate(act as never, given as never) });
  const [card = ''] = await voice.listCards();
  await shop.bringToFront();
  const frames = listForms(shop);
  await voice.fill(card, meanwhile && (() => Promise.all(frames.map(frame => frame.evaluate(meanwhile)))));
  return frames;
}

for (const mode of MODES) {
  test(`in Firefox, ${TELLING.length} telling ways to hide a field, ${mode}: it stays empty, and those beside it are filled`, async ({
    firefoxShopper,
    site,
  }) => {
    const shop = await openShop(firefoxShopper, site, pathOf(mode));
    const frames = await fillAfter(firefoxShopper, shop, mode === 'later' ? () => hide() : undefined);
    const forms = await Promise.all(frames.map(frame => frame.evaluate(readHidingForm)));
    expect(judgeHiding(forms)).toEqual({ leaky: [], unfilled: [] });
  });
}

for (const [path, title, leaky] of [
  [CHANGING_PATH, 'is another one by the time of the fill stays empty', []],
  [UNCHANGED_PATH, 'is the same one by the time of the fill is filled', UNCHANGED],
] as const) {
  test(`in Firefox, a field that ${title}`, async ({ firefoxShopper, site }) => {
    const shop = await openShop(firefoxShopper, site, path);
    const frames = await fillAfter(firefoxShopper, shop, () => hide());
    const forms = await Promise.all(frames.map(frame => frame.evaluate(readHidingForm)));
    expect(judgeHiding(forms).leaky).toEqual(leaky);
  });
}

for (const path of [SWAP_PATHS[0], SWAP_PATHS.at(-1)] as string[]) {
  test(`in Firefox, ${SWAPS_A_PAGE} seeded label swaps (${path}): no field that is called otherwise gets anything`, async ({
    firefoxShopper,
    site,
  }) => {
    const shop = await openShop(firefoxShopper, site, path);
    const during = shop.frames().at(-1)?.url().endsWith('?during');
    const frames = await fillAfter(firefoxShopper, shop, during ? undefined : () => swap());
    const told = await Promise.all(frames.map(frame => frame.evaluate(() => report())));
    expect(told.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect(told.filter(({ swaps }) => swaps !== '')).toHaveLength(SWAPS_A_PAGE);
    expect(told.flatMap(({ right }) => right).length).toBeGreaterThan(SWAPS_A_PAGE * 4);
  });
}
