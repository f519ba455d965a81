import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { type FirefoxExtension, launchFirefoxExtension } from '#tests/fixtures/firefox.ts';
import { press, waitForText } from '#tests/fixtures/firefox-page.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

declare const browser: {
  permissions: {
    getAll(): Promise<{ origins: string[] }>;
    remove(permissions: { origins: string[] }): Promise<boolean>;
  };
};

let stack: Stack;
let firefox: FirefoxExtension;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  stack = await startStack();
  firefox = await launchFirefoxExtension(stack.server.origin);
  page = await firefox.waitForPage(firefox.url('/onboarding.html'));
  await page.bringToFront();
});

test.afterAll(async () => {
  await firefox?.close();
  await stack?.close();
});

const listAllowedSites = () => page.evaluate(async () => (await browser.permissions.getAll()).origins);

/** Takes back every site, as a person may in Firefox at any time, and shows `path` anew. */
async function withhold(path: string): Promise<void> {
  await page.evaluate(async () => {
    const { origins } = await browser.permissions.getAll();
    await browser.permissions.remove({ origins });
  });
  expect(await listAllowedSites()).toEqual([]);
  page = await firefox.openOwnPage(path);
}

test('in Firefox without any site a no to its question refuses, and a yes joins', async () => {
  await withhold('/onboarding.html');
  await waitForText(page, 'Your passkey belongs to wallet.localhost');
  await press(page, 'Create my passkey');
  await firefox.answerQuestion('no');
  await waitForText(page, 'keeps Wayveil from its wallet server');
  await press(page, 'Create my passkey');
  await firefox.answerQuestion('yes');
  await press(page, 'Later');
  await press(page, 'Issue a card');
  await press(page, 'Go on');
  await waitForText(page, 'All set');
  expect(await listAllowedSites()).toHaveLength(2);
});

test('in Firefox the host that was taken back is asked for again, and the passkey unlocks', async () => {
  page = await firefox.openOwnPage('/popup.html');
  await press(page, 'Lock');
  await waitForText(page, 'Wayveil is locked');
  await withhold('/popup.html');
  await press(page, 'Unlock with passkey');
  await firefox.answerQuestion('yes');
  await press(page, 'Purchases');
});
