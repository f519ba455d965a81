import { expect, type Page } from '@playwright/test';
import { type Screens, test } from '#tests/fixtures/browser-test.ts';

async function openScreenPage({ browser, gallery }: Screens, screen: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 420, height: 720 } });
  await page.goto(gallery.url(screen, 'en'));
  return page;
}

async function openCodeForm(screens: Screens, screen: string): Promise<Page> {
  const page = await openScreenPage(screens, screen);
  await page.getByRole('button', { name: 'By e-mail code' }).click();
  return page;
}

test('a form that is sent empty says what to fill in, and the first such field has the focus', async ({
  browser,
  gallery,
}) => {
  const page = await openScreenPage({ browser, gallery }, 'onboarding-data');
  await page.getByRole('button', { name: 'Keep it in the vault' }).click();
  await expect(page.getByLabel('Name')).toBeFocused();
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription('Fill this in.');
  await page.getByLabel('Name').fill('Made-up Person');
  await page.getByLabel('E-mail').fill('nowhere');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/such as name@/);
  await expect(page.getByLabel('Postcode')).toHaveAccessibleDescription('Fill this in.');
  await page.close();
});

test('what is wrong with a field is told until it is put right, and no longer', async ({
  browser,
  gallery,
}) => {
  const page = await openScreenPage({ browser, gallery }, 'onboarding-data');
  await page.getByRole('button', { name: 'Keep it in the vault' }).click();
  const mail = page.getByLabel('E-mail');
  await expect(mail).toHaveAccessibleDescription('Fill this in.');
  await mail.fill('person@mailbox.example');
  await expect(mail).not.toHaveAttribute('aria-invalid', 'true');
  await expect(mail).toHaveAccessibleDescription('');
  await expect(page.getByLabel('Postcode')).toHaveAccessibleDescription('Fill this in.');
  await page.close();
});

test('a dispute that says nothing is asked for its words, where they belong', async ({
  browser,
  gallery,
}) => {
  const page = await openScreenPage({ browser, gallery }, 'popup-purchase');
  await page.getByRole('button', { name: 'Something is wrong' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Something is wrong' }).click();
  await expect(dialog.getByLabel('What is wrong?')).toBeFocused();
  await expect(dialog.getByLabel('What is wrong?')).toHaveAccessibleDescription(/Say in a few words/);
  await page.close();
});

test('S30: the code’s field has the focus as the form opens, and takes a code however it is copied', async ({
  browser,
  gallery,
}) => {
  const page = await openCodeForm({ browser, gallery }, 'confirm-code');
  const field = page.getByLabel('Code from the mail');
  await expect(field).toBeFocused();
  for (const copied of ['[205059]', '205 059', '205059\n']) {
    await field.fill('');
    await page.evaluate(text => document.execCommand('insertText', false, text), copied);
    await expect(field).toHaveValue('205059');
  }
  await page.close();
});

test('S30: a code that is typed as soon as its field is there stays', async ({ browser, gallery }) => {
  const page = await openScreenPage({ browser, gallery }, 'confirm-code');
  // An observer is told of a change before the effects of the screen run.
  await page.evaluate(() => {
    const observer = new MutationObserver(() => {
      const field = document.querySelector<HTMLInputElement>('.code-input');
      if (field === null) return;
      observer.disconnect();
      field.value = '205059';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole('button', { name: 'By e-mail code' }).click();
  await expect(page.getByText('Six digits are on their way')).toBeVisible();
  await expect(page.getByLabel('Code from the mail')).toHaveValue('205059');
  await page.close();
});

test('S30: a code that is not complete is said to be so', async ({ browser, gallery }) => {
  const page = await openCodeForm({ browser, gallery }, 'confirm-code');
  const field = page.getByLabel('Code from the mail');
  await field.fill('2050');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAccessibleDescription(/six digits\.$/);
  await expect(field).toBeFocused();
  await page.close();
});

test('S30: once a new code was asked for, nothing more is said of the one before', async ({
  browser,
  gallery,
}) => {
  const page = await openCodeForm({ browser, gallery }, 'confirm-code-over');
  await page.getByLabel('Code from the mail').fill('205059');
  await page.keyboard.press('Enter');
  const refusal = page.getByText('Five wrong tries: the code has ended');
  await expect(refusal).toBeVisible();
  await page.getByRole('button', { name: 'Send a new code' }).click();
  await expect(refusal).toHaveCount(0);
  await expect(page.getByLabel('Code from the mail')).toBeFocused();
  await page.close();
});

test('who goes on by code is not told any more why the passkey was refused', async ({ browser, gallery }) => {
  const page = await openScreenPage({ browser, gallery }, 'confirm-code-over');
  await page.getByRole('button', { name: /^Confirm/ }).click();
  const refusal = page.getByText('There is not enough money in your account');
  await expect(refusal).toBeVisible();
  await page.getByRole('button', { name: 'By e-mail code' }).click();
  await expect(refusal).toHaveCount(0);
  await page.close();
});

test('S39: what is more than can be advanced says how much is free of the limit, and what paying back frees', async ({
  browser,
  openScreen,
}) => {
  const page = await browser.newPage({ viewport: { width: 420, height: 720 } });
  const TOLD = {
    en: ['₩35,500 is missing.', 'Of your limit of ₩1,400,000, ₩12,500 can', '₩1,387,500 was advanced'],
    ko: ['₩35,500', '한도 ₩1,400,000 중', '먼저 내 드린 ₩1,387,500'],
    ja: ['₩35,500足りません', '上限₩1,400,000のうち', '立て替えた₩1,387,500'],
  };
  for (const [locale, words] of Object.entries(TOLD)) {
    await openScreen(page, 'confirm-lent', locale);
    await page.locator('.confirm-acts .button-main').click();
    const notice = page.getByRole('alert');
    for (const told of words) await expect(notice).toContainText(told);
    await expect(notice).toContainText('GB33 BUKB 2020 1555 5555 55');
  }
  await page.close();
});

test('what is pressed twice before it is drawn is done once', async ({ browser, gallery }) => {
  const page = await openScreenPage({ browser, gallery }, 'onboarding-data');
  await page.getByLabel('Name').fill('Made-up Person');
  await page.getByLabel('E-mail').fill('person@mailbox.example');
  await page.getByLabel('Street and number').fill('12 Example Street');
  await page.getByLabel('City').fill('Sampletown');
  await page.getByLabel('State or province').fill('CA');
  await page.getByLabel('Postcode').fill('90001');
  await page.getByRole('button', { name: 'Keep it in the vault' }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  expect(await page.evaluate(() => document.documentElement.dataset.putRealData)).toBe('1');
  await page.close();
});

test('a card that pays in another currency is told before anything is filled, and one that fits is a press away', async ({
  browser,
  gallery,
}) => {
  const page = await openScreenPage({ browser, gallery }, 'popup-page-currency');
  await expect(page.getByText('The page asks for KRW; this card pays in USD')).toBeVisible();
  await page.getByRole('button', { name: /^Use 한국 상점/ }).click();
  await expect(page.getByLabel('Card', { exact: true }).locator('option:checked')).toHaveText(/KRW$/);
  await expect(page.getByText('The page asks for')).toHaveCount(0);
  await page.close();
});

test('where a page asks for nothing, filling is not the thing to do, and its refusal says where to go', async ({
  browser,
  gallery,
}) => {
  const page = await openScreenPage({ browser, gallery }, 'popup-page-nothing');
  const fill = page.getByRole('button', { name: 'Fill delivery' });
  await expect(fill).not.toHaveClass(/button-main/);
  await fill.click();
  await expect(page.getByRole('alert')).toHaveText(
    /There is nothing to fill on the page.*Open the page of the shop/,
  );
  await expect(page.getByRole('alert')).not.toContainText('money');
  await page.close();
});

test('a refusal speaks of money only where some is at stake', async ({ browser, gallery }) => {
  const page = await browser.newPage();
  await page.goto(gallery.url('popup-settings-offline', 'en'));
  await page.getByLabel('Language').selectOption('ko');
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('Check your connection, then try again.');
  await expect(refusal).not.toContainText('pay twice');
  await page.close();
});

test('how a confirmation ended takes the focus, so that a reader begins there', async ({
  browser,
  gallery,
}) => {
  const page = await browser.newPage();
  await page.goto(gallery.url('confirm-code', 'en'));
  await page.getByRole('button', { name: 'By e-mail code' }).click();
  await page.getByLabel('Code from the mail').fill('123456');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Confirmed/ })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await page.close();
});
