import { expect, type Page } from '@playwright/test';
import { addAuthenticator } from '#tests/fixtures/authenticator.ts';
import { orderAtClassic, readMemberFacts } from '#tests/fixtures/member-checkout.ts';
import { SHOPPER, type Shopper } from '#tests/fixtures/shopper.ts';
import type { Stack } from '#tests/fixtures/stack.ts';
import { test } from '#tests/fixtures/world-test.ts';

test.use({ world: 'membership' });

test.describe.configure({ mode: 'serial' });

async function openPlace(shopper: Shopper, ...path: (string | RegExp)[]): Promise<Page> {
  const popup = await shopper.openPopup();
  await popup.getByRole('button', { name: 'More', exact: true }).click();
  for (const name of path) await popup.getByRole('button', { name }).click();
  return popup;
}

async function findPerson(stack: Stack) {
  const { directory } = stack.server.services;
  const [row] = await directory<{ id: string; number: string }[]>`
    select people.id, numbers.number from people join numbers on numbers.person_id = people.id
    where retired_at_ms is null order by joined_at_ms desc, people.id desc limit 1`;
  if (!row) throw new Error('somebody joined');
  return row;
}

test('S16: the passkey of another membership makes one of two; its own does not', async ({
  shopper,
  stack,
}) => {
  const buyer = await findPerson(stack);
  const console = await shopper.browser.context.newPage();
  const sellers = await addAuthenticator(console);
  await console.goto(`${stack.server.origin}/console/`);
  await console.getByRole('button', { name: 'Join with a new passkey' }).click();
  await console.getByLabel('Name of the shop').waitFor();
  const seller = await findPerson(stack);
  expect(seller.id).not.toBe(buyer.id);

  const popup = await openPlace(shopper, /^Settings/, 'I joined twice');
  const own = await shopper.bringPasskey(popup);
  await popup.getByRole('button', { name: 'Show my other passkey' }).click();
  await expect(popup.getByText('This is the passkey of this very membership')).toBeVisible();
  await own.remove();
  const credentials = await sellers.exportCredentials();
  await addAuthenticator(popup, {
    credentials: credentials.map(each => ({ ...each, signCount: each.signCount + 100 })),
  });
  await popup.getByRole('button', { name: 'Show my other passkey' }).click();
  await expect(popup.getByText('You are one member now')).toBeVisible();
  const { directory } = stack.server.services;
  const united = await directory`select id, same_as from people where same_as is not null`;
  expect(united).toEqual([{ id: seller.id, same_as: buyer.id }]);
  await popup.close();
  await console.close();
});

test('S57: real data is not erased while a parcel is under way, and the popup says why', async ({
  shopper,
  stack,
}) => {
  const { uniqueAddress } = await readMemberFacts(shopper);
  const { page } = await orderAtClassic(shopper, stack, uniqueAddress);
  await page.close();
  const popup = await openPlace(shopper, /^Settings/, /^Erase my data/);
  const erase = popup.getByRole('button', { name: 'Erase my data' });
  await expect(erase).toHaveAttribute('aria-disabled', 'true');
  await expect(erase).toHaveAccessibleDescription(/One is under way/);
  await popup.getByRole('button', { name: 'Look at them' }).click();
  await expect(popup.getByRole('heading', { name: 'Purchases' })).toBeVisible();
  await popup.close();
  await stack.advance(31 * 60_000);
});

test('S57: real data goes for good by a touch of the passkey, by keyboard alone, and can be entered anew', async ({
  shopper,
  stack,
}) => {
  const { services } = stack.server;
  const [{ id } = { id: '' }] = await services.directory<{ id: string }[]>`
    select person_id as id from cards limit 1`;
  expect(await services.vault.getRecord(id)).toMatchObject({ name: SHOPPER.name });
  const popup = await openPlace(shopper, /^Settings/, /^Erase my data/);
  await shopper.bringPasskey(popup);
  await expect(popup.getByText('None is under way')).toBeVisible();
  await popup.getByRole('button', { name: 'Erase my data' }).focus();
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('Nobody can undo this')).toBeVisible();
  expect(await services.vault.getRecord(id)).not.toBeNull();
  await popup.getByRole('button', { name: 'Erase for good by passkey' }).focus();
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('Your data is erased')).toBeVisible();
  expect(await services.vault.getRecord(id)).toBeNull();
  await popup.getByRole('button', { name: 'Enter data anew' }).click();
  await expect(popup.getByLabel('Street and number')).toHaveValue('');
  await expect(popup.getByLabel('Name')).toHaveValue('');
  await popup.close();
});
