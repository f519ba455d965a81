import { expect, type Page } from '@playwright/test';
import { addAuthenticator } from '#tests/fixtures/authenticator.ts';
import type { ExtensionBrowser } from '#tests/fixtures/extension.ts';
import { actInPopup, orderAtClassic, readMemberFacts } from '#tests/fixtures/member-checkout.ts';
import { signInElsewhere } from '#tests/fixtures/second-device.ts';
import { SHOPPER } from '#tests/fixtures/shopper.ts';
import { test } from '#tests/fixtures/world-test.ts';

const PASSPHRASE = 'heron quilt lantern orbit maple';

test.use({ world: 'restore', shopperOptions: { passphrase: PASSPHRASE } });

async function openPlace(browser: ExtensionBrowser, ...path: string[]): Promise<Page> {
  const popup = await browser.openPopup();
  for (const name of path) await popup.getByRole('button', { name }).click();
  return popup;
}

test('on a second device nothing is asked for again, and a purchase goes on there to its end', async ({
  shopper,
  stack,
}) => {
  const { uniqueAddress, paymentReference } = await readMemberFacts(shopper);
  await stack.bank.receivePayment({ paymentReference, amountMinor: '100000', currency: 'USD' });
  const { orderNumber } = await orderAtClassic(shopper, stack, uniqueAddress);
  const second = await signInElsewhere(stack, shopper, { prf: false });
  const page = second.onboarding;
  await page.getByLabel('Pass phrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock with pass phrase' }).click();
  await expect(page.getByRole('heading', { name: 'Where Wayveil may look' })).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'All set' })).toBeVisible();

  const window = await second.waitForConfirmWindow(() => openPlace(second, 'Look and decide'));
  const exported = await shopper.authenticator.exportCredentials();
  const credentials = exported.map(each => ({ ...each, signCount: each.signCount + 20_000 }));
  await addAuthenticator(window, { prf: false, credentials });
  await window.getByRole('button', { name: /^Confirm / }).click();
  await expect(window.getByRole('heading', { name: /^Confirmed/ })).toBeVisible();

  const { desk } = stack.shops.classic;
  await expect.poll(() => desk.find(orderNumber)?.state).toBe('ready_to_ship');
  await desk.ship(orderNumber, { carrier: 'UPS', trackingNumber: '1Z999AA10123456784' });
  await stack.carrier.deliver({ waybill: '1Z999AA10123456784', orderNumber });
  const received = await openPlace(second, 'Purchases', 'Kestrel Audio');
  await actInPopup(received, 'I have my parcel');
  await expect(received.getByText('is paid from the money set aside')).toBeVisible();
  const data = await openPlace(second, 'More', 'Your data');
  await expect(data.getByLabel('Street and number')).toHaveValue(SHOPPER.line1);
  const first = await openPlace(shopper.browser, 'Purchases', 'Kestrel Audio');
  await expect(first.getByText('is paid from the money set aside')).toBeVisible();
  await second.close();
});
