import { expect } from '@playwright/test';
import { test } from '#tests/fixtures/world-test.ts';
import { openBlankShop } from '#tests/forms/open-blank-shop.ts';
import { OTHER_PAGES, OWN_PAGES, type PurposePage, writePurposePage } from './pages/page-purposes.ts';

const write = (pages: readonly PurposePage[], heading: string) => () =>
  pages
    .filter(page => page.heading === heading)
    .map(writePurposePage)
    .join('');

test.use({
  pages: { '/contact': write(OTHER_PAGES, 'Contact us'), '/own': write(OWN_PAGES, 'Your details') },
});

test('forms of accounts, letters, vouchers, searches and applications ask for nothing of ours, those of orders do', async () => {
  const shop = await openBlankShop();
  const asking: string[] = [];
  for (const page of [...OTHER_PAGES, ...OWN_PAGES]) {
    await shop.reset();
    const asks = await shop.page.evaluate(markup => {
      document.documentElement.setHTMLUnsafe(markup);
      const { classifyFields, collectFields, createFieldIndex, createPurposeJudge, keepFilled } =
        wayveilPageSide.parts;
      const { fields, elements } = collectFields(document, createFieldIndex());
      const isOfAnotherKind = createPurposeJudge();
      return keepFilled(fields, classifyFields(fields)).some(({ fieldKey, token }) => {
        const element = elements.get(fieldKey);
        return token !== 'none' && element !== undefined && !isOfAnotherKind(element);
      });
    }, writePurposePage(page));
    if (asks) asking.push(page.heading);
  }
  await shop.close();
  expect(asking).toEqual(OWN_PAGES.map(({ heading }) => heading));
});

for (const [path, says] of [
  ['/contact', 'No checkout fields found'],
  ['/own', '5 delivery fields'],
] as const) {
  test(`${path}: ${says}, says the popup, and the marker stands beside what it names`, async ({
    openPage,
    shopper,
  }) => {
    const shop = await openPage(path, 'purposes');
    await shop.getByLabel('ZIP code').focus();
    const popup = await shopper.openPopup(shop);
    await expect(popup.getByText(says)).toBeVisible();
    await expect(shop.locator('div[title="Wayveil"]')).toHaveCount(path === '/own' ? 1 : 0);
  });
}
