import { expect, type Page, test } from '@playwright/test';
import { type HostileWorld, startHostileWorld } from '#tests/fixtures/hostile-world.ts';
import { HIDING_PAGES, HIDING_WAYS, type HidingMode, listHidingPaths } from './pages/hidden-fields.ts';
import { SWAP_COUNT, SWAP_PAGES, SWAP_PATHS } from './pages/swapped-labels.ts';

declare const hide: () => void;
declare const leaked: string[];
declare const swap: () => void;
/** `[label, value]`: where a control got something under another name than the preview's, and under the same. */
declare const report: () => { wrong: string[][]; right: string[][]; swaps: string };

let world: HostileWorld;

// All forms of a page are previewed and filled at once: much work for a busy machine, little for any other.
test.describe.configure({ timeout: 180_000 });

test.beforeAll(async () => {
  world = await startHostileWorld({ ...HIDING_PAGES, ...SWAP_PAGES });
});

test.afterAll(() => world?.close());

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

/** Fills all pages of one mode; `meanwhile` is done in every frame between preview and fill. */
async function fillHiding(
  mode: HidingMode,
  meanwhile?: () => void,
): Promise<Awaited<ReturnType<typeof readHiding>>> {
  const found = { leaky: [] as string[], unfilled: [] as string[] };
  for (const path of listHidingPaths(mode)) {
    const shop = await world.openShop(path);
    const act = meanwhile && (() => Promise.all(listForms(shop).map(frame => frame.evaluate(meanwhile))));
    await world.fillAfter(shop, act);
    const { leaky, unfilled } = await readHiding(shop);
    found.leaky.push(...leaky);
    found.unfilled.push(...unfilled);
    await shop.close();
  }
  return found;
}

const NOTHING = { leaky: [], unfilled: [] };
const WAYS = Object.keys(HIDING_WAYS);

test(`${WAYS.length} ways to hide a field: the field stays empty, and those beside it are filled`, async () => {
  expect(await fillHiding('start')).toEqual(NOTHING);
});

test('a field that is hidden after the preview, in each of these ways, stays empty', async () => {
  expect(await fillHiding('later', () => hide())).toEqual(NOTHING);
});

test('a field that is hidden while others are filled, in each of these ways, stays empty', async () => {
  expect(await fillHiding('during')).toEqual(NOTHING);
});

test('fields that nothing hides, in the form that all ways share, are filled', async () => {
  expect(await fillHiding('never')).toEqual({ leaky: WAYS.slice(0, 1), unfilled: [] });
});

test(`${SWAP_COUNT} seeded label swaps between preview and fill: no field that is called otherwise gets anything`, async () => {
  const wrong: unknown[] = [];
  const unseen: string[] = [];
  const counts = { forms: 0, right: 0 };
  for (const path of SWAP_PATHS) {
    const shop = await world.openShop(path);
    const frames = shop.frames().slice(1);
    const during = frames[0]?.url().endsWith('?during');
    const swapAll = () => Promise.all(frames.map(frame => frame.evaluate(() => swap())));
    const shown = new Set(await world.fillAfter(shop, during ? undefined : swapAll));
    for (const frame of frames) {
      const told = await frame.evaluate(() => report());
      counts.forms += told.swaps === '' ? 0 : 1;
      counts.right += told.right.length;
      if (told.wrong.length > 0) wrong.push([frame.url(), told.swaps, told.wrong]);
      unseen.push(...told.right.map(([name, value]) => `${name}: ${value}`).filter(line => !shown.has(line)));
    }
    await shop.close();
  }
  expect(wrong).toEqual([]);
  expect([...new Set(unseen)]).toEqual([]);
  expect(counts.forms).toBe(SWAP_COUNT);
  expect(counts.right).toBeGreaterThan(SWAP_COUNT * 4);
});
