import { expect, type Page, test } from '@playwright/test';
import { openPopupWithCard } from '#tests/fixtures/buying.ts';
import { createPopupVoice, type PopupVoice } from '#tests/fixtures/popup-words.ts';
import { joinAsShopper, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';
import { compareOrder } from '#tests/shops/complaints/compare-order.ts';
import type { ComplaintPage } from '#tests/shops/complaints/complaint-page.ts';
import { LIST_UNDOING } from '#tests/shops/complaints/pages/list-undo.ts';
import { LATE_PAGE } from '#tests/shops/complaints/pages/widget-kinds.ts';
import { COMPLAINT_PAGES } from '#tests/shops/complaints/pages.ts';
import { type ComplaintSite, startComplaintSite } from '#tests/shops/complaints/site.ts';

let site: ComplaintSite;
let stack: Stack;
let shopper: Shopper;
let voice: PopupVoice;
let cards: Map<string, string>;
let shop: Page;

test.beforeAll(async () => {
  site = await startComplaintSite();
  stack = await startStack();
  shopper = await joinAsShopper(stack);
  voice = createPopupVoice(await shopper.openPopup());
  cards = await voice.issueCards([
    ...new Set(
      Object.values(COMPLAINT_PAGES)
        .flat()
        .map(({ country }) => country),
    ),
  ]);
  shop = await shopper.browser.context.newPage();
});

test.afterAll(async () => {
  await shopper?.close();
  await stack?.close();
  await site?.close();
});

/** Fills the page with the card of its country; gives the labels that stayed unfilled, with the reasons. */
async function fill(page: ComplaintPage): Promise<Record<string, string>> {
  const { report } = await voice.fill(cards.get(page.country) ?? '');
  const unfilled = report.frames.flatMap(frame => frame.unfilled);
  return Object.fromEntries(unfilled.map(({ label, why }) => [label, why]));
}

/** Asks to pay what the page shows, and confirms it by passkey: the one-time number is filled in. */
async function pay(): Promise<Record<string, string>> {
  const popup = await openPopupWithCard(shopper, shop, 'United States');
  const window = await shopper.browser.waitForConfirmWindow(() =>
    popup.getByRole('button', { name: 'Go on to confirm' }).click(),
  );
  await shopper.bringPasskey(window);
  await window.getByRole('button', { name: 'Confirm $48.00' }).click();
  await expect(window.getByText('The one-time number is filled in')).toBeVisible();
  await window.close();
  await shop.bringToFront();
  return {};
}

/** Goes through a page as its owner would; gives what went wrong. */
async function visit(page: ComplaintPage): Promise<string[]> {
  await shop.bringToFront();
  await shop.goto(site.url(page));
  const unfilled = page.card ? await pay() : await fill(page);
  const faults = Object.entries(unfilled).flatMap(([label, why]) =>
    page.unfilled?.[label] === why ? [] : [`${label}: ${why}`],
  );
  if (page.next) {
    await shop.getByRole('button', { name: page.next }).click();
    faults.push(...Object.keys(await fill(page)));
  }
  await shop.getByRole('button', { name: 'Place order' }).click();
  const answer = shop.locator('#answer');
  await expect(answer).not.toHaveText('');
  const said = await answer.innerText();
  if (said !== (page.faults?.join(', ') ?? 'Order accepted')) faults.push(`the shop refuses ${said}`);
  for (const frame of shop.frames().slice(1)) {
    const held = await frame
      .locator('input')
      .evaluateAll(all => all.map(one => (one as HTMLInputElement).value));
    if (held.join('') !== '') faults.push('a frame of another site was filled');
  }
  return [...faults, ...compareOrder(page, site.lastOrder(page) ?? {})];
}

/** What the shop's fields hold, by their keys. */
function readFields(): Promise<Record<string, string>> {
  return shop.locator('[data-key]').evaluateAll(all => {
    const controls = all as (HTMLInputElement | HTMLSelectElement)[];
    return Object.fromEntries(controls.map(one => [one.dataset.key ?? '', one.value]));
  });
}

test('the popup says which fields were not filled and why, replaces what was typed when told to, and undoes', async () => {
  const page = COMPLAINT_PAGES.addresses?.find(({ name }) => name === 'typed-values');
  if (!page) throw new Error('the page is gone');
  await shop.bringToFront();
  await shop.goto(site.url(page));
  const before = await readFields();
  const popup = await openPopupWithCard(shopper, shop, 'United States');
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(popup.getByText('2 fields were not filled')).toBeVisible();
  await expect(popup.getByText('Keeps what you typed')).toHaveCount(2);
  for (const colorScheme of ['light', 'dark'] as const) {
    await popup.emulateMedia({ colorScheme });
    await popup.setViewportSize({ width: 380, height: 760 });
    await popup.screenshot({ path: `reports/popup-unfilled-${colorScheme}.png`, fullPage: true });
  }
  expect(await readFields()).toMatchObject({ given: 'Wren', city: 'Salem', postcode: '97209' });
  await popup.getByRole('button', { name: 'Replace what I typed' }).click();
  await expect(popup.getByText('were not filled')).toHaveCount(0);
  expect(await readFields()).toMatchObject({ city: 'Portland', postcode: '97209' });
  await shop.locator('[data-key=street]').fill('My own words');
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect(popup.getByText('1 field has changed since')).toBeVisible();
  await popup.screenshot({ path: 'reports/popup-undone.png', fullPage: true });
  expect(await readFields()).toEqual({ ...before, street: 'My own words' });
  await popup.close();
});

test('what a fill did is brought into view below an open list of fields', async () => {
  const page = COMPLAINT_PAGES['narrow places']?.find(({ name }) => name === 'other-mobile-kr');
  if (!page) throw new Error('the page is gone');
  await shop.bringToFront();
  await shop.goto(site.url(page));
  const popup = await openPopupWithCard(shopper, shop, 'KR');
  await popup.setViewportSize({ width: 380, height: 560 });
  await popup.getByText('What will be filled').click();
  const why = popup.getByText("it would be somebody else's");
  await expect(why).toHaveCount(3);
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(popup.getByText('3 fields were not filled')).toBeInViewport();
  await expect(popup.getByRole('button', { name: 'Undo' })).toBeInViewport();
  for (const colorScheme of ['light', 'dark'] as const) {
    await popup.emulateMedia({ colorScheme });
    await popup.screenshot({ path: `reports/popup-report-in-view-${colorScheme}.png` });
  }
  await popup.close();
});

test('what a slow page empties after the fill was told is written again, until it is undone', async () => {
  await shop.bringToFront();
  await shop.goto(site.url(LATE_PAGE));
  expect(await fill(LATE_PAGE)).toEqual({});
  await expect(shop.locator('body')).toHaveAttribute('data-reloads', '1');
  await expect(shop.locator('[data-key=state]')).toHaveValue('OR');
  await expect(shop.locator('[data-key=postcode]')).toHaveValue('97209');
  await shop.reload();
  expect(await fill(LATE_PAGE)).toEqual({});
  await voice.undo();
  await expect(shop.locator('body')).toHaveAttribute('data-reloads', /[12]/);
  await expect(shop.locator('[data-key=postcode]')).toHaveValue('');
  await expect(shop.locator('[data-key=city]')).toHaveValue('');
});

async function openNamed(name: string): Promise<ComplaintPage> {
  const page = Object.values(COMPLAINT_PAGES)
    .flat()
    .find(one => one.name === name);
  if (!page) throw new Error('the page is gone');
  await shop.bringToFront();
  await shop.goto(site.url(page));
  return page;
}

test('what the owner chose in a list of the page stays', async () => {
  for (const [name, state, code] of [
    ['downshift', 'Washington', 'WA'],
    ['react-select', 'Washington', 'WA'],
    ['list-reopens', 'New York', 'NY'],
  ] as const) {
    const page = await openNamed(name);
    for (const [label, choice] of [
      ['Country', 'Germany'],
      ['State', state],
    ] as const) {
      const box = shop.getByRole('combobox', { name: label }).or(shop.locator('[type=select-one]'));
      await box.and(shop.getByLabel(label)).click({ force: true });
      const option = shop.locator('[role=option],[data-selectable]', { hasText: choice });
      await option.click();
      if (name !== 'list-reopens') continue;
      await expect(option).toBeVisible();
      await shop.keyboard.press('Escape');
    }
    expect(await fill(page)).toEqual({ Country: 'kept_owner_value', State: 'kept_owner_value' });
    await shop.getByRole('button', { name: 'Place order' }).click();
    await expect(shop.locator('#answer')).toHaveText('Order accepted');
    expect(site.lastOrder(page)).toMatchObject({ country: 'DE', state: code, postcode: '97209' });
  }
});

test('what the owner chose in what stands for a hidden list stays', async () => {
  for (const [name, face, choice] of [
    ['select2', '.select2-selection', 'California'],
    ['widget-without-role', '#face a', 'New York'],
  ] as const) {
    const page = await openNamed(name);
    await shop.locator(face).last().click();
    await shop.locator('.select2-results__option,#face li', { hasText: choice }).click();
    const held = await shop.locator('select[data-key=state]').inputValue();
    expect(held).not.toBe('');
    expect(await fill(page)).toEqual({ State: 'kept_owner_value' });
    await expect(shop.locator('select[data-key=state]')).toHaveValue(held);
    await expect(shop.locator(face).last()).toHaveText(choice);
  }
});

test('a list that can be cleared is cleared by undo, and of one that cannot the owner is told', async () => {
  const page = COMPLAINT_PAGES['pick lists']?.find(({ name }) => name === 'react-select');
  if (!page) throw new Error('the page is gone');
  await shop.bringToFront();
  await shop.goto(site.url(page));
  expect(await fill(page)).toEqual({});
  await expect(shop.getByText('Oregon')).toBeVisible();
  expect(await voice.undo()).toMatchObject({ left: 1 });
  await expect(shop.getByText('Oregon')).toHaveCount(0);
  await expect(shop.getByText('United States')).toBeVisible();
});

test('a number that a page puts behind the code of another country is told as not filled', async () => {
  const page = await openNamed('picker-keeps-code');
  expect(await fill(page)).toEqual({ Phone: 'rejected_by_page' });
});

test('a mask that takes editing alone holds nothing of ours after undo', async () => {
  const page = await openNamed('mask-with-code');
  const tel = shop.locator('#tel');
  const shown = await tel.inputValue();
  expect(await fill(page)).toEqual({});
  expect(await voice.undo()).toMatchObject({ left: 0 });
  await expect(tel).toHaveValue(shown);
  await shop.getByRole('button', { name: 'Place order' }).click();
  await expect(shop.locator('#answer')).not.toHaveText('');
  expect(site.lastOrder(page)).toMatchObject({ tel: '' });
});

for (const page of LIST_UNDOING) {
  test(`undone: ${page.complaint}`, async () => {
    await openNamed(page.name);
    expect(await fill(page)).toEqual({});
    expect(await voice.undo()).toMatchObject({ left: page.undone.left });
    await shop.getByRole('button', { name: 'Place order' }).click();
    await expect(shop.locator('#answer')).not.toHaveText('');
    expect(site.lastOrder(page)).toMatchObject(page.undone.holds);
    // What is left is seen as well.
    const shown = Object.keys(page.undone.holds).map(key => shop.locator(`#${key}`).inputValue());
    const names = Object.values(page.undone.holds).map(
      code => ({ US: 'United States', OR: 'Oregon' })[code] ?? '',
    );
    expect(await Promise.all(shown)).toEqual(names);
  });
}

for (const [group, pages] of Object.entries(COMPLAINT_PAGES)) {
  test(`${group}: ${pages.map(({ name }) => name).join(', ')}`, async () => {
    for (const page of pages) {
      const faults = await test.step(page.complaint, () => visit(page));
      expect.soft(faults, page.complaint).toEqual([]);
    }
  });
}
