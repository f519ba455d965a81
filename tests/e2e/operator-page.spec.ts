import { expect } from '@playwright/test';
import { sweep } from '#server/app/sweep.ts';
import { keepPayoutAccount } from '#server/bank/payout-account.ts';
import { endPayout, preparePayouts } from '#server/bank/payouts.ts';
import { listSellerBalances } from '#server/ledger/balances.ts';
import { test } from '#tests/fixtures/browser-test.ts';
import { OPERATOR_KEY } from '#tests/fixtures/server-settings.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

let stack: Stack;

test.beforeAll(async () => {
  stack = await startStack();
});

test.afterAll(async () => {
  await stack?.close();
});

/** What is payable to a shop goes into a payout that the bank says nothing of. */
async function payOut(): Promise<void> {
  const { services } = stack.server;
  const { sellerId } = stack.members.classic;
  await services.directory`
    insert into transfers (kind, bank_reference, debit_code, debit_owner, credit_code, credit_owner, currency,
      posted_minor, pending_minor, at_ms)
    values ('single', 'made', 'bank', 'house', 'seller_payable', ${sellerId}, 'USD', 12900, 0, 1)`;
  const payee = { name: 'Kestrel Audio', iban: 'DE89370400440532013000', bic: null };
  const kept = { sellerId, payee, replacedAtMs: null, paysFromMs: 0 };
  expect(await keepPayoutAccount(services, kept)).toMatchObject({ lastDigits: '3000' });
  const executionDate = new Date(services.clock()).toISOString().slice(0, 10);
  expect((await preparePayouts(services, { currency: 'USD', executionDate })).count).toBe(1);
}

async function readState(payoutId = ''): Promise<string | undefined> {
  const [row] = await stack.server.services.directory`select state from payouts where id = ${payoutId}`;
  return row?.state;
}

test.describe.configure({ mode: 'serial' });

test('S34: the operator sees payouts under way, and is told of one that the bank says nothing of', async ({
  browser,
}) => {
  await payOut();
  const page = await browser.newPage();
  await page.goto(`${stack.server.origin}/console/operator.html`);
  await page.getByLabel("Operator's key").fill(OPERATOR_KEY);
  await page.getByRole('button', { name: 'Look' }).click();
  const row = page.getByRole('row', { name: /\$129\.00/ });
  await expect(row).toContainText('With the bank');
  await expect(page.getByText('without a word from the bank')).toHaveCount(0);
  await page.getByRole('button', { name: 'Leave' }).click();
  await stack.advance(8 * 86_400_000);
  await sweep(stack.server.services);
  await page.getByLabel("Operator's key").fill(OPERATOR_KEY);
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(page.getByText('1 payout is past its time without a word from the bank')).toBeVisible();
  await expect(row).toContainText('No answer in time');
  await expect(page.getByText('3000')).toHaveCount(0);
  await page.close();
});

test('S34: what the bank will never pay is given up by keyboard, once its own name is typed, and is payable again', async ({
  browser,
}) => {
  const { services } = stack.server;
  const [payout] = await services.directory<{ id: string; end_to_end_id: string }[]>`
    select id, end_to_end_id from payouts where state = 'unanswered'`;
  const page = await browser.newPage();
  await page.goto(`${stack.server.origin}/console/operator.html`);
  await page.getByLabel("Operator's key").fill(OPERATOR_KEY);
  await page.getByRole('button', { name: 'Look' }).click();
  const open = page.getByRole('button', { name: 'Give up …' });
  await open.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Give up this payout' });
  await expect(dialog).toContainText(payout?.end_to_end_id ?? '');
  await expect(dialog).toContainText('$129.00');
  await expect(dialog).toContainText('Silence is no refusal');
  await dialog.getByLabel('Type the last 6 characters').fill('000000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('These are not its last characters.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(open).toBeFocused();
  expect(await readState(payout?.id)).toBe('unanswered');
  await open.press('Enter');
  await dialog.getByLabel('Type the last 6 characters').fill(payout?.end_to_end_id.slice(-6) ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByText('$129.00 is payable to its shop again')).toBeVisible();
  await expect(open).toHaveCount(0);
  expect(await readState(payout?.id)).toBe('voided');
  expect(await listSellerBalances(services.directory, stack.members.classic.sellerId)).toMatchObject([
    { currency: 'USD', payableMinor: '12900' },
  ]);
  await page.close();
});

test('S34: a payout that the bank told of while it was looked at is not given up', async ({ browser }) => {
  const { services } = stack.server;
  const executionDate = new Date(services.clock()).toISOString().slice(0, 10);
  await preparePayouts(services, { currency: 'USD', executionDate });
  await stack.advance(8 * 86_400_000);
  await sweep(services);
  const page = await browser.newPage();
  await page.goto(`${stack.server.origin}/console/operator.html`);
  await page.getByLabel("Operator's key").fill(OPERATOR_KEY);
  await page.getByRole('button', { name: 'Look' }).click();
  await page.getByRole('button', { name: 'Give up …' }).click();
  const [payout] = await services.directory<{ end_to_end_id: string }[]>`
    select end_to_end_id from payouts where state = 'unanswered'`;
  const endToEndId = payout?.end_to_end_id ?? '';
  const told = { endToEndId, currency: 'USD', amountMinor: 12900n, as: 'posted' } as const;
  expect(await endPayout(services, told)).toBe('ended');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Type the last 6 characters').fill(endToEndId.slice(-6));
  await dialog.getByRole('button', { name: 'Give up this payout' }).click();
  await expect(dialog.getByRole('alert')).toContainText('can no longer be given up');
  await page.close();
});
