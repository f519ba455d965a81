import { expect } from '@playwright/test';
import { openCheckout } from '#tests/fixtures/buying.ts';
import { readShownNumber } from '#tests/fixtures/read-shown-number.ts';
import { VISITS } from '#tests/fixtures/shop-visits.ts';
import { test } from '#tests/fixtures/world-test.ts';

test('S62: from the last digit on the marker says that something is prepared, until it is filled', async ({
  shopper,
  stack,
}) => {
  const number = await readShownNumber(shopper, 'United States');
  const page = await openCheckout(stack, shopper, VISITS.classic);
  await page.bringToFront();
  const field = page.getByLabel('Card number');
  await field.focus();
  await expect(page.locator('div[title="Wayveil"]')).toBeVisible();
  await page.evaluate(() => {
    const { dataset } = document.body;
    const note = (what: string) => {
      if (!dataset.noted?.endsWith(what)) dataset.noted = `${dataset.noted ?? ''} ${what}`.trim();
    };
    const options = { attributes: true, attributeFilter: ['aria-busy'], subtree: true };
    new MutationObserver(() => note('preparing')).observe(document.documentElement, options);
    document.querySelector('[name=ship_zip]')?.addEventListener('input', () => note('filled'));
  });
  await field.pressSequentially(number);
  await expect(page.locator('body')).toHaveAttribute('data-noted', /^preparing filled/);
  await expect(page.locator('[name=ship_state]')).toHaveValue('OR');
  await expect(page.locator('div[title="Wayveil"][aria-busy]')).toHaveCount(0);
  await page.close();
});
