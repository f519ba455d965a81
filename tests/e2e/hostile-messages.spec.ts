import { expect, type Page } from '@playwright/test';
import { fillDelivery, openCheckout, openPopupWithCard, payByPasskey } from '#tests/fixtures/buying.ts';
import { fillAfter } from '#tests/fixtures/fill-after.ts';
import { runAsContentScript } from '#tests/fixtures/page-state.ts';
import { VISITS } from '#tests/fixtures/shop-visits.ts';
import { test } from '#tests/fixtures/world-test.ts';
import { HOSTILE_PAGES } from './pages/hostile-forms.ts';

test.use({ pages: HOSTILE_PAGES });

/** What stands in the inputs of all frames whose form is one of an account. */
async function readAccounts(shop: Page): Promise<string[]> {
  const values = await Promise.all(
    shop
      .frames()
      .map(frame =>
        frame.evaluate(() =>
          [...document.querySelectorAll<HTMLInputElement>('.account :is(input, textarea)')].map(
            each => each.value,
          ),
        ),
      ),
  );
  return values.flat();
}

for (const path of ['/accounts', '/account-frames']) {
  test(`nine forms of accounts, letters and searches beside a checkout get nothing: ${path}`, async ({
    openPage,
    shopper,
  }) => {
    const shop = await openPage(path, 'hostile');
    await fillAfter(shopper, shop);
    await expect(shop.locator('#order [name=zip]')).toHaveValue('97209');
    const values = await readAccounts(shop);
    expect(values).toHaveLength(20);
    expect(values.filter(Boolean)).toEqual([]);
    await shop.close();
  });
}

test('card data goes to no frame that the preview did not name: not to another origin, nor to one without any', async ({
  openPage,
  shopper,
  site,
}) => {
  const shop = await openPage('/frames', 'hostile');
  const popup = await openPopupWithCard(shopper, shop, 'United States');
  await expect(popup.getByText('5 delivery fields, 4 card fields')).toBeVisible();
  await popup.getByText('What will be filled').click();
  await expect(popup.getByRole('heading', { name: /^In frames of/ })).toHaveCount(1);
  const window = await shopper.browser.waitForConfirmWindow(() =>
    popup.getByRole('button', { name: 'Go on to confirm' }).click(),
  );
  const thief = `${site.origin('thief')}/card`;
  await shop.locator('#card').evaluate((frame, address) => frame.setAttribute('src', address), thief);
  await expect(shop.frameLocator('#card').getByLabel('Card number')).toBeVisible();
  await expect.poll(() => shop.frames().map(frame => frame.url())).toContain(thief);
  await shopper.bringPasskey(window);
  await window.getByRole('button', { name: 'Confirm $48.00' }).click();
  await expect(window.getByText('Confirmed: $48.00')).toBeVisible();
  for (const id of ['card', 'opaque', 'advert']) {
    const inputs = await shop.frameLocator(`#${id}`).locator('input').all();
    expect(await Promise.all(inputs.map(input => input.inputValue()))).toEqual(inputs.map(() => ''));
  }
  await window.close();
  await shop.close();
});

const LOOKALIKES = {
  'kestre1-audio': 'a digit for a letter',
  'kestrel-auido': 'two letters exchanged',
  'kestrel-аudio': 'a letter of Cyrillic',
  'keѕtrel-audіo': 'two letters of Cyrillic',
};

test('hosts that look like one that is known, homographs too, are shown in full with a warning', async ({
  openPage,
  shopper,
  stack,
}) => {
  const known = await openCheckout(stack, shopper, VISITS.classic);
  await fillDelivery(shopper, known, VISITS.classic.country);
  await (await payByPasskey(shopper, known, VISITS.classic)).close();
  await known.close();
  for (const name of Object.keys(LOOKALIKES)) {
    const host = new URL(`http://${name}.localhost`).hostname;
    const shop = await openPage('/checkout', name);
    const popup = await openPopupWithCard(shopper, shop, 'United States');
    await expect(popup.getByRole('heading', { name: host, exact: true })).toBeVisible();
    await expect(popup.getByRole('alert')).toContainText('Not kestrel-audio.localhost');
    const window = await shopper.browser.waitForConfirmWindow(() =>
      popup.getByRole('button', { name: 'Go on to confirm' }).click(),
    );
    await expect(window.getByText(host, { exact: true }).first()).toBeVisible();
    await expect(window.getByRole('alert')).toContainText('Not kestrel-audio.localhost');
    if (host.startsWith('xn--'))
      await expect(window.getByRole('alert')).toContainText(`It reads ${name}.localhost`);
    await window.getByRole('button', { name: "This wasn't me" }).click();
    await window.getByRole('button', { name: 'Decline' }).click();
    await window.close();
    await shop.close();
  }
});

/** All that a page can say to anyone, in the forms of our own messages. */
const FORGERIES = [
  { to: 'frame', type: 'introduce', input: {} },
  { to: 'frame', type: 'describe_fields', input: { around: null } },
  { to: 'frame', type: 'apply_fill', input: { origin: 'null', steps: [], overwrite: true } },
  ...['getState', 'listCards', 'getRealData', 'getAccount'].map(type => ({ door: 'popup', type, input: {} })),
  { door: 'popup', type: 'revealCard', input: { cardId: '01890a5d-ac96-774b-bcce-b302099a8057' } },
  { door: 'confirm', type: 'getConfirmation', input: {} },
  { door: 'onboarding', type: 'getRealData', input: {} },
  { door: 'content', type: 'fields_detected', input: { delivery: 9, card: 9, frameId: 0, tabId: 1 } },
  { door: 'content', type: 'fields_detected', input: { delivery: 9, card: 9 }, frameId: 4, tabId: 1 },
  { door: 'content', type: 'card_number_typed', input: { digits: '4000001234567899', frameId: 0 } },
].map(message =>
  'door' in message && message.door === 'content'
    ? message
    : { commandId: '01890a5d-ac96-774b-bcce-b302099a8057', ...message },
);

test('forged messages, events and key presses of page and frame move nothing, and nothing answers them', async ({
  openPage,
  shopper,
}) => {
  const shop = await openPage('/frames', 'hostile');
  const before = shopper.browser.context.pages().length;
  const heard = await Promise.all(
    shop.frames().map(frame =>
      frame.evaluate(async forgeries => {
        const answers: unknown[] = [];
        const posted = new Set(forgeries.map(forged => JSON.stringify(forged)));
        const isOurs = (data: unknown) => posted.has(typeof data === 'string' ? data : JSON.stringify(data));
        addEventListener('message', ({ data }) => isOurs(data) || answers.push(data));
        for (const forged of forgeries) {
          for (const target of [
            window,
            parent,
            top ?? window,
            ...Array.from({ length: frames.length }, (_, at) => frames[at]),
          ]) {
            target?.postMessage(forged, '*');
            target?.postMessage(JSON.stringify(forged), '*');
          }
          for (const name of [forged.type, 'wayveil', 'wayveil.content'])
            document.dispatchEvent(new CustomEvent(name, { detail: forged, bubbles: true }));
        }
        const keys = { key: 'J', code: 'KeyJ', altKey: true, shiftKey: true, bubbles: true };
        for (const kind of ['keydown', 'keyup']) document.body.dispatchEvent(new KeyboardEvent(kind, keys));
        for (const element of document.querySelectorAll('*'))
          element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        const runtime = (globalThis as { chrome?: { runtime?: object } }).chrome?.runtime;
        // What was posted arrives before this does.
        await new Promise(resolve => setTimeout(resolve));
        return { answers, runtime: runtime !== undefined };
      }, FORGERIES),
    ),
  );
  expect(heard.flatMap(({ answers }) => answers)).toEqual([]);
  expect(heard.some(({ runtime }) => runtime)).toBe(false);
  const values = await Promise.all(
    shop
      .frames()
      .map(frame =>
        frame.locator('input').evaluateAll(all => all.map(each => (each as HTMLInputElement).value)),
      ),
  );
  expect(values.flat().filter(Boolean)).toEqual([]);
  expect(shopper.browser.context.pages()).toHaveLength(before);
  await shop.close();
});

test('a page that broke into its content script is heard as its own frame, and told nothing', async ({
  openPage,
}) => {
  const shop = await openPage('/frames', 'hostile');
  const answers = await runAsContentScript(
    shop,
    `Promise.all(${JSON.stringify(FORGERIES)}.map(forged => chrome.runtime.sendMessage(forged)))`,
  );
  expect(new Set((answers as { refused: string }[]).map(({ refused }) => refused))).toEqual(
    new Set(['message_unknown', 'sender_foreign']),
  );
  const cards = Array.from({ length: 30 }, (_, at) => `40000012345678${String(at).padStart(2, '0')}`);
  const typed = cards.map(digits => ({ door: 'content', type: 'card_number_typed', input: { digits } }));
  const told = await runAsContentScript(
    shop,
    `Promise.all(${JSON.stringify(typed)}.map(forged => chrome.runtime.sendMessage(forged)))`,
  );
  expect(new Set((told as object[]).map(answer => JSON.stringify(answer)))).toEqual(new Set(['{"ok":{}}']));
  await shop.close();
});
