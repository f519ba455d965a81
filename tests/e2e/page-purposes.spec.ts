import { expect } from '@playwright/test';
import { test } from '#tests/fixtures/world-test.ts';
import { type BlankShop, openBlankShop } from '#tests/forms/open-blank-shop.ts';
import { MIXED_FORMS, writeMixedForm } from './pages/mixed-forms.ts';
import { OTHER_PAGES, OWN_PAGES, type PurposePage, writePurposePage } from './pages/page-purposes.ts';

const write = (pages: readonly PurposePage[], heading: string) => () =>
  pages
    .filter(page => page.heading === heading)
    .map(writePurposePage)
    .join('');

test.use({
  pages: { '/contact': write(OTHER_PAGES, 'Contact us'), '/own': write(OWN_PAGES, 'Your details') },
});

let shop: BlankShop;
test.beforeAll(async () => {
  shop = await openBlankShop();
});
test.afterAll(() => shop.close());

/** The labels of what a page asks of ours. */
async function listAsked(markup: string): Promise<string[]> {
  await shop.reset();
  return shop.page.evaluate(html => {
    document.documentElement.setHTMLUnsafe(html);
    const { classifyFields, collectFields, createFieldIndex, createPurposeJudge, keepFilled } =
      wayveilPageSide.parts;
    const { fields, elements } = collectFields(document, createFieldIndex());
    const kept = keepFilled(fields, classifyFields(fields)).filter(({ token }) => token !== 'none');
    const asked = new Map(
      kept.flatMap(({ fieldKey, token }) => {
        const element = elements.get(fieldKey);
        return element ? [[element, token] as const] : [];
      }),
    );
    const isOfAnotherKind = createPurposeJudge(asked);
    return kept.flatMap(({ fieldKey }) => {
      const element = elements.get(fieldKey);
      if (element === undefined || isOfAnotherKind(element)) return [];
      return element.parentElement?.textContent?.trim() ?? '';
    });
  }, markup);
}

test('forms of accounts, letters, vouchers, searches, services and journeys ask for nothing of ours, those of orders do', async () => {
  const asking: string[] = [];
  for (const page of [...OTHER_PAGES, ...OWN_PAGES])
    if ((await listAsked(writePurposePage(page))).length > 0) asking.push(page.heading);
  expect(asking).toEqual(OWN_PAGES.map(({ heading }) => heading));
});

for (const [says, body, labels] of MIXED_FORMS) {
  test(`${says}: ${labels.length} fields are of an order`, async () => {
    expect(await listAsked(writeMixedForm(body))).toEqual(labels);
  });
}

for (const [path, says] of [
  ['/contact', 'No checkout fields found'],
  ['/own', '5 delivery fields'],
] as const) {
  test(`${path}: ${says}, says the popup, and the marker stands beside what it names`, async ({
    openPage,
    shopper,
  }) => {
    const page = await openPage(path, 'purposes');
    await page.getByLabel('ZIP code').focus();
    const popup = await shopper.openPopup(page);
    await expect(popup.getByText(says)).toBeVisible();
    await expect(page.locator('div[title="Wayveil"]')).toHaveCount(path === '/own' ? 1 : 0);
  });
}
