import { expect, type Page, test } from '@playwright/test';
import { type Authenticator, addAuthenticator } from '#tests/fixtures/authenticator.ts';
import { type ExtensionBrowser, launchExtension } from '#tests/fixtures/extension.ts';
import { allowHost, listAllowedSites, pressAction, setSites } from '#tests/fixtures/site-access.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

/** The one host that the passkey needs. The browser's own question for it takes no command from here. */
const WALLET_HOST = 'wallet.localhost';
const WALLET_SITES = [`http://${WALLET_HOST}/*`, `https://${WALLET_HOST}/*`];

let stack: Stack;
let browser: ExtensionBrowser;
let page: Page;
let authenticator: Authenticator;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  stack = await startStack();
  browser = await launchExtension(stack.server.origin);
  page = browser.onboarding;
  authenticator = await addAuthenticator(page);
});

test.afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

/** Takes all sites back and shows `path` anew. */
async function withhold(path: string): Promise<void> {
  await setSites(browser, 'ON_CLICK');
  expect(await listAllowedSites(browser)).toEqual([]);
  await page.goto(browser.url(path));
}

/** Presses the button of a ceremony: the screen told that the browser would ask, and goes on once it is allowed. */
async function pressAndAllow(window: Page, button: string | RegExp): Promise<void> {
  await expect(window.getByText(`Your passkey belongs to ${WALLET_HOST}`)).toBeVisible();
  await window.getByRole('button', { name: button }).click();
  await allowHost(browser, WALLET_HOST, window);
}

async function goToCheckout(): Promise<Page> {
  const shop = await browser.context.newPage();
  await shop.goto(stack.shops.classic.origin);
  await shop.getByRole('button', { name: 'Add to basket' }).first().click();
  await shop.getByRole('link', { name: 'Checkout' }).click();
  return shop;
}

test('with all sites withheld a person joins, and only the wallet server is allowed', async () => {
  await withhold('/onboarding.html');
  await pressAndAllow(page, 'Create my passkey');
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('button', { name: 'Issue a card' }).click();
  await expect(page.getByRole('radio', { name: 'Only when I call it' })).toBeChecked();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'All set' })).toBeVisible();
  expect(await listAllowedSites(browser)).toEqual(WALLET_SITES);
});

test('a host that is withheld again is asked for again, and the passkey unlocks', async () => {
  await page.goto(browser.url('/popup.html'));
  await page.getByRole('button', { name: 'Lock' }).click();
  await withhold('/popup.html');
  await pressAndAllow(page, 'Unlock with passkey');
  await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible();
});

test('a host that is allowed is not asked for', async () => {
  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByText('Your passkey belongs to')).toHaveCount(0);
  await page.getByRole('button', { name: 'Unlock with passkey' }).click();
  await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible();
});

test('with all sites withheld a person who signed out signs in again', async () => {
  await page.goto(browser.url('/popup.html'));
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await withhold('/onboarding.html');
  await pressAndAllow(page, 'I already have Wayveil');
  await expect(page.getByRole('button', { name: 'Create my passkey' })).toHaveCount(0);
  await page.goto(browser.url('/popup.html'));
  await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible();
});

test('without access to sites a page is filled only after the button was pressed there', async () => {
  await withhold('/popup.html');
  const shop = await goToCheckout();
  const popup = await browser.openPopup();
  await expect(popup.getByText('lets Wayveil into this page when you press')).toBeVisible();
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(popup.getByText('The browser does not let Wayveil into this page')).toBeVisible();
  await popup.close();
  await shop.bringToFront();
  await pressAction(browser, shop);
  const lent = await browser.openPopup();
  await lent.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(lent.getByText(/fields? filled/)).toBeVisible();
  await expect(shop.locator('[name=ship_zip]')).toHaveValue('97209');
  await lent.close();
});

test('with all sites withheld a purchase is confirmed and its number filled where the button was pressed', async () => {
  const shop = await goToCheckout();
  await shop.bringToFront();
  await pressAction(browser, shop);
  const popup = await browser.openPopup();
  const window = await browser.waitForConfirmWindow(() =>
    popup.getByRole('button', { name: 'Go on to confirm' }).click(),
  );
  const credentials = await authenticator.exportCredentials();
  await addAuthenticator(window, {
    credentials: credentials.map(each => ({ ...each, signCount: each.signCount + 100 })),
  });
  await pressAndAllow(window, /^Confirm \$/);
  await expect(window.getByText('The one-time number is filled in')).toBeVisible();
  await expect(shop.locator('[name=cc_number]')).toHaveValue(/\d{4}/);
  expect(await listAllowedSites(browser)).toEqual(WALLET_SITES);
});
