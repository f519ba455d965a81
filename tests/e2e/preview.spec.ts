import { expect } from '@playwright/test';
import { openCheckout, openPopupWithCard } from '#tests/fixtures/buying.ts';
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
