import { expect, type Page, test } from '@playwright/test';
import { type Authenticator, addAuthenticator } from '#tests/fixtures/authenticator.ts';
import { type ExtensionBrowser, launchExtension } from '#tests/fixtures/extension.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

const PASSPHRASE = 'heron quilt lantern orbit maple';

let stack: Stack;
let first: ExtensionBrowser;
let second: ExtensionBrowser;
let authenticator: Authenticator;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  stack = await startStack();
  first = await launchExtension(stack.server.origin);
});

test.afterAll(async () => {
  await second?.close();
  await first?.close();
  await stack?.close();
});

/** The first card's facts as the popup shows them. */
async function readCard({ openPopup }: ExtensionBrowser): Promise<string[]> {
  const popup = await openPopup();
  await popup.getByRole('navigation').getByRole('button', { name: 'Cards' }).click();
  await expect(popup.getByRole('region', { name: 'United States' })).toHaveCount(1);
  await popup.getByRole('button', { name: 'Show card number' }).click();
  const number = popup.getByRole('definition').filter({ hasText: /^\d{4} ?\d{4}/ });
  await expect(number).toBeVisible();
  const facts = await popup.getByRole('definition').allInnerTexts();
  await popup.close();
  return facts;
}

async function openDevices({ openPopup }: ExtensionBrowser): Promise<Page> {
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'More', exact: true }).click();
  await popup.getByRole('button', { name: /^Settings/ }).click();
  return popup;
}

test('where the passkey has no PRF a pass phrase, written twice, wraps the keys', async () => {
  const page = first.onboarding;
  authenticator = await addAuthenticator(page, { prf: false });
  await page.getByRole('button', { name: 'Create my passkey' }).click();
  await expect(page.getByRole('heading', { name: 'Choose a pass phrase' })).toBeVisible();
  await page.getByLabel('Pass phrase').fill(PASSPHRASE);
  await page.getByLabel('The same once more').fill('something else entirely');
  await page.getByRole('button', { name: 'Set pass phrase' }).click();
  await expect(page.getByText('The two are not the same.')).toBeVisible();
  await page.getByLabel('The same once more').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Set pass phrase' }).click();
  await page.getByRole('button', { name: 'Later' }).click();
  const hub = page.getByLabel('Parcels go to a hub in');
  const option = hub.locator('option', { hasText: 'United States' });
  await hub.selectOption((await option.getAttribute('value')) ?? '');
  await page.getByRole('button', { name: 'Issue a card' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'All set' })).toBeVisible();
});

test('a wrong pass phrase is refused and says so; the right one unlocks', async () => {
  const popup = await first.openPopup();
  await popup.getByRole('button', { name: 'Lock' }).click();
  await expect(popup.getByRole('heading', { name: 'Wayveil is locked' })).toBeVisible();
  await popup.getByLabel('Pass phrase').fill(`${PASSPHRASE}s`);
  await popup.getByRole('button', { name: 'Unlock with pass phrase' }).click();
  await expect(popup.getByText('The pass phrase is wrong')).toBeVisible();
  await expect(popup.getByRole('heading', { name: 'Wayveil is locked' })).toBeVisible();
  await popup.getByLabel('Pass phrase').fill(PASSPHRASE);
  await popup.getByRole('button', { name: 'Unlock with pass phrase' }).click();
  await expect(popup.getByRole('button', { name: 'Lock' })).toBeVisible();
  await popup.close();
});

test('a second device signs in by the same passkey and opens the same card with the pass phrase', async () => {
  const credentials = await authenticator.exportCredentials();
  second = await launchExtension(stack.server.origin);
  const page = second.onboarding;
  await addAuthenticator(page, { prf: false, credentials });
  await page.getByRole('button', { name: 'I already have Wayveil' }).click();
  await expect(page.getByRole('heading', { name: 'Wayveil is still locked here' })).toBeVisible();
  await page.getByLabel('Pass phrase').fill('not the phrase at all');
  await page.getByRole('button', { name: 'Unlock with pass phrase' }).click();
  await expect(page.getByText('The pass phrase is wrong')).toBeVisible();
  await page.getByLabel('Pass phrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock with pass phrase' }).click();
  await expect(page.getByRole('heading', { name: 'Wayveil is still locked here' })).toHaveCount(0);
  expect(await readCard(second)).toEqual(await readCard(first));
});

test('a device lists both and removes the other, whose session ends', async () => {
  const popup = await openDevices(first);
  const devices = popup.getByRole('listitem').filter({ hasText: 'Chrome, Linux' });
  await expect(devices).toHaveCount(2);
  await popup.getByRole('button', { name: 'Remove' }).click();
  await expect(devices).toHaveCount(1);
  await expect(devices).toContainText('This device');
  await popup.close();
  const removed = await second.openPopup();
  await expect(removed.getByRole('heading', { name: 'Your session ended' })).toBeVisible();
  await expect(removed.getByRole('button', { name: 'Sign in with passkey' })).toBeVisible();
  await expect(removed.getByRole('listitem').filter({ hasText: 'Chrome, Linux' })).toHaveCount(0);
});
