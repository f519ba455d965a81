import { expect, type FrameLocator, type Locator, type Page, test } from '@playwright/test';
import { issueCard, openCheckout } from '#tests/fixtures/buying.ts';
import { readShownNumber } from '#tests/fixtures/read-shown-number.ts';
import { type ShopVisit, VISITS } from '#tests/fixtures/shop-visits.ts';
import { joinAsShopper, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

declare const chrome: { storage: { session: { get(keys: null): Promise<Record<string, unknown>> } } };

let stack: Stack;
let shopper: Shopper;

test.beforeAll(async () => {
  stack = await startStack();
  shopper = await joinAsShopper(stack);
  await issueCard(shopper, 'United Kingdom');
  await issueCard(shopper, 'South Korea');
});

test.afterAll(async () => {
  await shopper?.close();
  await stack?.close();
});

const readCardNumber = (country: string): Promise<string> => readShownNumber(shopper, country);

/** All that the extension keeps for as long as the browser runs, but the open wallet's key. */
async function readStored(): Promise<string> {
  const background = await shopper.browser.background();
  return background.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
}

/** The first card's number with its last digit changed: no card has it, and its check digit is wrong. */
function makeForeign(number: string): string {
  return number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10);
}

async function goTo(visit: ShopVisit): Promise<Page> {
  const page = await openCheckout(stack, shopper, visit);
  await page.bringToFront();
  return page;
}

const PASTE = process.platform === 'darwin' ? 'Meta+V' : 'Control+V';

async function paste(page: Page, field: Locator, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(value => navigator.clipboard.writeText(value), text);
  await field.focus();
  await page.keyboard.press(PASTE);
}

const numberFrame = (page: Page): FrameLocator => page.frameLocator('iframe[title*="card number"]');

test('S62: a card that is typed into the payment field brings its delivery information', async () => {
  const page = await goTo(VISITS.classic);
  const number = await readCardNumber('United States');
  await page.bringToFront();
  const field = page.getByLabel('Card number');
  await field.pressSequentially(makeForeign(number));
  await expect(page.locator('[name=ship_zip]')).toHaveValue('');
  await field.press('Backspace');
  await field.pressSequentially(number.slice(-1));
  await expect(page.locator('[name=ship_zip]')).toHaveValue('97209');
  await expect(page.locator('[name=ship_address1]')).toHaveValue('1420 NW Lovejoy St');
  await expect(page.locator('[name=ship_state]')).toHaveValue('OR');
  await expect(field).toHaveValue(number);
  await expect(page.getByLabel('Security code')).toHaveValue('');
  const popup = await shopper.openPopup(page);
  await expect(popup.getByLabel('Card', { exact: true }).locator('option:checked')).toContainText(
    number.slice(-4),
  );
  await popup.close();
  await page.close();
});

test('S62: a pasted number counts as typed, and what the owner wrote before stays', async () => {
  const page = await goTo(VISITS.classic);
  const number = await readCardNumber('United States');
  await page.bringToFront();
  await page.getByLabel('Street address').first().pressSequentially('1 Chosen Way');
  await paste(page, page.getByLabel('Card number'), number.replace(/(\d{4})(?=\d)/g, '$1 '));
  await expect(page.locator('[name=ship_zip]')).toHaveValue('97209');
  await expect(page.locator('[name=ship_address1]')).toHaveValue('1 Chosen Way');
  await page.close();
});

test('S62: a card field in a frame of another origin counts too, and the frame gets nothing of it', async () => {
  const page = await goTo(VISITS.boardwalk);
  const number = await readCardNumber('United Kingdom');
  await page.bringToFront();
  await numberFrame(page).locator('input').pressSequentially(number);
  await expect(page.locator('[name=postcode]')).toHaveValue('BS1 1HQ');
  await expect(page.locator('[name=town]')).toHaveValue('Bristol');
  const name = page.frameLocator('iframe[title*="cardholder name"]').locator('input');
  await expect(name).toHaveValue('');
  await page.close();
});

test('S62: in that frame a pasted number of the other card brings what belongs to the other card', async () => {
  const page = await goTo(VISITS.boardwalk);
  const number = await readCardNumber('United States');
  await page.bringToFront();
  await paste(page, numberFrame(page).locator('input'), number);
  await expect(page.locator('[name=postcode]')).toHaveValue('97209');
  await page.close();
});

test('S62: a number in four inputs counts once the last is full', async () => {
  const page = await goTo(VISITS.hanok);
  const number = await readCardNumber('South Korea');
  await page.bringToFront();
  for (const part of [1, 2, 3, 4]) {
    await expect(page.locator('[name=rcv_zip]')).toHaveValue('');
    await page.locator(`[name=card_no${part}]`).pressSequentially(number.slice(4 * part - 4, 4 * part));
  }
  await expect(page.locator('[name=rcv_zip]')).toHaveValue('04524');
  await page.close();
});

test('S62: a number in a closed shadow root counts, and so does one that a mask writes itself', async () => {
  const page = await goTo(VISITS.classic);
  const number = await readCardNumber('United States');
  await page.bringToFront();
  await page.evaluate(() => {
    const old = document.getElementById('cc_number');
    const box = document.createElement('card-box');
    old?.replaceWith(box);
    const field = document.createElement('input');
    field.setAttribute('aria-label', 'Card number');
    field.autocomplete = 'cc-number';
    field.addEventListener('keydown', event => {
      if (!/^\d$/.test(event.key)) return;
      event.preventDefault();
      const digits = field.value.replaceAll(' ', '') + event.key;
      field.value = digits.replace(/(\d{4})(?=\d)/g, '$1 ');
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    });
    box.attachShadow({ mode: 'closed' }).append(field);
    field.focus();
  });
  await page.keyboard.type(number);
  await page.keyboard.press('Tab');
  await expect(page.locator('[name=ship_zip]')).toHaveValue('97209');
  await page.close();
});

test('S62: a number that is put right brings what belongs to it, in wide digits too, and again after another', async () => {
  const page = await goTo(VISITS.classic);
  const [american, korean] = [await readCardNumber('United States'), await readCardNumber('South Korea')];
  await page.bringToFront();
  const field = page.getByLabel('Card number');
  const country = page.locator('[name=ship_country]');
  await paste(
    page,
    field,
    american.replace(/\d/g, digit => String.fromCharCode(0xff10 + Number(digit))),
  );
  await expect(page.locator('[name=ship_zip]')).toHaveValue('97209');
  // A choice that no hand made gives way to that of the next card, what is written does not.
  await expect(country).toHaveValue('US');
  for (const [number, code] of [
    [korean, 'KR'],
    [american, 'US'],
  ] as const) {
    await field.fill('');
    await paste(page, field, number);
    await expect(country).toHaveValue(code);
  }
  await page.close();
});

test('S62: a number typed while the last card is still being filled takes its place, whatever it wrote', async () => {
  const page = await goTo(VISITS.classic);
  const [american, korean] = [await readCardNumber('United States'), await readCardNumber('South Korea')];
  await page.bringToFront();
  // A page that is never quiet holds the first fill up, and keeps it looking whether the page kept what it wrote.
  const calm = await page.evaluateHandle(() => {
    const restless = setInterval(() => document.body.classList.toggle('restless'), 50);
    return () => clearInterval(restless);
  });
  const field = page.getByLabel('Card number');
  await paste(page, field, american);
  await expect(page.locator('[name=ship_country]')).toHaveValue('US');
  await field.fill('');
  await paste(page, field, korean);
  await expect(page.locator('[name=ship_zip]')).toHaveValue('04524');
  await calm.evaluate(end => end());
  const told = await page
    .locator('[name^=ship_]')
    .evaluateAll(all => all.map(one => (one as HTMLInputElement).value));
  for (const value of ['1420 NW Lovejoy St', 'Portland', 'OR']) expect(told).not.toContain(value);
  const popup = await shopper.openPopup(page);
  await popup.getByRole('button', { name: 'Fill' }).click();
  await expect(popup.getByText(/filled/i).first()).toBeVisible();
  await popup.close();
  await expect(page.locator('[name=ship_country]')).toHaveValue('KR');
  await expect(page.locator('[name=ship_zip]')).toHaveValue('04524');
  await page.close();
});

test('S62: a number typed while the wallet is locked brings its delivery information once that is open', async () => {
  const page = await goTo(VISITS.classic);
  const number = await readCardNumber('United Kingdom');
  // The PRF secret stays in its authenticator, so that the popup opens in the tab that has it.
  const popup = shopper.browser.onboarding;
  const lock = async () => {
    await popup.goto(shopper.browser.url('/popup.html'));
    await popup.getByRole('button', { name: 'Lock' }).click();
    await expect(popup.getByRole('heading', { name: 'Wayveil is locked' })).toBeVisible();
    await expect(popup.getByText('A card number was typed')).toHaveCount(0);
  };
  const unlock = async () => {
    await popup.bringToFront();
    await popup.reload();
    await expect(popup.getByText('A card number was typed at kestrel-audio.localhost')).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await popup.emulateMedia({ colorScheme });
      await popup.screenshot({ path: `reports/popup-typed-locked-${colorScheme}.png` });
    }
    await popup.getByRole('button', { name: 'Unlock with passkey' }).click();
    await expect(popup.getByRole('button', { name: 'Lock' })).toBeVisible();
  };
  const field = page.getByLabel('Card number');
  await lock();
  await page.bringToFront();
  await field.pressSequentially(number);
  await expect.poll(async () => (await readStored()).includes('unread:')).toBe(true);
  expect(await readStored()).not.toContain(number);
  expect(await readStored()).not.toContain(number.slice(-8));
  await expect(page.locator('[name=ship_zip]')).toHaveValue('');
  await unlock();
  await expect(page.locator('[name=ship_zip]')).toHaveValue('BS1 1HQ');
  expect(await readStored()).not.toContain('unread:');

  // A page that puts another number there meanwhile is told nothing of it.
  await page.reload();
  await lock();
  await page.bringToFront();
  await field.pressSequentially('4111111111111111');
  await expect.poll(async () => (await readStored()).includes('unread:')).toBe(true);
  await field.evaluate((input: HTMLInputElement, digits) => {
    input.value = digits;
  }, number);
  await unlock();
  await expect.poll(async () => (await readStored()).includes('unread:')).toBe(false);
  await expect(page.locator('[name=ship_zip]')).toHaveValue('');
  await page.close();
});

const FIELD = (name: string, label: string) => `<label>${label} <input name="${name}"></label>`;

test('S62: a number counts that was typed before anything told that its field asks for one', async () => {
  const page = await goTo(VISITS.classic);
  const number = await readCardNumber('United States');
  const address = new URL('/late', page.url()).href;
  const delivery = [FIELD('street', 'Street address'), FIELD('city', 'City'), FIELD('zip', 'ZIP code')];
  const body = `<form>${delivery.join('')}${FIELD('ref', 'Reference')}</form>`;
  await page.route(address, route => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(address);
  await page.bringToFront();
  const field = page.locator('[name=ref]');
  await field.pressSequentially(number);
  await expect(page.locator('[name=zip]')).toHaveValue('');
  await field.evaluate((input: HTMLInputElement) => {
    input.labels?.[0]?.firstChild?.replaceWith('Card number ');
    input.autocomplete = 'cc-number';
  });
  await expect(page.locator('[name=zip]')).toHaveValue('97209');
  await page.close();
});

test('S62: a number that the page itself puts into its field brings nothing', async () => {
  const page = await goTo(VISITS.classic);
  const number = await readCardNumber('United States');
  await page.bringToFront();
  await page.evaluate(digits => {
    const field = document.querySelector<HTMLInputElement>('[name=cc_number]');
    if (!field) throw new TypeError('the page has a card field');
    field.value = digits;
    for (const type of ['input', 'change', 'paste']) field.dispatchEvent(new Event(type, { bubbles: true }));
  }, number);
  // A later press of the owner's own, in another field, makes no difference.
  await page.getByLabel('Email address').pressSequentially('me@shop.example');
  await expect(page.locator('[name=ship_zip]')).toHaveValue('');
  const popup = await shopper.openPopup(page);
  await expect(popup.getByRole('button', { name: 'Fill delivery' })).toBeVisible();
  await expect(page.locator('[name=ship_zip]')).toHaveValue('');
  await popup.close();
  await page.close();
});
