import { expect, type Page } from '@playwright/test';
import type { Shopper } from '#tests/fixtures/shopper.ts';
import type { Stack } from '#tests/fixtures/stack.ts';
import { test } from '#tests/fixtures/world-test.ts';
import { startMailProvider } from '#tests/world/mailbox.ts';

declare const chrome: {
  action: { getBadgeText(of: object): Promise<string> };
  alarms: {
    get(name: string): Promise<{ scheduledTime: number } | undefined>;
    create(name: string, when: { when: number }): Promise<void>;
  };
  commands: { onCommand: { dispatch(command: string, tab: { id: number | undefined }): void } };
  notifications: { getAll(): Promise<Record<string, boolean>> };
  storage: { session: { get(key: null): Promise<Record<string, unknown>> } };
  tabs: { query(query: object): Promise<{ id?: number }[]> };
};

test.use({ world: 'daily-use' });

async function goToCheckout(shopper: Shopper, stack: Stack): Promise<Page> {
  const page = await shopper.browser.context.newPage();
  await page.goto(stack.shops.classic.origin);
  await page
    .locator('li')
    .filter({ hasText: 'RCA cable' })
    .getByRole('button', { name: 'Add to basket' })
    .click();
  await page.getByRole('link', { name: 'Checkout' }).click();
  return page;
}

async function readUniqueAddress(shopper: Shopper): Promise<string> {
  const popup = await shopper.openPopup();
  await popup.getByRole('navigation').getByRole('button', { name: 'More' }).click();
  const address = await popup.locator('dd', { hasText: '@' }).textContent();
  await popup.close();
  return address?.trim() ?? '';
}

/** Makes an alarm ring now. */
async function ringAlarm(shopper: Shopper, name: string): Promise<void> {
  const background = await shopper.browser.background();
  await background.evaluate(alarm => chrome.alarms.create(alarm, { when: Date.now() }), name);
}

test('the wallet locks, and the passkey that made its keys opens it again', async ({ shopper }) => {
  // The PRF secret stays in its authenticator, so that the popup opens in the tab that has it.
  const page = shopper.browser.onboarding;
  await page.goto(shopper.browser.url('/popup.html'));
  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByRole('heading', { name: 'Wayveil is locked' })).toBeVisible();
  await page.getByRole('button', { name: 'Unlock with passkey' }).click();
  await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible();
});

test('the auto-lock alarm, made to ring, locks the wallet', async ({ shopper }) => {
  const page = shopper.browser.onboarding;
  await ringAlarm(shopper, 'auto-lock');
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Wayveil is locked' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole('button', { name: 'Unlock with passkey' }).click();
  await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible();
});

test('a session is renewed when its access token has ended', async ({ shopper, stack }) => {
  await stack.advance(11 * 60_000);
  const popup = await shopper.openPopup();
  await popup.getByRole('navigation').getByRole('button', { name: 'More' }).click();
  await popup.getByRole('button', { name: 'Account' }).click();
  await expect(popup.locator('.payment-reference')).toHaveText(/\S/);
  await expect(popup.getByText('GB33 BUKB 2020 1555 5555 55')).toBeVisible();
  await popup.close();
});

test('a session that ended under an open wallet asks for the passkey, and the popup goes on', async ({
  shopper,
  stack,
}) => {
  const page = shopper.browser.onboarding;
  await page.bringToFront();
  await page.goto(shopper.browser.url('/popup.html'));
  await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible();
  await stack.server.services.directory`delete from sessions`;
  // The popup asks the server as it opens, and may do so once more while something is pressed.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your session ended' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in with passkey' }).press('Enter');
  await page.getByRole('navigation').getByRole('button', { name: 'Cards' }).click();
  await expect(page.getByRole('button', { name: 'Issue a card' })).toBeVisible();
});

test('S29: a purchase that waits for its owner shows on the badge and in a notification', async ({
  shopper,
  stack,
}) => {
  const uniqueAddress = await readUniqueAddress(shopper);
  const shop = await goToCheckout(shopper, stack);
  const popup = await shopper.openPopup(shop);
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(popup.getByText(/fields? filled/)).toBeVisible();
  await popup.close();
  const account = await shopper.openPopup();
  await account.getByRole('button', { name: 'More' }).click();
  await account.getByRole('button', { name: 'Account' }).click();
  const paymentReference = (await account.locator('.payment-reference').textContent()) ?? '';
  await account.close();
  await stack.bank.receivePayment({ paymentReference, amountMinor: '100000', currency: 'USD' });
  await shop.bringToFront();
  await shop.getByRole('radio', { name: 'Wayveil' }).check();
  await shop.getByLabel('Your Wayveil e-mail address').fill(uniqueAddress);
  await shop.getByLabel('I agree').check();
  await shop.getByRole('button', { name: 'Place order' }).click();
  await expect(shop.getByRole('heading', { name: 'Almost there' })).toBeVisible();
  await shop.close();
  await ringAlarm(shopper, 'poll');
  const background = await shopper.browser.background();
  await expect.poll(() => background.evaluate(() => chrome.action.getBadgeText({}))).toBe('1');
  const notified = await background.evaluate(() => chrome.notifications.getAll());
  expect(Object.keys(notified)).toHaveLength(1);
});

test('the command behind the shortcut, given to the background, fills the page with the first card', async ({
  shopper,
  stack,
}) => {
  const shop = await goToCheckout(shopper, stack);
  await shop.bringToFront();
  const background = await shopper.browser.background();
  // The content script comes when the page is idle: until it reported, there is nothing to fill.
  const isReported = () =>
    background.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const stored = await chrome.storage.session.get(null);
      return Object.keys(stored).some(key => key.startsWith(`frame:${tab?.id}.`));
    });
  await expect.poll(isReported).toBe(true);
  await background.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch('fill-here', { id: tab?.id });
  });
  await expect(shop.locator('[name=ship_zip]')).toHaveValue('97209');
  await shop.close();
});

test('a mail that a shop sends to the unique address is read in the popup', async ({ shopper, stack }) => {
  const to = await readUniqueAddress(shopper);
  const provider = await startMailProvider({ domain: 'kestrel.example', dns: stack.dns });
  const mx = { host: '127.0.0.1', port: stack.server.smtpPort ?? 0 };
  const mail = { from: 'orders@kestrel.example', to, subject: 'Your cable', text: 'It leaves tomorrow.' };
  await provider.send(mail, mx);
  await provider.close();
  const popup = await shopper.openPopup();
  await expect(async () => {
    await popup.getByRole('navigation').getByRole('button', { name: 'More' }).click();
    await popup.getByRole('button', { name: 'Mails from shops' }).click();
    await popup.getByText('Your cable').click({ timeout: 500 });
  }).toPass();
  await expect(popup.getByText('It leaves tomorrow.')).toBeVisible();
  await popup.close();
});
