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
    const { classifyFields, collectFields, createFieldIndex, createPurposeJudge, keepFilled, PageSigns } =
      wayveilPageSide.parts;
    const { fields, elements } = collectFields(document, createFieldIndex());
    const kept = keepFilled(fields, classifyFields(fields)).filter(({ token }) => token !== 'none');
    const asked = new Map(
      kept.flatMap(({ fieldKey, token }) => {
        const element = elements.get(fieldKey);
        return element ? [[element, token] as const] : [];
      }),
    );
    const isOfAnotherKind = createPurposeJudge(asked, new PageSigns(document));
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

test('what a page shows of an order is counted again once its tree or its texts have changed, and not before', async () => {
  await shop.reset();
  const counts = await shop.page.evaluate(() => {
    document.body.innerHTML = '<h2>Delivery</h2><p>Total</p><p>$48.00</p><a>Bag</a><div></div><input>';
    const [heading, , sum, link, host] = document.body.querySelectorAll('*');
    const input = document.querySelector('input') as HTMLInputElement;
    const inner = host?.attachShadow({ mode: 'closed' }).appendChild(document.createElement('i'));
    const page = new wayveilPageSide.parts.PageSigns(document);
    const read = () => {
      const { sums, totals, carts, steps } = page.count();
      const before = [input, ...(inner ? [inner] : [])].map(one => page.findHeading(one)?.textContent);
      return [sums, totals, carts, steps.length, ...before].join();
    };
    const first = page.count();
    const read1 = read();
    input.value = '5';
    input.className = 'written';
    const isKept = page.count() === first;
    sum?.firstChild?.replaceWith('Thank you');
    const read2 = read();
    (heading?.firstChild as Text).data = '$1';
    link?.setAttribute('href', '/cart');
    const read3 = read();
    link?.setAttribute('role', 'heading');
    inner?.before(Object.assign(document.createElement('h3'), { textContent: 'Card' }));
    return { isKept, reads: [read1, read2, read3, read()] };
  });
  expect(counts.isKept).toBe(true);
  expect(counts.reads).toEqual([
    ...['1,1,0,1,Delivery,Delivery', '0,1,0,1,Delivery,Delivery'],
    ...['1,1,1,1,$1,$1', '1,1,1,2,Bag,Card'],
  ]);
});
