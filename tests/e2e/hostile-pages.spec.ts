import { expect, type Page, test } from '@playwright/test';
import { type PageSite, servePages } from '#tests/fixtures/page-site.ts';
import { joinAsShopper, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';
import { HIDING_PAGES, HIDING_WAYS } from './pages/hidden-fields.ts';

declare const hide: () => void;
declare const leaked: string[];

let stack: Stack;
let shopper: Shopper;
let site: PageSite;

test.beforeAll(async () => {
  site = await servePages(HIDING_PAGES);
  stack = await startStack();
  shopper = await joinAsShopper(stack);
});

test.afterAll(async () => {
  await shopper?.close();
  await stack?.close();
  await site?.close();
});

async function openShop(path: string, host = 'hostile'): Promise<Page> {
  const shop = await shopper.browser.context.newPage();
  await shop.goto(`${site.origin(host)}${path}`, { waitUntil: 'networkidle' });
  return shop;
}

/** Previews, lets the page act, fills what was shown. */
async function fillAfter(
  shop: Page,
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const popup = await shopper.openPopup(shop);
  await expect(popup.getByText(/\d+ delivery field/)).toBeVisible();
  await meanwhile();
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(popup.getByText(/fields? filled/)).toBeVisible();
  await popup.close();
}

/** Ways whose hidden fields got something, and ways beside which the visible fields got nothing. */
async function readHiding(shop: Page): Promise<{ leaky: string[]; unfilled: string[] }> {
  const found = { leaky: [] as string[], unfilled: [] as string[] };
  for (const frame of shop.frames().slice(1)) {
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

const NOTHING = { leaky: [], unfilled: [] };

test(`${Object.keys(HIDING_WAYS).length} ways to hide a field: the field stays empty, and those beside it are filled`, async () => {
  const shop = await openShop('/hiding/start');
  await fillAfter(shop);
  expect(await readHiding(shop)).toEqual(NOTHING);
  await shop.close();
});

test('a field that is hidden after the preview, in each of these ways, stays empty', async () => {
  const shop = await openShop('/hiding/later');
  const hideAll = () =>
    Promise.all(
      shop
        .frames()
        .slice(1)
        .map(frame => frame.evaluate(() => hide())),
    );
  await fillAfter(shop, hideAll);
  expect(await readHiding(shop)).toEqual(NOTHING);
  await shop.close();
});

test('a field that is hidden while others are filled, in each of these ways, stays empty', async () => {
  const shop = await openShop('/hiding/during');
  await fillAfter(shop);
  expect(await readHiding(shop)).toEqual(NOTHING);
  await shop.close();
});
