import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { orderAtClassic, readMemberFacts } from '#tests/fixtures/member-checkout.ts';
import { joinAsShopper, SHOPPER, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

let stack: Stack;
let shopper: Shopper;

test.beforeAll(async () => {
  stack = await startStack();
  shopper = await joinAsShopper(stack);
});

test.afterAll(async () => {
  await shopper?.close();
  await stack?.close();
});

/** Ids that sort before every id of today. */
function makeOldId(): string {
  return `00000000${randomUUID().slice(8)}`;
}

async function openPlace(...path: string[]): Promise<Page> {
  const popup = await shopper.openPopup();
  for (const name of path) await popup.getByRole('button', { name }).click();
  return popup;
}

test('older purchases are fetched page by page, each once', async () => {
  const { uniqueAddress } = await readMemberFacts(shopper);
  const { page } = await orderAtClassic(shopper, stack, uniqueAddress);
  await page.close();
  const sql = stack.server.services.directory;
  for (let index = 0; index < 44; index++) {
    const id = makeOldId();
    await sql`
      insert into purchases (id, version, state, funding, person_id, payee_host, delivery_number, charged,
        placed_at_ms, document)
      select ${id}, version, state, funding, person_id, payee_host, delivery_number, charged, placed_at_ms,
        jsonb_set(document, '{id}', to_jsonb(${id}::text))
      from purchases where seller_id is not null limit 1`;
  }
  const popup = await openPlace('Purchases');
  const lines = popup.locator('.purchase-line');
  await expect(lines).toHaveCount(20);
  const older = popup.getByRole('button', { name: 'Show older ones' });
  await older.click();
  await expect(lines).toHaveCount(40);
  await older.click();
  await expect(lines).toHaveCount(45);
  await expect(older).toHaveCount(0);
  await popup.close();
});

test('S15: real data is put right in the popup, and what was not shown there stays', async () => {
  const popup = await openPlace('More', 'Your data');
  await expect(popup.getByLabel('Street and number')).toHaveValue(SHOPPER.line1);
  await popup.getByLabel('City').fill('Corvallis');
  await popup.getByLabel('E-mail').fill('nothing');
  await popup.getByRole('button', { name: 'Keep it in the vault' }).click();
  await expect(popup.getByText('Write an e-mail address')).toBeVisible();
  await popup.getByLabel('E-mail').fill(SHOPPER.email);
  await popup.getByRole('button', { name: 'Keep it in the vault' }).click();
  await expect(popup.getByText('Kept in the vault')).toBeVisible();
  await popup.close();
  const again = await openPlace('More', 'Your data');
  await expect(again.getByLabel('City')).toHaveValue('Corvallis');
  await expect(again.getByLabel('Name')).toHaveValue(SHOPPER.name);
  await again.close();
});

test('what another window kept meanwhile is not overwritten unseen, and what was typed is not lost', async () => {
  const mine = await openPlace('More', 'Your data');
  await expect(mine.getByLabel('Street and number')).toHaveValue(SHOPPER.line1);
  const other = await openPlace('More', 'Your data');
  await other.getByLabel('City').fill('Salem');
  await other.getByRole('button', { name: 'Keep it in the vault' }).click();
  await expect(other.getByText('Kept in the vault')).toBeVisible();
  await other.close();
  await mine.getByLabel('Postcode').fill('97301');
  await mine.getByLabel('Street and number').fill('7 Sample Lane');
  await mine.getByRole('button', { name: 'Keep it in the vault' }).click();
  await mine.getByLabel('Street and number').fill('8 Sample Lane');
  const refusal = mine.getByRole('alert');
  await expect(refusal).toContainText('changed');
  await refusal.getByRole('button').click();
  await expect(mine.getByLabel('City')).toHaveValue('Salem');
  await expect(refusal).toHaveCount(0);
  await expect(mine.getByLabel('Postcode')).toHaveValue('97301');
  await expect(mine.getByLabel('Street and number')).toHaveValue('8 Sample Lane');
  await expect(mine.getByLabel('Street and number')).toHaveAccessibleDescription(
    `Kept now: ${SHOPPER.line1}`,
  );
  await expect(mine.locator(':focus')).toContainText('What you typed still stands in its fields');
  await mine.getByRole('button', { name: 'Keep it in the vault' }).click();
  await expect(mine.getByText('Kept in the vault')).toBeVisible();
  await mine.close();
  const again = await openPlace('More', 'Your data');
  await expect(again.getByLabel('City')).toHaveValue('Salem');
  await expect(again.getByLabel('Postcode')).toHaveValue('97301');
  await expect(again.getByLabel('Street and number')).toHaveValue('8 Sample Lane');
  await again.close();
});
