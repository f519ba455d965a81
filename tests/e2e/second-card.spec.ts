import { expect, test } from '@playwright/test';
import { issueCard, openCheckout, openPopupWithCard } from '#tests/fixtures/buying.ts';
import { VISITS } from '#tests/fixtures/shop-visits.ts';
import { joinAsShopper, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

let stack: Stack;
let shopper: Shopper;

test.beforeAll(async () => {
  stack = await startStack();
  shopper = await joinAsShopper(stack);
  await issueCard(shopper, 'United Kingdom');
});

test.afterAll(async () => {
  await shopper?.close();
  await stack?.close();
});

test('what another card brings takes the place of what the first one brought, and undo takes back both', async () => {
  const page = await openCheckout(stack, shopper, VISITS.classic);
  const read = () =>
    page
      .locator('[name^=ship_]')
      .evaluateAll(all =>
        Object.fromEntries(
          all.map(one => [(one as HTMLInputElement).name.slice(5), (one as HTMLInputElement).value]),
        ),
      );
  const before = await read();
  await page.locator('[name=ship_company]').pressSequentially('Chosen Works');
  const typed = await read();
  const popup = await openPopupWithCard(shopper, page, 'United States');
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(popup.getByText(/fields? filled/)).toBeVisible();
  const american = await read();
  expect(american).toMatchObject({ zip: '97209', state: 'OR', country: 'US' });

  const card = popup.getByLabel('Card', { exact: true });
  const other = card.locator('option', { hasText: 'United Kingdom' });
  await card.selectOption(await other.getAttribute('value'));
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  const own = { country: 'GB', city: 'Bristol', zip: 'BS1 1HQ', company: typed.company };
  await expect.poll(read).toMatchObject(own);
  const brought = Object.keys(american).filter(name => american[name] !== typed[name]);
  const listMixed = async () => {
    const british = await read();
    return brought.filter(name => british[name] === american[name]);
  };
  await expect.poll(listMixed).toEqual([]);

  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(read).toEqual({ ...before, company: typed.company });
  await popup.close();
  await page.close();
});
