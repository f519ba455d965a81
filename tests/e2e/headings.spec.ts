import { expect, test } from '@playwright/test';
import { type BlankShop, openBlankShop } from '#tests/forms/open-blank-shop.ts';

let shop: BlankShop;

test.beforeAll(async () => {
  shop = await openBlankShop();
});
test.beforeEach(() => shop.reset());
test.afterAll(() => shop.close());

/** The headings above the last control of a page, nearest first. */
async function readSections(html: string): Promise<string[] | undefined> {
  return shop.page.evaluate(markup => {
    document.body.setHTMLUnsafe(markup);
    const { collectFields, createFieldIndex } = wayveilPageSide.parts;
    return collectFields(document, createFieldIndex()).fields.at(-1)?.sections;
  }, html);
}

const FIELD = '<div><input></div>';
const CASES: readonly [string, string, readonly string[]][] = [
  ['a heading right before it', `<h2>Billing</h2>${FIELD}`, ['Billing']],
  ['a legend', `<fieldset><legend>Card</legend>${FIELD}</fieldset>`, ['Card']],
  ['a heading in the box before it', `<div><h3>Delivery</h3></div>${FIELD}`, ['Delivery']],
  [
    'the nearest first',
    `<h1>Checkout</h1><section><h2>Address</h2>${FIELD}</section>`,
    ['Address', 'Checkout'],
  ],
  ['the last of several before it', `<h2>One</h2><h2>Two</h2>${FIELD}`, ['Two']],
  ['none that stands behind it', `${FIELD}<h2>Payment</h2>`, []],
  ['none that stands deeper in a box', `<div><div><h2>Login</h2></div></div>${FIELD}`, []],
  ['none far down in a box', `<div>${'<p></p>'.repeat(30)}<h2>Login</h2></div>${FIELD}`, []],
  ['none far before it', `<h2>Login</h2>${'<p></p>'.repeat(25)}${FIELD}`, []],
  ['three at most', `${[4, 3, 2, 1].map(at => `<h2>${at}</h2><div>`).join('')}${FIELD}`, ['1', '2', '3']],
  ['80 letters at most', `<h2>${'a'.repeat(90)}</h2>${FIELD}`, ['a'.repeat(80)]],
  [
    'those of its own shadow root',
    `<h2>Page</h2><div><template shadowrootmode="open"><section><h2>Own</h2>${FIELD}</section></template></div>`,
    ['Own'],
  ],
];

for (const [title, html, sections] of CASES) {
  test(`above a field stand ${title}`, async () => {
    expect(await readSections(html)).toEqual(sections);
  });
}
