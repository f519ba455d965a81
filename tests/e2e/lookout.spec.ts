import { expect, type Frame, type Page } from '@playwright/test';
import { fillDelivery, openPopupWithCard } from '#tests/fixtures/buying.ts';
import { runAsContentScript } from '#tests/fixtures/page-state.ts';
import type { Shopper } from '#tests/fixtures/shopper.ts';
import { test } from '#tests/fixtures/world-test.ts';

declare const chrome: {
  action: {
    getBadgeText(of: { tabId?: number }): Promise<string>;
    setBadgeText(to: { text: string }): Promise<void>;
  };
  storage: { session: { get(key: null): Promise<Record<string, unknown>> } };
  tabs: { query(query: object): Promise<{ id?: number }[]> };
};

const COUNTRY = 'United States';
const FORM = `<form><label>Full name <input name="name"></label><label>Street <input name="street"></label>
<label>City <input name="city"></label><label>ZIP <input name="zip"></label></form>`;
const CARD = `<label>Card number <input name="number" autocomplete="cc-number"></label>`;
const EMPTY = `<p>Words <a href="/form">to the form</a></p><form><input type="hidden" name="token">
<input type="checkbox"><input type="submit"><button>Go</button></form>`;
const page = (body: string) => `<!doctype html><html lang="en"><title>Shop</title>${body}</html>`;

const PAGES = {
  '/empty': () => page(EMPTY),
  '/form': () => page(FORM),
  '/card': () => page(CARD),
  '/middle': (pay: string) => page(`<p>Pay</p><iframe title="Card" src="${pay}/card"></iframe>`),
  // Between the form of the shop and that of the card stands a frame without any control.
  '/nested': (pay: string) => page(`${FORM}<iframe title="Payment" src="${pay}/middle"></iframe>`),
};

/** Ways in which the first control may come, as the page does them. */
const ARRIVALS: Record<string, () => void> = {
  'an input in the page': () => {
    document.body.insertAdjacentHTML('beforeend', '<div><p><input name="name"></p></div>');
  },
  'a select below an open shadow root': () => {
    const host = document.body.appendChild(document.createElement('div'));
    host.attachShadow({ mode: 'open' }).innerHTML = '<p><select><option>1</select></p>';
  },
  'a text area that comes later into a closed shadow root': () => {
    const host = document.body.appendChild(document.createElement('shop-box'));
    const root = host.attachShadow({ mode: 'closed' });
    setTimeout(() => root.append(document.createElement('textarea')), 50);
  },
  'an input below a shadow root that a custom element gets later': () => {
    const host = document.body.appendChild(document.createElement('shop-late'));
    setTimeout(() => {
      host.attachShadow({ mode: 'closed' }).innerHTML = '<input>';
      document.body.append('more');
    }, 50);
  },
  "a list of the page's own": () => {
    document.body.insertAdjacentHTML('beforeend', '<div role="combobox" tabindex="0">Country</div>');
  },
};

test.use({ world: 'lookout', pages: PAGES });

/** Which scripts of ours are in the top frame. */
function readScripts(opened: Page): Promise<unknown> {
  const has = (name: string) => `Symbol.for('wayveil.${name}') in globalThis`;
  return runAsContentScript(opened, `({ lookout: ${has('post')}, detection: ${has('content')} })`);
}

const LOOKOUT_ALONE = { lookout: true, detection: false };
const BOTH = { lookout: true, detection: true };

for (const [name, arrive] of Object.entries(ARRIVALS)) {
  test(`a page without a control has the lookout alone; detection comes with ${name}`, async ({
    openPage,
  }) => {
    const opened = await openPage('/empty');
    await expect.poll(() => readScripts(opened)).toEqual(LOOKOUT_ALONE);
    await opened.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>more <b>words</b></p>'));
    // What the page adds is looked at in turn: a second word is there after the first was seen.
    await opened.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)));
    expect(await readScripts(opened)).toEqual(LOOKOUT_ALONE);
    await opened.evaluate(arrive);
    await expect.poll(() => readScripts(opened)).toEqual(BOTH);
    await opened.close();
  });
}

test('the badge of a tab bears a dot where its page asks for something of ours, and its number before that', async ({
  openPage,
  shopper,
  site,
}) => {
  const background = await shopper.browser.background();
  const setBadge = (text: string) =>
    background.evaluate(given => chrome.action.setBadgeText({ text: given }), text);
  // Others in this world may have left something that waits.
  await setBadge('');
  const opened = await openPage('/form');
  await expect.poll(() => readBadge(shopper, opened)).toBe('•');
  await opened.goto(`${site.origin('shop')}/empty`);
  await expect.poll(() => readBadge(shopper, opened)).toBe('');
  await opened.evaluate(form => document.body.insertAdjacentHTML('beforeend', form), FORM);
  await expect.poll(() => readBadge(shopper, opened)).toBe('•');
  await opened.evaluate(() => document.body.lastElementChild?.remove());
  await expect.poll(() => readBadge(shopper, opened)).toBe('');
  await setBadge('1');
  await opened.goto(`${site.origin('shop')}/form`);
  await expect.poll(() => isReported(shopper, opened)).toBe(true);
  expect(await readBadge(shopper, opened)).toBe('1');
  await setBadge('');
  await opened.close();
});

/** What stands on the icon while this page is looked at. */
async function readBadge(shopper: Shopper, opened: Page): Promise<string> {
  await opened.bringToFront();
  const background = await shopper.browser.background();
  return background.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.action.getBadgeText({ tabId: tab?.id ?? 0 });
  });
}

/** Whether the background has heard of this page what it asks for. */
async function isReported(shopper: Shopper, opened: Page): Promise<boolean> {
  await opened.bringToFront();
  const background = await shopper.browser.background();
  return background.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return `frame:${tab?.id}.0` in (await chrome.storage.session.get(null));
  });
}

test('a background that sleeps is woken by the first control', async ({ openPage, shopper }) => {
  await shopper.browser.stopServiceWorker();
  const opened = await openPage('/form');
  await expect.poll(() => readScripts(opened)).toEqual(BOTH);
  await opened.close();
});

test('a page that was put aside and comes back goes on looking', async ({ openPage, site }) => {
  const opened = await openPage('/empty');
  await expect.poll(() => readScripts(opened)).toEqual(LOOKOUT_ALONE);
  await opened.goto(`${site.origin('shop')}/form`);
  await opened.goBack();
  await opened.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<input>'));
  await expect.poll(() => readScripts(opened)).toEqual(BOTH);
  await opened.close();
});

test('S27: a frame without a control between two that have some is asked all the same', async ({
  openPage,
  shopper,
}) => {
  const opened = await openPage('/nested');
  await expect(opened.frameLocator('iframe').frameLocator('iframe').getByLabel('Card number')).toBeVisible();
  const popup = await openPopupWithCard(shopper, opened, COUNTRY);
  await expect(popup.getByText('4 delivery fields, 1 card field')).toBeVisible();
  await popup.close();
  await opened.close();
});

test('S27: what was previewed goes to the very document that was shown, and to none that took its place', async ({
  openPage,
  shopper,
}) => {
  const opened = await openPage('/form');
  const popup = await openPopupWithCard(shopper, opened, COUNTRY);
  await expect(popup.getByText('4 delivery fields')).toBeVisible();
  await opened.reload();
  await expect.poll(() => readScripts(opened)).toEqual(BOTH);
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(popup.getByText('Nothing was filled')).toBeVisible();
  await expect(popup.getByText('The page went elsewhere').first()).toBeVisible();
  const values = await listValues(opened.mainFrame());
  expect(values).toEqual(['', '', '', '']);
  await popup.close();
  await fillDelivery(shopper, opened, COUNTRY);
  expect(await listValues(opened.mainFrame())).not.toContain('');
  await opened.close();
});

function listValues(frame: Frame): Promise<string[]> {
  return frame.locator('input').evaluateAll(all => all.map(each => (each as HTMLInputElement).value));
}
