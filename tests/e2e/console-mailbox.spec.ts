import { type Browser, expect, type Page } from '@playwright/test';
import { addAuthenticator } from '#tests/fixtures/authenticator.ts';
import { findViolations } from '#tests/fixtures/find-violations.ts';
import { MAILBOX_DOMAIN, type Stack } from '#tests/fixtures/stack.ts';
import { test } from '#tests/fixtures/world-test.ts';

const MAILBOX = `counter@${MAILBOX_DOMAIN}`;

async function certifyAtConsole(browser: Browser, stack: Stack): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 800 }, locale: 'en-US' });
  await addAuthenticator(page);
  await page.goto(`${stack.server.origin}/console/`);
  await page.getByRole('button', { name: 'Join with a new passkey' }).click();
  await page.getByLabel('Name of the shop').fill('Mail Corner');
  await page.getByLabel('Host of the shop').fill('mail-corner.localhost');
  await page.getByRole('button', { name: 'Sign the terms with passkey' }).click();
  await expect(page.locator('code').first()).toHaveText(/^wvk_/);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  return page;
}

async function readCode(stack: Stack): Promise<string> {
  const { parsed } = await stack.mailbox.waitForMail(
    ({ parsed: { subject }, envelopeTo }) =>
      envelopeTo.includes(MAILBOX) && subject === 'Your code for Wayveil’s mails',
  );
  return /\b\d{6}\b/.exec(parsed.text ?? '')?.[0] ?? '';
}

test('S16, S31: a seller without the extension names a mailbox by its code and a passkey, and is written to there', async ({
  browser,
  stack,
}) => {
  const page = await certifyAtConsole(browser, stack);
  await expect(page.getByText('We cannot write to you')).toBeVisible();
  await page.getByRole('link', { name: 'Name a mailbox' }).click();
  await page.getByRole('button', { name: 'Name a mailbox' }).click();
  const dialog = page.getByRole('dialog');
  const address = dialog.getByLabel('E-mail address');
  for (const wrong of ['counter at nowhere', 'counter@nowhere.x', 'counter.@nowhere.example']) {
    await address.fill(wrong);
    await page.keyboard.press('Enter');
    await expect(address).toHaveAccessibleDescription(/such as name@/);
    await expect(dialog.getByRole('alert')).toHaveCount(0);
  }
  await address.fill(`\u200e${MAILBOX}\u2069 `);
  await page.keyboard.press('Enter');
  const field = dialog.getByLabel('Code from the mail');
  const code = await readCode(stack);
  await field.fill(code === '000000' ? '000001' : '000000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('The code is wrong')).toBeVisible();
  await field.fill(code);
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(MAILBOX)).toBeVisible();
  await dialog.getByRole('button', { name: 'Write there, by passkey' }).click();
  await expect(page.getByText('We write there from now on.')).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Orders' }).click();
  await expect(page.getByRole('heading', { name: 'Orders' })).toBeVisible();
  await expect(page.getByText('We cannot write to you')).toHaveCount(0);
  await page.close();
});
