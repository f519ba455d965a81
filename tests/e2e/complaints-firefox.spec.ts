import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { press, readText } from '#tests/fixtures/firefox-page.ts';
import { type FirefoxShopper, joinInFirefox } from '#tests/fixtures/firefox-shopper.ts';
import { createPopupVoice, type PopupVoice } from '#tests/fixtures/popup-words.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';
import { compareOrder } from '#tests/shops/complaints/compare-order.ts';
import type { ComplaintPage } from '#tests/shops/complaints/complaint-page.ts';
import { LIST_UNDOING } from '#tests/shops/complaints/pages/list-undo.ts';
import { COMPLAINT_PAGES } from '#tests/shops/complaints/pages.ts';
import { type ComplaintSite, startComplaintSite } from '#tests/shops/complaints/site.ts';

/** Where browsers differ: events, focus, editing, frames. */
const TELLING = new Set([
  ...['react', 'preact', 'vue', 'svelte', 'angular', 'select2', 'downshift', 'react-select', 'masks'],
  ...['honeypots', 'foreign-frame', 'country-empties', 'states-by-fetch', 'house-de'],
  // Lists that load, forms that are made anew, texts that editing composes, suggestions that lie over fields.
  ...['country-rebuilds', 'state-becomes-text', 'lists-cn', 'lists-tw', 'kana-parts', 'kana-whole'],
  ...[
    'abroad-jp',
    'abroad-kr',
    'floating-labels',
    'label-only',
    'suggestions',
    'confirm-mail',
    'narrow-lines',
  ],
  ...['mask-by-caret', 'mask-by-ticks', 'mask-with-code', 'picker-adds-sign', 'picker-without-code'],
  ...['typed-values', 'phone-country-code', 'parts-jp', 'house-fr', 'house-nl', 'tax-br', 'tax-it'],
  ...['options-in-sight', 'slotted-options'],
]);

function listTelling(): ComplaintPage[] {
  return Object.values(COMPLAINT_PAGES)
    .flat()
    .filter(({ name }) => TELLING.has(name));
}

let site: ComplaintSite;
let stack: Stack;
let shopper: FirefoxShopper;
let voice: PopupVoice;
let cards: Map<string, string>;
let shop: Page;

test.beforeAll(async () => {
  site = await startComplaintSite();
  stack = await startStack();
  shopper = await joinInFirefox(stack);
  const popup = await shopper.openPopup();
  voice = createPopupVoice({ evaluate: (act, given) => popup.evaluate(act as never, given as never) });
  cards = await voice.issueCards([...new Set(listTelling().map(({ country }) => country))]);
  shop = await shopper.firefox.browser.newPage();
});

test.afterAll(async () => {
  await shopper?.firefox.close();
  await stack?.close();
  await site?.close();
});

async function visit(page: ComplaintPage): Promise<string[]> {
  await shop.goto(site.url(page));
  await shop.bringToFront();
  const { report } = await voice.fill(cards.get(page.country) ?? '');
  const unfilled = report.frames.flatMap(frame => frame.unfilled);
  const faults = unfilled
    .filter(({ label, why }) => page.unfilled?.[label] !== why)
    .map(({ label, why }) => `${label}: ${why}`);
  await press(shop, 'Place order');
  const said = await readText(shop, '#answer:not(:empty)');
  if (said !== 'Order accepted') faults.push(`the shop refuses ${said}`);
  return [...faults, ...compareOrder(page, site.lastOrder(page) ?? {})];
}

for (const page of LIST_UNDOING) {
  test(`in Firefox, undone: ${page.complaint}`, async () => {
    await shop.goto(site.url(page));
    await shop.bringToFront();
    await voice.fill(cards.get(page.country) ?? '');
    expect(await voice.undo()).toMatchObject({ left: page.undone.left });
    await press(shop, 'Place order');
    await readText(shop, '#answer:not(:empty)');
    expect(site.lastOrder(page)).toMatchObject(page.undone.holds);
  });
}

for (const [group, pages] of Object.entries(COMPLAINT_PAGES)) {
  const telling = pages.filter(({ name }) => TELLING.has(name));
  if (telling.length === 0) continue;
  test(`in Firefox, ${group}: ${telling.map(({ name }) => name).join(', ')}`, async () => {
    for (const page of telling) {
      const faults = await test.step(page.complaint, () => visit(page));
      expect.soft(faults, page.complaint).toEqual([]);
    }
  });
}
