import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { press, pressInDialog, typeInto, waitForText } from '#tests/fixtures/firefox-page.ts';
import { type FirefoxShopper, joinInFirefox } from '#tests/fixtures/firefox-shopper.ts';
import { readKeepingCode } from '#tests/fixtures/keeping-code.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

let stack: Stack;
let shopper: FirefoxShopper;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  stack = await startStack();
  shopper = await joinInFirefox(stack);
  page = await shopper.firefox.openOwnPage('/popup.html#passkeys');
});

test.afterAll(async () => {
  await shopper?.firefox.close();
  await stack?.close();
});

/** Of whoever joined last, oldest first: shops have owners, too. */
async function readPasskeys(): Promise<string[]> {
  const rows = await stack.server.services.directory<{ id: string }[]>`
    select credential_id as id from passkeys
    where person_id = (select id from people order by joined_at_ms desc, id desc limit 1) order by added_at_ms`;
  return rows.map(({ id }) => id);
}

test('in Firefox the only passkey cannot be removed, and one authenticator makes no second', async () => {
  await waitForText(page, 'It is your only one');
  await press(page, 'Add a passkey');
  await press(page, 'Make a passkey');
  await waitForText(page, 'There is a passkey of yours in that place already');
});

test('in Firefox a second passkey is made on a security key, and counts once the first one confirms it', async () => {
  await shopper.firefox.takeUpAuthenticator('usb');
  await press(page, 'Make a passkey');
  await waitForText(page, 'It counts once a passkey that you have confirms it');
  expect(await readPasskeys()).toHaveLength(1);
  await shopper.firefox.takeUpAuthenticator('internal');
  await press(page, 'Confirm by passkey');
  await waitForText(page, 'The new passkey is added');
  await waitForText(page, 'On a security key');
  expect(await readPasskeys()).toHaveLength(2);
});

test('in Firefox the older one is removed by the younger one, and kept by the code of the letter', async () => {
  const [older, younger] = await readPasskeys();
  await shopper.firefox.takeUpAuthenticator('usb');
  await press(page, 'Remove');
  await waitForText(page, 'Your browser asks for another passkey of yours');
  await pressInDialog(page, 'Remove by passkey');
  await waitForText(page, 'The passkey signs nothing any more');
  expect(await readPasskeys()).toEqual([younger]);
  await press(page, 'Keep this passkey');
  await typeInto(page, 'Code from our mail', await readKeepingCode(stack.server));
  await pressInDialog(page, 'Keep this passkey');
  await waitForText(page, 'The passkey stays');
  expect(await readPasskeys()).toEqual([older, younger]);
});
