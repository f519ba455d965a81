import { expect, test } from 'vitest';
import { cutPushed } from './gather-pushed.ts';
import { readPushedOrder } from './judge-pushed.ts';

test.each([
  [
    'begin_checkout with unquoted keys',
    `window.dataLayer = window.dataLayer || []; dataLayer.push({ event: 'begin_checkout', ecommerce: { currency: 'EUR', value: 49.90, items: [{ item_id: 'A', value: 9 }] } });`,
    { amount: '49.90', currency: 'EUR', orderNumber: null },
  ],
  [
    'purchase as JSON, the event last',
    `dataLayer.push({"ecommerce":{"transaction_id":"KA-20814","value":"257.00","currency":"USD"},"event":"purchase"})`,
    { amount: '257.00', currency: 'USD', orderNumber: 'KA-20814' },
  ],
  [
    'gtag',
    `gtag('event', 'add_payment_info', { currency: "GBP", value: 153.95 });`,
    { amount: '153.95', currency: 'GBP', orderNumber: null },
  ],
  [
    'an order without an event',
    `dataLayer=[{"pageType":"payment","customer":{"value":900},"order":{"id":"TW-5590","currency":"USD","revenue":"63.18","tax":"4.18"}}];`,
    { amount: '63.18', currency: 'USD', orderNumber: null },
  ],
  [
    'a value that only an item has',
    `dataLayer.push({event:'begin_checkout', ecommerce:{items:[{value: 9, currency: 'USD'}]}})`,
    { amount: null, currency: 'USD', orderNumber: null },
  ],
])('%s', (_name, script, order) => {
  expect(readPushedOrder(cutPushed(script) ?? '')).toEqual(order);
});

test.each([
  ['another event', `dataLayer.push({ event: 'page_view', value: 12 })`],
  ['no data layer', `track({ event: 'purchase', value: 12 })`],
  ['a script too long to be read', `dataLayer.push({ event: 'purchase', value: 12 })${' '.repeat(20_001)}`],
])('%s says nothing', (_name, script) => {
  expect(cutPushed(script)).toBeNull();
});
