import { expect, type Page } from '@playwright/test';
import { createClient } from '#shared/api/client.ts';
import { type Authenticator, addAuthenticator } from '#tests/fixtures/authenticator.ts';
import { test } from '#tests/fixtures/browser-test.ts';
import { type Device, expectOk, joinFrom, makeDevice } from '#tests/fixtures/device.ts';
import { findViolations } from '#tests/fixtures/find-violations.ts';
import { hashShown } from '#tests/fixtures/hash-shown.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

let stack: Stack;
let page: Page;
let authenticator: Authenticator;
let second: Authenticator;
let buyer: Device;
let buyerAddress: string;
let apiKey: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  stack = await startStack();
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, locale: 'en-US' });
  page = await context.newPage();
  authenticator = await addAuthenticator(page);
  buyer = await makeDevice({ origin: stack.server.origin, fetch: stack.fetch });
  buyerAddress = (await joinFrom(buyer)).uniqueAddress;
  const { paymentReference } = expectOk(await buyer.client.call('getAccount', {}));
  await stack.bank.receivePayment({ paymentReference, amountMinor: '100000', currency: 'USD' });
});

test.afterAll(async () => {
  await stack?.close();
});

/** The shop's own server places an order by its key. */
async function placeOrder(orderNumber: string): Promise<void> {
  const client = createClient({
    origin: stack.server.origin,
    fetch: stack.fetch,
    authorize: async () => ({ authorization: `Bearer ${apiKey}` }),
  });
  const body = {
    buyer: buyerAddress,
    orderNumber,
    amountMinor: '12900',
    currency: 'USD',
    description: 'Lamp',
  };
  expectOk(await client.call('placeOrder', { body: { ...body, currency: 'USD' } }));
}

async function confirmAsBuyer(orderNumber: string): Promise<string> {
  const { purchases } = expectOk(await buyer.client.call('listPurchases', {}));
  const purchase = purchases.find(each => each.orderNumber === orderNumber);
  if (!purchase) throw new Error('the order was placed');
  const params = { purchaseId: purchase.id };
  const consentHash = hashShown(purchase);
  const credential = buyer.passkey.assert({ challenge: consentHash });
  const body = { method: 'passkey' as const, consentHash, credential };
  expectOk(await buyer.client.call('confirmPurchase', { params, body }));
  return purchase.id;
}

test('S26: a person joins by passkey, reads the terms, signs them, and gets key and secret once', async () => {
  await page.goto(`${stack.server.origin}/console/`);
  await page.getByRole('button', { name: 'Join with a new passkey' }).click();
  await page.getByLabel('Name of the shop').fill('Lantern House');
  await page.getByLabel('Host of the shop').fill('lantern-house.localhost');
  await page.getByRole('button', { name: 'Sign the terms with passkey' }).click();
  await expect(page.getByText('Shown this once')).toBeVisible();
  apiKey = (await page.locator('code').first().textContent()) ?? '';
  expect(apiKey).toMatch(/^wvk_/);
  await expect(page.locator('code').nth(1)).toHaveText(/^whsec_/);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByRole('heading', { name: 'Orders' })).toBeVisible();
  await expect(page.getByText(apiKey)).toHaveCount(0);
});

test('S36, S39: the seller sees a new order come in, with its state and how it is funded', async () => {
  await placeOrder('LH-1001');
  const row = page.getByRole('row', { name: /LH-1001/ });
  await expect(row).toContainText('Order received');
  await expect(row).toContainText('Not set aside yet');
  await expect(row).toContainText('$129.00');
  await row.getByRole('link').click();
  await expect(page.getByText('Do not ship yet')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mark as shipped' })).toHaveCount(0);
});

test('S32, S36: once the buyer is confirmed the page says so by itself, and the seller ships', async () => {
  const purchaseId = await confirmAsBuyer('LH-1001');
  await page.getByLabel('Carrier').fill('Swift Parcel');
  await page.getByLabel('Tracking number').fill('SW40028100');
  await page.getByRole('button', { name: 'Mark as shipped' }).click();
  await expect(page.getByText('The carrier delivers the parcel')).toBeVisible();
  expectOk(await buyer.client.call('confirmReceipt', { params: { purchaseId }, body: {} }));
  await expect(page.getByText('the amount is payable to you')).toBeVisible();
  await page.getByRole('link', { name: 'Account' }).click();
  await expect(page.getByRole('cell', { name: '$129.00' })).toBeVisible();
});

test('S36: a part of the money is given back, and both sides see it, with the fee', async () => {
  const { settings } = stack.server.services;
  settings.terms = { ...settings.terms, feeBasisPoints: 150 };
  await placeOrder('LH-1003');
  const purchaseId = await confirmAsBuyer('LH-1003');
  await page.getByRole('link', { name: 'Orders' }).click();
  await page.getByRole('link', { name: 'LH-1003' }).click();
  await page.getByRole('button', { name: 'Mark as shipped' }).press('Enter');
  await expect(page.getByLabel('Carrier')).toBeFocused();
  await page.keyboard.type('Swift Parcel');
  await page.keyboard.press('Tab');
  await page.keyboard.type('SW40028101');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The carrier delivers the parcel')).toBeFocused();
  await page.getByRole('button', { name: 'Refund the buyer' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Amount to give back')).toHaveValue('129.00');
  await dialog.getByLabel('Amount to give back').fill('200');
  await expect(dialog.getByText('Write an amount up to $129.00.')).toBeVisible();
  await dialog.getByLabel('Amount to give back').fill('40');
  await expect(dialog.getByText('$40.00 goes back to the buyer')).toBeVisible();
  await dialog.getByLabel('Amount to give back').press('Enter');
  await expect(page.getByText('Given back to the buyer')).toBeVisible();
  expectOk(await buyer.client.call('confirmReceipt', { params: { purchaseId }, body: {} }));
  await expect(page.getByText('the amount is payable to you')).toBeVisible();
  const facts = page.getByRole('definition');
  await expect(facts.filter({ hasText: '$40.00' })).toBeVisible();
  await expect(facts.filter({ hasText: '$1.33' })).toBeVisible();
  await expect(facts.filter({ hasText: '$87.67' })).toBeVisible();
  const { purchase } = expectOk(await buyer.client.call('getPurchase', { params: { purchaseId } }));
  expect(purchase).toMatchObject({ refundedMinor: '4000', paidMinor: '8900' });
  await page.getByRole('link', { name: 'Account' }).click();
  await expect(page.getByText('1.5% is kept as a fee')).toBeVisible();
  await expect(page.getByRole('cell', { name: '$216.67' })).toBeVisible();
  await page.getByRole('link', { name: 'Orders' }).click();
  await expect(page.getByRole('row', { name: /LH-1003/ })).toContainText('$40.00 given back');
});

/** Enters the account, and opens what is to be signed, by keyboard. */
async function enterAccount(iban: string): Promise<void> {
  await page.getByLabel('Name of the account').fill('Lantern House Ltd');
  await page.getByLabel('IBAN').fill(iban);
  await page.getByLabel('BIC').press('Enter');
}

async function countSignings(): Promise<number> {
  return (await stack.server.services.directory`select 1 from payout_signings`).count;
}

test('S34: the seller names the account that payouts go to by passkey, and a wrong number is refused', async () => {
  await page.getByRole('link', { name: 'Account' }).click();
  await expect(page.getByText('nothing can be paid out to you')).toBeVisible();
  await page.getByRole('button', { name: 'Keep this account' }).click();
  await expect(page.getByText('Write the IBAN, such as')).toBeVisible();
  await expect(page.getByLabel('Name of the account')).toBeFocused();
  await enterAccount('DE89 3704 0044 0532 0130 01');
  await expect(page.getByLabel('IBAN')).toBeFocused();
  await expect(page.getByLabel('IBAN')).toHaveAccessibleDescription(/Write the IBAN/);
  await page.getByLabel('BIC').fill('cobadeffxxx');
  await enterAccount('de89 3704 0044 0532 0130 00');
  const dialog = page.getByRole('dialog', { name: 'Where you are paid from now on' });
  const facts = ['Lantern House', 'Lantern House Ltd', 'DE89 3704 0044 0532 0130 00', 'COBADEFFXXX'];
  for (const fact of facts) await expect(dialog).toContainText(fact);
  await expect(dialog).toContainText('It is your first account');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await countSignings()).toBe(0);
  await page.getByLabel('BIC').press('Enter');
  await expect(dialog.getByRole('button', { name: 'Back' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The account is kept')).toBeVisible();
  await expect(page.getByText('ends in 3000')).toBeVisible();
  await expect(page.getByText('Nothing is paid out to you before')).toHaveCount(0);
  await expect(page.getByLabel('IBAN')).toHaveValue('');
});

test('S34: another account is named by passkey too, and nothing is paid out for two days', async () => {
  await enterAccount('FR14 2004 1010 0505 0001 3M02 606');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('the account that ends in 3000');
  await expect(dialog).toContainText('so that there is time to undo');
  await dialog.getByRole('button', { name: 'Be paid there, by passkey' }).click();
  await expect(page.getByText('ends in 2606')).toBeVisible();
  await expect(page.getByText('Nothing is paid out to you before')).toBeVisible();
  await page.reload();
  await expect(page.getByText('If that was not you')).toBeVisible();
  expect(await countSignings()).toBe(2);
});

test('a cancelled order does not go on, and each place of the page is accessible', async () => {
  await placeOrder('LH-1002');
  await page.getByRole('link', { name: 'Orders' }).click();
  await page.getByRole('link', { name: 'LH-1002' }).click();
  await page.getByRole('button', { name: 'Cancel the order' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the order' }).click();
  await expect(page.getByText('The order does not go on. Do not ship.')).toBeVisible();
  for (const place of ['Orders', 'Messages to my server', 'Account', 'Settings']) {
    await page.getByRole('link', { name: place }).first().click();
    await expect(page.getByRole('heading', { name: place })).toBeVisible();
    await expect(page.locator('.skeleton')).toHaveCount(0);
    expect(await findViolations(page), place).toEqual([]);
  }
});

test('the session outlives a reload, and signing out ends it', async () => {
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with passkey' }).click();
  await expect(page.getByText('lantern-house.localhost')).toBeVisible();
});

test('S36: a session that is ended elsewhere ends here by itself, and nothing more is shown', async () => {
  const sql = stack.server.services.directory;
  await page.getByRole('link', { name: 'Orders' }).click();
  await expect(page.getByRole('link', { name: 'LH-1002' })).toBeVisible();
  await sql`delete from sessions where person_id in (select person_id from sellers)`;
  await placeOrder('LH-1009');
  await expect(page.getByText('Your session ended')).toBeVisible();
  await expect(page.getByRole('link', { name: 'LH-1009' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Sign in with passkey' }).click();
  await expect(page.getByRole('link', { name: 'LH-1009' })).toBeVisible();
  await expect(page.getByText('Your session ended')).toHaveCount(0);
});

test('S26: a shop on older terms is told calmly, reads what is new, and signs it by passkey', async () => {
  const sql = stack.server.services.directory;
  await sql`update sellers set terms_version = '2026-11-1' where host = 'lantern-house.localhost'`;
  await page.reload();
  await expect(page.getByText('There are newer terms for member shops')).toBeVisible();
  await expect(page.getByText('You signed version 2026-11-1. It stays in force')).toBeVisible();
  await page.getByRole('link', { name: 'Read what is new' }).click();
  await expect(page.getByText(/nothing is paid out to you for 48 hours/).first()).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: /^Sign version .* by passkey$/ }).click();
  await expect(page.getByText(/^Version .* is signed$/)).toBeVisible();
  expect(await sql`select 1 from terms_signings`).toHaveLength(1);
  await page.getByRole('link', { name: 'Orders' }).click();
  await expect(page.getByRole('link', { name: 'LH-1009' })).toBeVisible();
  await expect(page.getByText('There are newer terms for member shops')).toHaveCount(0);
});

test('a seller without the extension adds a passkey, removes one, and keeps it, on the page itself', async () => {
  await page.getByRole('link', { name: 'Settings' }).click();
  const lines = page.getByRole('listitem').filter({ hasText: 'Last used' });
  await expect(lines).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Remove', exact: true })).toHaveAccessibleDescription(
    /your only one/,
  );
  await authenticator.setPresent(false);
  second = await addAuthenticator(page, { transport: 'usb' });
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await expect(page.getByText('It counts once a passkey that you have confirms it')).toBeVisible();
  await second.setPresent(false);
  await authenticator.setPresent(true);
  await page.getByRole('button', { name: 'Confirm by passkey' }).click();
  await expect(page.getByText('The new passkey is added')).toBeVisible();
  await expect(lines).toHaveCount(2);
  await expect(lines.nth(1)).toContainText('Wayveil console, Chrome');
  expect(await findViolations(page)).toEqual([]);
  await authenticator.setPresent(false);
  await second.setPresent(true);
  await lines.first().getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('button', { name: 'Remove by passkey' }).click();
  await expect(page.getByText('The passkey signs nothing any more')).toBeVisible();
  await lines.first().getByRole('button', { name: 'Keep this passkey' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep this passkey' }).click();
  await expect(page.getByText('The passkey stays')).toBeVisible();
});

test('a passkey that is being removed is told so where it signs in, and is kept there', async () => {
  const lines = page.getByRole('listitem').filter({ hasText: 'Last used' });
  await lines.first().getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('button', { name: 'Remove by passkey' }).click();
  await expect(page.getByText('The passkey signs nothing any more')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await second.setPresent(false);
  await authenticator.setPresent(true);
  await page.getByRole('button', { name: 'Sign in with passkey' }).click();
  await expect(page.getByText('This passkey is being removed')).toBeVisible();
  await page.getByRole('button', { name: 'Keep this passkey' }).click();
  await expect(page.getByText('This passkey is being removed')).toHaveCount(0);
  await page.getByRole('button', { name: 'Sign in with passkey' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});
