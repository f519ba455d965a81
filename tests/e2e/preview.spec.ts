import { expect } from '@playwright/test';
import { openCheckout, openPopupWithCard } from '#tests/fixtures/buying.ts';
import { lookFromPopup, orderAtClassic, readMemberFacts } from '#tests/fixtures/member-checkout.ts';
import { VISITS } from '#tests/fixtures/shop-visits.ts';
import { test } from '#tests/fixtures/world-test.ts';

/** A part of what each checkout asks for, as one reads it from top to bottom. */
const READ = {
  boardwalk: ['Email', 'Full name', 'Address line 1', 'Town or city', 'Postcode', 'Country', 'Card number'],
  hanok: ['이름 *', '이메일 *', '받는 분 *', '우편번호', '도로명주소', '카드번호 *'],
} as const;

for (const key of ['boardwalk', 'hanok'] as const) {
  test(`${key}: what will be filled is listed as the page is read`, async ({ shopper, stack }) => {
    const visit = VISITS[key];
    const shop = await openCheckout(stack, shopper, visit);
    const popup = await openPopupWithCard(shopper, shop, 'United States');
    await popup.getByText('What will be filled').click();
    const told = await popup.locator('.facts.small dt').allInnerTexts();
    const known: readonly string[] = READ[key];
    expect(told.filter(label => known.includes(label))).toEqual(known);
    await popup.close();
    await shop.close();
  });
}

test('where an order waits for its confirmation, paying again is not what stands open', async ({
  shopper,
  stack,
}) => {
  const { uniqueAddress } = await readMemberFacts(shopper);
  const { page } = await orderAtClassic(shopper, stack, uniqueAddress);
  const popup = await shopper.openPopup(page);
  await expect(popup.getByRole('region', { name: 'Waits for you' })).toBeVisible();
  await expect(popup.getByText('Pay here…')).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Go on to confirm' })).toHaveCount(0);
  await popup.getByText('Pay here…').click();
  await expect(popup.getByRole('button', { name: 'Go on to confirm' })).toBeVisible();
  await popup.close();
  const window = await lookFromPopup(shopper);
  await window.getByRole('button', { name: "This wasn't me" }).click();
  await window.getByRole('dialog').getByRole('button').last().click();
  await expect(window.getByRole('heading', { name: /declined/i })).toBeVisible();
});
