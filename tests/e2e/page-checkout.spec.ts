import { expect, type Page, test } from '@playwright/test';
import { type BlankShop, openBlankShop } from '#tests/forms/open-blank-shop.ts';
import { ORDER_TEXTS } from './pages/order-texts.ts';

let shop: BlankShop;
let page: Page;

test.beforeAll(async () => {
  shop = await openBlankShop();
  page = shop.page;
});
test.beforeEach(() => shop.reset());
test.afterAll(() => shop.close());

test.describe('what a checkout says about its order', () => {
  const cases: [string, string, Record<string, unknown>][] = [
    [
      'en-US',
      '<table><tr><td>Subtotal</td><td>$40.00</td></tr><tr><td>Tax</td><td>$8.00</td></tr><tr><td>Order total</td><td>$48.00</td></tr></table>',
      { amount: '48.00', currency: 'USD' },
    ],
    [
      'ko',
      '<dl><div><dt>상품금액</dt><dd>45,000원</dd></div><div><dt>총 결제 금액</dt><dd>48,000원</dd></div></dl><p>주문번호: 20261121-0042</p>',
      { amount: '48000', currency: 'KRW', orderNumber: '20261121-0042' },
    ],
    [
      'de',
      '<ul><li>Versand <b>4,90 €</b></li><li>Gesamtsumme <b>1.234,56 €</b></li></ul>',
      { amount: '1234.56', currency: 'EUR' },
    ],
    [
      'ja',
      '<p>小計 4,000円</p><p>お支払い合計 <span>¥</span><span>4,800</span></p>',
      { amount: '4800', currency: 'JPY' },
    ],
    [
      'en',
      '<script type="application/ld+json">{"@type":"Order","orderNumber":"A-17","seller":{"@type":"Organization","name":"Kestrel Audio"},"priceSpecification":{"price":"48.50","priceCurrency":"GBP"}}</script>',
      {
        amount: '48.50',
        currency: 'GBP',
        orderNumber: 'A-17',
        payeeName: 'Kestrel Audio',
        amountFrom: 'order_data',
      },
    ],
    [
      'fr',
      '<div><span>Sous-total</span> <b>40,00 €</b></div><div><span>Total TTC</span> <b>48,50 €</b></div><p>Commande n° 2026-0042</p>',
      { amount: '48.50', currency: 'EUR', amountFrom: 'text', orderNumber: '2026-0042' },
    ],
    [
      'en',
      '<div itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Brown &amp; Sons</b></div><div itemscope itemtype="https://schema.org/Order"><span itemprop="orderNumber">B-204</span><meta itemprop="price" content="12.40"><meta itemprop="priceCurrency" content="USD"></div>',
      {
        ...{ payeeName: 'Brown & Sons', payeeFrom: 'order_data', orderNumber: 'B-204' },
        ...{ amount: '12.40', currency: 'USD', amountFrom: 'order_data' },
      },
    ],
    [
      'en',
      '<script>dataLayer.push({event: "begin_checkout", ecommerce: {currency: "EUR", value: 42.00}})</script><p>Order total <b>€48.00</b></p>',
      { amount: '48.00', currency: 'EUR', amountFrom: 'text' },
    ],
    [
      'en',
      '<script>dataLayer.push({event: "begin_checkout", ecommerce: {currency: "EUR", value: 42.00}})</script><p>Pay with your card</p>',
      { amount: '42.00', currency: 'EUR', amountFrom: 'order_data' },
    ],
    [
      'en',
      '<header><a href="/"><img alt="Blank shop"></a></header><footer>© 2026 Harbour Lamps Ltd. All rights reserved.</footer>',
      { payeeName: 'Harbour Lamps Ltd', payeeFrom: 'text', amount: null },
    ],
    [
      'en',
      '<header><span>PayBridge</span></header><p>You are paying <b>Saddlery Direct</b></p><dl><dt>Order</dt><dd>SD-2209-A</dd></dl><button>Pay £59.95</button>',
      { payeeName: 'Saddlery Direct', payeeFrom: 'text', amount: '59.95', orderNumber: 'SD-2209-A' },
    ],
    [
      'en',
      '<header>Tallow &amp; Wick <span>Help</span></header><script>dataLayer=[{order:{id:"TW-5590",currency:"USD",revenue:"63.18"}}]</script>',
      { payeeName: 'Tallow & Wick', amount: '63.18', currency: 'USD', amountFrom: 'order_data' },
    ],
    [
      'en',
      '<p>Nothing to pay here</p>',
      { amount: null, currency: null, payeeName: null, payeeFrom: null, orderNumber: null },
    ],
  ];
  const read = (language: string, html: string) =>
    page.evaluate(
      ([lang = '', markup = '']) => {
        document.documentElement.lang = lang;
        document.body.setHTMLUnsafe(markup);
        const { gatherClues, judgeClues } = wayveilPageSide.parts;
        return judgeClues(gatherClues(document), location.hostname);
      },
      [language, html],
    );

  for (const [language, html, wanted] of cases) {
    test(`in ${language}: ${JSON.stringify(wanted)}`, async () => {
      expect(await read(language, html)).toMatchObject(wanted);
    });
  }

  for (const [language, html, sum] of ORDER_TEXTS) {
    test(`in ${language} ${sum ?? 'no sum'}: ${html}`, async () => {
      const { amount, currency } = await read(language, html);
      expect(amount && `${amount} ${currency}`).toBe(sum);
    });
  }
});
