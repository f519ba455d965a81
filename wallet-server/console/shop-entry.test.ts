import { expect, test } from 'vitest';
import { readShopEntry } from './shop-entry.ts';

const TYPED = { name: ' Made-up Shop ', host: 'shop.example', webhookUrl: '' };
const SHOP = { name: 'Made-up Shop', host: 'shop.example', webhookUrl: null };

test('S26: a shop is read as it is typed', () => {
  expect(readShopEntry(TYPED)).toEqual({ shop: SHOP });
});

test.each([
  ['https://Shop.Example/basket?item=1', 'shop.example'],
  [' SHOP.example ', 'shop.example'],
  ['http://shop.example:8080', 'shop.example'],
  ['münchen.example', 'xn--mnchen-3ya.example'],
])('of what is copied out of the address bar the host counts: %s', (host, read) => {
  expect(readShopEntry({ ...TYPED, host })).toEqual({ shop: { ...SHOP, host: read } });
});

test.each([
  [
    { name: ' ', host: '' },
    { name: 'missing', host: 'missing' },
  ],
  [{ host: 'my shop' }, { host: 'wrong' }],
  [{ host: 'shop_1.example' }, { host: 'wrong' }],
  [{ webhookUrl: 'nonsense' }, { webhookUrl: 'wrong' }],
  [{ webhookUrl: 'ftp://shop.example/hook' }, { webhookUrl: 'wrong' }],
])('what cannot be signed is said before the passkey is asked for: %o', (changes, problems) => {
  expect(readShopEntry({ ...TYPED, ...changes })).toEqual({ problems });
});
