import { expect } from '@playwright/test';
import { signInElsewhere } from '#tests/fixtures/second-device.ts';
import { test } from '#tests/fixtures/world-test.ts';

/** A passkey that came to another device has no PRF here: the new keys are wrapped by this. */
const PASSPHRASE = 'heron quilt lantern orbit maple';

test.use({ world: 'restore-by-passkey' });

test('who never set a pass phrase is not asked for one, and makes new keys', async ({ shopper, stack }) => {
  const second = await signInElsewhere(stack, shopper, { prf: true });
  const page = second.onboarding;
  await expect(page.getByRole('heading', { name: 'Wayveil is still locked here' })).toBeVisible();
  await expect(page.getByText('not the one that signed in here')).toBeVisible();
  await expect(page.getByLabel('Pass phrase')).toHaveCount(0);
  await page.getByRole('button', { name: 'Unlock with another passkey' }).click();
  await expect(page.getByText('That passkey does not unlock Wayveil either')).toBeVisible();
  await page.getByText('Make new keys').first().click();
  await page.getByRole('button', { name: 'Make new keys' }).click();
  await page.getByLabel('Pass phrase').fill(PASSPHRASE);
  await page.getByLabel('The same once more').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Set pass phrase' }).click();
  await expect(page.getByRole('button', { name: 'Issue a card' })).toBeVisible();
  await second.close();
});

test('a passkey that comes without what opens the keys is told so', async ({ shopper }) => {
  const popup = await shopper.openPopup();
  await popup.getByRole('button', { name: 'Lock' }).click();
  await shopper.bringPasskey(popup);
  await popup.getByRole('button', { name: 'Unlock with passkey' }).click();
  await expect(popup.getByRole('alert')).toContainText('That passkey does not unlock Wayveil');
  await popup.close();
});
