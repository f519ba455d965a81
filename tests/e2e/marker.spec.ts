import { expect, type Locator, type Page } from '@playwright/test';
import { openCheckout } from '#tests/fixtures/buying.ts';
import { type ShopVisit, VISITS } from '#tests/fixtures/shop-visits.ts';
import { test } from '#tests/fixtures/world-test.ts';
import { judgePlace, LOOKS, type Look, MARKER_PAGES, RIGHT_PLACE } from './pages/marker-pages.ts';

declare const chrome: {
  runtime: { getContexts(filter: { contextTypes: string[] }): Promise<{ documentUrl?: string }[]> };
};

declare global {
  var focusStreet: (() => void) | undefined;
  var readStreetBox: (() => DOMRect) | undefined;
}

test.use({ pages: MARKER_PAGES });

const findMarker = (page: Page): Locator => page.locator('div[title="Wayveil"]');

/** The boxes of all elements but the marker. */
function measure(page: Page): Promise<string> {
  return page.evaluate(() => {
    const elements = [...document.querySelectorAll('*')].filter(one => !one.matches('div[title="Wayveil"]'));
    const boxes = elements.map(one => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return `${one.tagName} ${left} ${top} ${width} ${height}`;
    });
    return `${document.documentElement.scrollWidth} ${document.documentElement.scrollHeight}\n${boxes.join('\n')}`;
  });
}

/** A picture of where the marker is drawn. */
async function picture(page: Page): Promise<Buffer> {
  const clip = await findMarker(page).boundingBox();
  if (!clip) throw new Error('there is no marker');
  return page.screenshot({ clip });
}

/** Whether `marker` stands inside `field`, in its second half. */
async function standsAtEnd(marker: Locator, field: Locator): Promise<boolean> {
  const [at, box] = [await marker.boundingBox(), await field.boundingBox()];
  if (!at || !box) return false;
  return at.y > box.y && at.y + at.height < box.y + box.height && at.x > box.x + box.width / 2;
}

test('it stands at the field that has the focus, where that asks for something, and nowhere else', async ({
  openPage,
}) => {
  const page = await openPage('/plain');
  await expect(findMarker(page)).toHaveCount(0);
  for (const name of ['name', 'street', 'zip']) {
    const field = page.locator(`[name=${name}]`);
    await field.focus();
    await expect(findMarker(page)).toBeVisible();
    // It is still at the last field for a moment.
    await expect.poll(() => standsAtEnd(findMarker(page), field)).toBe(true);
  }
  await page.locator('[name=message]').focus();
  await expect(findMarker(page)).toHaveCount(0);
  await page.close();
});

for (const [key, visit] of Object.entries<ShopVisit>(VISITS)) {
  test(`it changes no layout at ${key}`, async ({ shopper, stack }) => {
    const page = await openCheckout(stack, shopper, visit);
    const field = page.locator('input[type=email], [name=rcv_addr1]').first();
    await page.locator('form').first().waitFor();
    await field.evaluate(element => element.scrollIntoView());
    // Scripts of the shop put frames into the page until then.
    await page.waitForLoadState('load');
    const before = await measure(page);
    await field.focus();
    await expect(findMarker(page)).toHaveCount(1);
    expect(await measure(page)).toBe(before);
    await page.close();
  });
}

test('it changes no layout where the root itself is a grid', async ({ openPage }) => {
  const page = await openPage('/grid');
  const before = await measure(page);
  await page.locator('[name=street]').focus();
  await expect(findMarker(page)).toBeVisible();
  expect(await measure(page)).toBe(before);
  await page.close();
});

test("the shop's own list of suggestions is never under it", async ({ openPage }) => {
  const page = await openPage('/list');
  await page.locator('[name=street]').focus();
  await expect(findMarker(page)).toBeVisible();
  await page.evaluate(() => document.getElementById('list')?.removeAttribute('hidden'));
  await expect(findMarker(page)).toHaveCount(0);
  await page.evaluate(() => document.getElementById('list')?.setAttribute('hidden', ''));
  await expect(findMarker(page)).toBeVisible();
  await page.close();
});

test('a press opens the popup and tells the page nothing; a press that the page makes up does nothing', async ({
  openPage,
  shopper,
}) => {
  const page = await openPage('/plain');
  const listOpen = async () => {
    const background = await shopper.browser.background();
    const open = () => chrome.runtime.getContexts({ contextTypes: ['POPUP', 'TAB'] });
    const contexts = await background.evaluate(open);
    return contexts.filter(({ documentUrl = '' }) => documentUrl.includes('/popup.html')).length;
  };
  await page.locator('[name=name]').focus();
  expect(await listOpen()).toBe(0);
  await findMarker(page).evaluate((marker: HTMLElement) => {
    marker.click();
    document.body.dataset.heard = '';
    document.body.addEventListener('click', () => {
      document.body.dataset.heard += 'click';
    });
  });
  expect(await listOpen()).toBe(0);
  await findMarker(page).click();
  await expect.poll(listOpen).toBe(1);
  expect(await page.evaluate(() => document.body.dataset.heard)).toBe('');
  expect(await findMarker(page).evaluate(marker => marker.shadowRoot)).toBeNull();
  await page.close();
});

test('it takes no focus and no tab stop, and typing goes on', async ({ openPage }) => {
  const page = await openPage('/plain');
  await page.locator('[name=name]').focus();
  await findMarker(page).click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name');
  await page.bringToFront();
  await page.keyboard.type('Ann');
  await expect(page.locator('[name=name]')).toHaveValue('Ann');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('street');
  await page.close();
});

test("it is drawn under a shop's strictest policy, and told from the field on light and dark", async ({
  openPage,
}) => {
  const inks = [];
  for (const path of ['/strict', '/dark', '/plain']) {
    const page = await openPage(path);
    const field = page.locator('[name=street]');
    await field.focus();
    await expect(findMarker(page)).toBeVisible();
    await page.screenshot({ path: `reports/marker${path.replace('/', '-')}.png` });
    const drawn = await picture(page);
    await findMarker(page).evaluate((marker: HTMLElement) =>
      marker.style.setProperty('opacity', '0', 'important'),
    );
    expect((await picture(page)).equals(drawn), path).toBe(false);
    inks.push(drawn.toString('base64'));
    await page.close();
  }
  const [, dark, plain] = inks;
  expect(dark).not.toBe(plain);
});

for (const path of ['/dialog', '/layer']) {
  test(`it is seen on ${path === '/dialog' ? 'a modal dialog that is moved' : 'a high layer'}, and can be pressed`, async ({
    openPage,
  }) => {
    const page = await openPage(path);
    const field = page.locator('[name=street]');
    await field.focus();
    await expect(findMarker(page)).toBeVisible();
    const [at, box] = [await findMarker(page).boundingBox(), await field.boundingBox()];
    expect(at && box && at.x > box.x && at.y > box.y && at.y < box.y + box.height).toBe(true);
    await findMarker(page).click({ trial: true });
    await page.close();
  });
}

/** Where the street field is, as the page itself sees it. */
function readStreet(page: Page): Promise<DOMRect> {
  return page.evaluate(
    () =>
      globalThis.readStreetBox?.() ??
      document.querySelector('[name=street]')?.getBoundingClientRect().toJSON(),
  );
}

for (const path of Object.keys(LOOKS) as Look[]) {
  test(`it stands at the middle of the field's end, or beside it, on ${path}, light and dark`, async ({
    openPage,
  }) => {
    for (const look of ['', '/dark']) {
      const page = await openPage(`${path}${look}`);
      await page.evaluate(() =>
        globalThis.focusStreet
          ? globalThis.focusStreet()
          : document.querySelector<HTMLElement>('[name=street]')?.focus(),
      );
      await expect(findMarker(page)).toBeVisible();
      const at = await findMarker(page).boundingBox();
      await page.screenshot({ path: `reports/marker${`${path}${look}`.replaceAll('/', '-')}.png` });
      expect(judgePlace(at, await readStreet(page)), look).toEqual(RIGHT_PLACE);
      await page.close();
    }
  });
}

test('it stands at a field in a frame, and is pressed there', async ({ openPage }) => {
  const page = await openPage('/frame');
  const frame = page.frameLocator('iframe');
  await frame.locator('[name=street]').focus();
  const marker = frame.locator('div[title="Wayveil"]');
  await expect(marker).toBeVisible();
  await page.screenshot({ path: 'reports/marker-frame.png' });
  await marker.click({ trial: true });
  await page.close();
});

test('it is hidden on one site, or on all, from the popup', async ({ openPage, shopper, stack }) => {
  const page = await openPage('/plain');
  const field = page.locator('[name=street]');
  await field.focus();
  await expect(findMarker(page)).toBeVisible();
  const popup = await shopper.openPopup(page);
  await popup.getByRole('navigation').getByRole('button', { name: 'More' }).click();
  await popup.getByRole('button', { name: 'Settings' }).click();
  const see = async (count: number) => {
    await page.bringToFront();
    await page.locator('[name=message]').focus();
    await field.focus();
    await expect(findMarker(page)).toHaveCount(count);
  };
  await popup.getByLabel('On shop.localhost').selectOption('Hidden');
  await expect(popup.getByLabel('On shop.localhost')).toHaveValue('no');
  await see(0);
  await popup.getByLabel('On shop.localhost').selectOption('Shown');
  await see(1);
  await popup.getByLabel('On all sites').selectOption('Hidden');
  await see(0);
  const shop = await openCheckout(stack, shopper, VISITS.classic);
  await shop.getByLabel('Email address').focus();
  await expect(findMarker(shop)).toHaveCount(0);
  await popup.getByLabel('On all sites').selectOption('Shown');
  await see(1);
  await popup.close();
});
