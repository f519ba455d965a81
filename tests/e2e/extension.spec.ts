import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, launchExtension } from '#tests/fixtures/extension.ts';

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  tabs: {
    query(query: object): Promise<{ id?: number }[]>;
    sendMessage(tabId: number, message: unknown): Promise<unknown>;
  };
  scripting: { executeScript(injection: object): Promise<unknown> };
  storage: { session: { get(key: null): Promise<Record<string, unknown>> } };
};

const CHECKOUT = `<!doctype html><html lang="en"><title>Shop</title><h1>Checkout</h1><form>
<label>Full name <input autocomplete="name"></label>
<label>Street address <input autocomplete="address-line1"></label>
<label>City <input autocomplete="address-level2"></label>
<label>ZIP <input autocomplete="postal-code"></label>
<label>Card number <input autocomplete="cc-number"></label>
<label>Security code <input autocomplete="cc-csc"></label>
<p>Order total: $48.00</p></form>`;

const NAMED = {
  name: expect.objectContaining({ token: 'name', label: 'Full name' }),
  card: expect.objectContaining({ token: 'cc-number', label: 'Card number' }),
};

let site: Server;
let origin: string;
let browser: ExtensionBrowser;

test.beforeAll(async () => {
  site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(CHECKOUT);
  });
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve));
  origin = `http://shop.localhost:${(site.address() as AddressInfo).port}`;
  // No wallet server answers here: what these tests show needs none.
  browser = await launchExtension('http://wallet.localhost:9');
});

test.afterAll(async () => {
  await browser.close();
  site.close();
});

/** What a page of ours gets for a raw message. */
function sendRaw(page: Page, message: unknown): Promise<unknown> {
  return page.evaluate(sent => chrome.runtime.sendMessage(sent), message);
}

const envelope = (door: string, type: string, input: unknown = {}) => ({
  ...{ door, type, input },
  ...(door !== 'content' && { commandId: '01890a5d-ac96-774b-bcce-b302099a8057' }),
});

test('the onboarding page opens when the extension is installed', async () => {
  await expect(browser.onboarding).toHaveURL(browser.url('/onboarding.html'));
});

test('a page of ours is answered at its own door and at no other', async () => {
  const popup = await browser.openPopup();
  expect(await sendRaw(popup, envelope('popup', 'getState'))).toMatchObject({ ok: { wallet: 'none' } });
  expect(await sendRaw(popup, envelope('onboarding', 'beginJoin'))).toEqual({ refused: 'sender_foreign' });
  expect(await sendRaw(popup, envelope('content', 'fields_detected'))).toEqual({ refused: 'sender_foreign' });
  expect(await sendRaw(popup, envelope('popup', 'getState', { extra: 1 }))).toEqual({
    refused: 'message_unknown',
  });
  await popup.close();
});

test('what a content script says is heard as a content script only', async () => {
  const shop = await browser.context.newPage();
  await shop.goto(origin);
  const session = await browser.context.newCDPSession(shop);
  const worlds: { id: number; name: string; auxData?: { type?: string } }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const isolated = worlds.find(world => world.auxData?.type === 'isolated' && world.name === 'Wayveil');
  expect(isolated).toBeDefined();
  const say = async (message: unknown) => {
    const { result } = await session.send('Runtime.evaluate', {
      expression: `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
      ...(isolated && { contextId: isolated.id }),
      ...{ awaitPromise: true, returnByValue: true },
    });
    return result.value;
  };
  expect(await say(envelope('popup', 'getState'))).toEqual({ refused: 'sender_foreign' });
  expect(await say(envelope('confirm', 'getState'))).toEqual({ refused: 'sender_foreign' });
  expect(await say(envelope('content', 'getState'))).toEqual({ refused: 'message_unknown' });
  expect(await say(envelope('content', 'fields_detected', { delivery: 1, card: 0 }))).toMatchObject({
    ok: {},
  });
  expect(await say({ rootKey: 1 })).toEqual({ refused: 'message_unknown' });
  await shop.close();
});

test('a web page cannot open a page of ours in a frame', async () => {
  const shop = await browser.context.newPage();
  await shop.goto(origin);
  await shop.evaluate(address => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  }, browser.url('/popup.html'));
  await expect.poll(() => shop.frames().map(frame => frame.url())).not.toContain(browser.url('/popup.html'));
  await shop.close();
});

test('what the background knows of a tab outlives its service worker', async () => {
  const shop = await browser.context.newPage();
  await shop.goto(origin);
  const background = await browser.background();
  const readFrames = (worker: typeof background) =>
    worker.evaluate(async () => {
      const stored = await chrome.storage.session.get(null);
      return Object.entries(stored).filter(([key]) => key.startsWith('frame:'));
    });
  const known = { origin, card: 2, delivery: 4 };
  await expect.poll(() => readFrames(background)).toMatchObject([[expect.any(String), known]]);
  const before = await readFrames(background);
  await browser.stopServiceWorker();
  const popup = await browser.openPopup();
  expect(await sendRaw(popup, envelope('popup', 'getCurrentTab'))).toMatchObject({
    ok: { host: 'shop.localhost' },
  });
  expect(await readFrames(await browser.background())).toEqual(before);
  await popup.close();
  await shop.close();
});

test('a frame plans, writes and takes back what it is told, and only at the origin that was shown', async () => {
  const shop = await browser.context.newPage();
  await shop.goto(origin);
  const background = await browser.background();
  const tell = (type: string, input: unknown) =>
    background.evaluate(
      async ([name, given]) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.tabs.sendMessage(tab?.id ?? 0, { to: 'frame', type: name, input: given });
      },
      [type, input] as const,
    );
  await background.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const files = ['/page.js', '/lexicon.js', '/detect.js', '/purpose.js', '/fill.js'];
    await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? 0 }, files });
  });
  const described = await tell('describe_fields', { around: null });
  expect(described).toMatchObject({ place: [], named: expect.arrayContaining([NAMED.name, NAMED.card]) });
  const { named } = described as { named: { fieldKey: string; token: string; label: string }[] };
  const toSteps = (values: Record<string, string>) =>
    named.flatMap(({ fieldKey, token, label }) =>
      values[token] ? [{ fieldKey, token, label, values: [values[token]] }] : [],
    );
  const steps = toSteps({ name: 'Rowan Vale', 'postal-code': '97201' });
  const elsewhere = { origin: 'https://other.example', steps, overwrite: false };
  const kept = (await tell('apply_fill', elsewhere)) as { results: { filled: boolean }[] };
  expect(kept.results.some(({ filled }) => filled)).toBe(false);
  await tell('apply_fill', { origin, steps, overwrite: false });
  await expect(shop.getByLabel('Full name')).toHaveValue('Rowan Vale');
  await expect(shop.getByLabel('ZIP')).toHaveValue('97201');
  await expect(shop.getByLabel('Card number')).toHaveValue('');
  await tell('apply_fill', {
    ...{ origin, overwrite: true },
    steps: toSteps({ 'cc-number': '4000001234567899' }),
  });
  await expect(shop.getByLabel('Card number')).toHaveValue(/^4000 ?0012 ?3456 ?7899$/);
  await expect(shop.getByLabel('Full name')).toHaveValue('Rowan Vale');
  expect(await tell('read_checkout', {})).toMatchObject({
    clues: { sums: [{ rows: [{ text: expect.stringContaining('48.00'), seen: true }] }] },
  });
  await tell('undo_fill', {});
  await expect(shop.getByLabel('Full name')).toHaveValue('');
  await shop.close();
});
