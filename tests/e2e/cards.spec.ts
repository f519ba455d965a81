import { expect, type Page } from '@playwright/test';
import { issueCard, openCheckout, openPopupWithCard } from '#tests/fixtures/buying.ts';
import type { ExtensionBrowser } from '#tests/fixtures/extension.ts';
import { lookFromPopup } from '#tests/fixtures/member-checkout.ts';
import { signInElsewhere } from '#tests/fixtures/second-device.ts';
import { VISITS } from '#tests/fixtures/shop-visits.ts';
import { test } from '#tests/fixtures/world-test.ts';

const PASSPHRASE = 'heron quilt lantern orbit maple';

test.use({ world: 'cards', shopperOptions: { passphrase: PASSPHRASE } });

async function openCards({ openPopup }: Pick<ExtensionBrowser, 'openPopup'>): Promise<Page> {
  const popup = await openPopup();
  await popup.getByRole('navigation').getByRole('button', { name: 'Cards' }).click();
  return popup;
}

async function remove(popup: Page, label: string): Promise<void> {
  await popup.getByRole('region', { name: label }).getByRole('button', { name: 'Remove card' }).click();
  await popup.getByRole('dialog').getByRole('button', { name: 'Remove card' }).click();
}

test('a card that its owner removes is gone on every device, and comes back from none', async ({
  shopper,
  stack,
}) => {
  await issueCard(shopper, 'Germany');
  const second = await signInElsewhere(stack, shopper, { prf: false });
  await second.onboarding.getByLabel('Pass phrase').fill(PASSPHRASE);
  await second.onboarding.getByRole('button', { name: 'Unlock with pass phrase' }).click();
  await expect(second.onboarding.getByRole('heading', { name: 'Where Wayveil may look' })).toBeVisible();
  const before = await openCards(second);
  await expect(before.getByRole('region', { name: 'Germany' })).toBeVisible();
  await before.close();

  const popup = await openCards(shopper);
  await remove(popup, 'Germany');
  await expect(popup.getByRole('region', { name: 'Germany' })).toHaveCount(0);
  await expect(popup.getByRole('region', { name: 'United States' })).toBeVisible();
  await popup.close();
  const after = await openCards(second);
  await expect(after.getByRole('region', { name: 'Germany' })).toHaveCount(0);
  await after.getByRole('button', { name: 'Issue a card' }).click();
  await after.getByLabel('Parcels go to a hub in').selectOption({ index: 1 });
  await after.getByRole('dialog').getByRole('button', { name: 'Issue a card' }).click();
  await expect(after.getByRole('region')).toHaveCount(2);
  await second.close();
  const again = await openCards(shopper);
  await expect(again.getByRole('region')).toHaveCount(2);
  await expect(again.getByRole('region', { name: 'Germany' })).toHaveCount(0);
  await again.close();
});

test('who changed their mind about another card leaves the form by its button', async ({ shopper }) => {
  const popup = await openCards(shopper);
  await popup.getByRole('button', { name: 'Issue a card' }).click();
  const dialog = popup.getByRole('dialog');
  await expect(dialog.getByLabel('Currency')).toBeVisible();
  await dialog.getByRole('button', { name: 'Back' }).click();
  await expect(dialog).toBeHidden();
  await popup.close();
});

test('the card of an open purchase stays until that is over', async ({ shopper, stack }) => {
  const visit = VISITS.classic;
  const shop = await openCheckout(stack, shopper, visit);
  const paying = await openPopupWithCard(shopper, shop, visit.country);
  const window = await shopper.browser.waitForConfirmWindow(() =>
    paying.getByRole('button', { name: 'Go on to confirm' }).click(),
  );
  await window.close();
  const popup = await openCards(shopper);
  await remove(popup, visit.country);
  await expect(popup.getByRole('alert')).toContainText('An open purchase needs this card');
  await popup.close();
  const again = await lookFromPopup(shopper);
  await again.getByRole('button', { name: "This wasn't me" }).click();
  await again.getByRole('dialog').getByRole('button', { name: 'Decline the order' }).click();
  await expect(again.getByRole('heading', { name: 'Declined' })).toBeVisible();
  const free = await openCards(shopper);
  await remove(free, visit.country);
  await expect(free.getByRole('region', { name: visit.country })).toHaveCount(0);
});
