import { type Browser, chromium, expect, test } from '@playwright/test';
import { sweep } from '#server/app/sweep.ts';
import { keepPayoutAccount } from '#server/bank/payout-account.ts';
import { preparePayouts } from '#server/bank/payouts.ts';
import { OPERATOR_KEY } from '#tests/fixtures/server-settings.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';
import { ensureBrowser } from '#tests/setup/browsers.ts';

let stack: Stack;
let browser: Browser;

test.beforeAll(async () => {
  stack = await startStack();
  const args = ['--disable-quic', '--disable-background-networking'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args });
});

test.afterAll(async () => {
  await browser?.close();
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

test('S34: the operator sees payouts under way, and is told of one that the bank says nothing of', async () => {
  await payOut();
  const page = await browser.newPage();
  await page.goto(`${stack.server.origin}/console/operator.html`);
  await page.getByLabel('Operator’s key').fill(OPERATOR_KEY);
  await page.getByRole('button', { name: 'Look' }).click();
  const row = page.getByRole('row', { name: /\$129\.00/ });
  await expect(row).toContainText('With the bank');
  await expect(page.getByText('without a word from the bank')).toHaveCount(0);
  await page.getByRole('button', { name: 'Leave' }).click();
  await stack.advance(8 * 86_400_000);
  await sweep(stack.server.services);
  await page.getByLabel('Operator’s key').fill(OPERATOR_KEY);
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(page.getByText('1 payout is past its time without a word from the bank')).toBeVisible();
  await expect(row).toContainText('No answer in time');
  await expect(page.getByText('3000')).toHaveCount(0);
  await page.close();
});
