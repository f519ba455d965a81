import { expect, type Page } from '@playwright/test';
import { type Authenticator, addAuthenticator } from '#tests/fixtures/authenticator.ts';
import { readKeepingCode } from '#tests/fixtures/keeping-code.ts';
import type { Shopper } from '#tests/fixtures/shopper.ts';
import type { Stack } from '#tests/fixtures/stack.ts';
import { test } from '#tests/fixtures/world-test.ts';

test.use({ world: 'passkeys' });

test.describe.configure({ mode: 'serial' });

const HOUR = 3_600_000;

/** The popup's page in the tab that has the passkey which the shopper joined with: PRF secrets leave no tab. */
async function openPasskeys({ browser }: Shopper): Promise<Page> {
  const page = browser.onboarding;
  await page.goto(browser.url('/popup.html#passkeys'));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Passkeys' })).toBeVisible();
  return page;
}

/** Of whoever joined last: shops have owners, too. */
async function readPasskeys({ server: { services } }: Stack): Promise<string[]> {
  const rows = await services.directory<{ id: string }[]>`
    select credential_id as id from passkeys
    where person_id = (select id from people order by joined_at_ms desc, id desc limit 1) order by added_at_ms`;
  return rows.map(({ id }) => id);
}

const countSignings = async ({ server: { services } }: Stack) =>
  (await services.directory`select 1 from passkey_signings`).count;

const listLines = (popup: Page) =>
  popup.getByRole('main').getByRole('listitem').filter({ hasText: 'Last used' });

let popup: Page;
let younger: Authenticator;

test('the settings open the passkeys in a window of their own, which stays while a passkey is asked for', async ({
  shopper,
}) => {
  const { browser } = shopper;
  const opened = await shopper.openPopup();
  await opened.getByRole('button', { name: 'More', exact: true }).click();
  await opened.getByRole('button', { name: /^Settings/ }).click();
  const [own] = await Promise.all([
    browser.context.waitForEvent('page'),
    opened.getByRole('button', { name: 'Look at my passkeys' }).click(),
  ]);
  await expect(own.getByRole('heading', { name: 'Passkeys' })).toBeVisible();
  await own.close();
});

test('the only passkey cannot be removed, and the popup says why', async ({ shopper }) => {
  popup = await openPasskeys(shopper);
  await expect(listLines(popup)).toHaveCount(1);
  const remove = popup.getByRole('button', { name: 'Remove', exact: true });
  await expect(remove).toHaveAttribute('aria-disabled', 'true');
  await expect(remove).toHaveAccessibleDescription(/your only one/);
});

test('a second passkey is made on another authenticator, and counts once the first one confirms it', async ({
  shopper,
  stack,
}) => {
  await popup.getByRole('button', { name: 'Add a passkey' }).click();
  await popup.getByRole('button', { name: 'Make a passkey' }).click();
  await expect(popup.getByText('There is a passkey of yours in that place already')).toBeVisible();
  await shopper.authenticator.setPresent(false);
  younger = await addAuthenticator(popup, { transport: 'usb' });
  await popup.getByRole('button', { name: 'Make a passkey' }).click();
  await expect(popup.getByText('It counts once a passkey that you have confirms it')).toBeVisible();
  expect(await readPasskeys(stack)).toHaveLength(1);
  await younger.setPresent(false);
  await shopper.authenticator.setPresent(true);
  await popup.getByRole('button', { name: 'Confirm by passkey' }).click();
  await expect(popup.getByText('The new passkey is added')).toBeVisible();
  await expect(popup.getByText('unlocks Wayveil')).toBeVisible();
  await expect(listLines(popup)).toHaveCount(2);
  await expect(listLines(popup).nth(1)).toContainText('On a security key');
  expect(await readPasskeys(stack)).toHaveLength(2);
  expect(await countSignings(stack)).toBe(1);
});

test('removed by the younger one, the older one signs nothing, and the popup goes on by the younger one', async ({
  shopper,
  stack,
}) => {
  const [older] = await readPasskeys(stack);
  await shopper.authenticator.setPresent(false);
  await younger.setPresent(true);
  await listLines(popup).first().getByRole('button', { name: 'Remove', exact: true }).click();
  const dialog = popup.getByRole('dialog');
  await expect(dialog.getByText(/it can be taken back, by a passkey and the code/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove by passkey' }).click();
  await expect(popup.getByText('The passkey signs nothing any more')).toBeVisible();
  await expect(popup.getByText('Being removed')).toBeVisible();
  expect(await readPasskeys(stack)).not.toContain(older);
  await popup.getByRole('button', { name: 'Lock', exact: true }).click();
  await popup.getByRole('button', { name: 'Unlock with passkey' }).click();
  await expect(popup.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
});

test('whoever holds the older one is told so when they sign in, and keeps it by the code of the letter', async ({
  shopper,
  stack,
}) => {
  await stack.advance(13 * HOUR);
  await younger.setPresent(false);
  await shopper.authenticator.setPresent(true);
  await popup.getByRole('button', { name: 'Purchases' }).click();
  await expect(popup.getByRole('heading', { name: 'Your session ended' })).toBeVisible();
  await popup.getByRole('button', { name: 'Sign in with passkey' }).click();
  await expect(popup.getByText('This passkey is being removed')).toBeVisible();
  const keep = popup.getByRole('button', { name: 'Keep this passkey' });
  await keep.click();
  await expect(popup.getByText('The code is wrong')).toBeVisible();
  expect(await readPasskeys(stack)).toHaveLength(1);
  await popup.getByRole('textbox', { name: 'Code from our mail' }).fill(await readKeepingCode(stack.server));
  await keep.click();
  await expect(popup.getByText('This passkey is being removed')).toHaveCount(0);
  expect(await readPasskeys(stack)).toHaveLength(2);
  await popup.getByRole('button', { name: 'Sign in with passkey' }).click();
  await expect(popup.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
});

test('removed by the older one, the younger one signs nothing and is not kept without the code, by keyboard alone', async ({
  shopper,
  stack,
}) => {
  popup = await openPasskeys(shopper);
  const [older] = await readPasskeys(stack);
  await listLines(popup).nth(1).getByRole('button', { name: 'Remove', exact: true }).focus();
  await popup.keyboard.press('Enter');
  await expect(popup.getByText(/it can be taken back, by a passkey and the code/)).toBeVisible();
  await popup.getByRole('button', { name: 'Remove by passkey' }).focus();
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('The passkey signs nothing any more')).toBeVisible();
  expect(await readPasskeys(stack)).toEqual([older]);
  await popup.getByRole('button', { name: 'Keep this passkey' }).focus();
  await popup.keyboard.press('Enter');
  const dialog = popup.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Keep this passkey' }).focus();
  await popup.keyboard.press('Enter');
  await expect(dialog.getByText('The code is wrong')).toBeVisible();
  expect(await readPasskeys(stack)).toEqual([older]);
  await dialog.getByRole('textbox', { name: 'Code from our mail' }).fill(await readKeepingCode(stack.server));
  await popup.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Keep this passkey' }).focus();
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('The passkey stays')).toBeVisible();
  expect(await readPasskeys(stack)).toHaveLength(2);
  expect(await countSignings(stack)).toBe(5);
});
