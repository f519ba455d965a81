import { expect } from '@playwright/test';
import { hashTerms, MEMBER_SHOP_TERMS } from '#server/sellers/terms.ts';
import { addAuthenticator } from '#tests/fixtures/authenticator.ts';
import { test } from '#tests/fixtures/world-test.ts';

test('S26: who reads Korean reads the terms in Korean, and signs that text', async ({ browser, stack }) => {
  const page = await browser.newPage({ viewport: { width: 1100, height: 800 }, locale: 'ko-KR' });
  await addAuthenticator(page);
  await page.goto(`${stack.server.origin}/console/`);
  await page.getByRole('button', { name: '새 패스키로 가입' }).click();
  await expect(page.getByText('Wayveil 회원 상점 약관')).toBeVisible();
  await page.getByLabel('상점 이름').fill('Paper Crane');
  await page.getByLabel('상점 호스트').fill('paper-crane.localhost');
  await page.getByRole('button', { name: '패스키로 약관에 서명' }).click();
  await expect(page.locator('code').first()).toHaveText(/^wvk_/);
  const [shop] = await stack.server.services.directory`
    select terms_hash from sellers where host = 'paper-crane.localhost'`;
  expect(shop).toEqual({ terms_hash: hashTerms(MEMBER_SHOP_TERMS, 'ko') });
});
