import { describe, expect, test } from 'vitest';
import { isLikeHost, namePayee, type PayeeClues } from './name-payee.ts';

function makeClues(host: string, change: Partial<PayeeClues>): PayeeClues {
  const nothing = {
    orderData: [],
    siteNames: [],
    title: '',
    brands: [],
    heads: [],
    notices: [],
    paidTexts: [],
  };
  return { host, ...nothing, ...change };
}

const TITLES: [title: string, host: string, name: string | null][] = [
  ['Checkout – Kestrel Audio', 'kestrel-audio.localhost', 'Kestrel Audio'],
  ['Kestrel Audio: Checkout', 'shop.kestrelaudio.com', 'Kestrel Audio'],
  ['Kestrel Audio Checkout', 'kestrel-audio.com', 'Kestrel Audio'],
  ['Secure Checkout | Boardwalk Brighton', 'boardwalk.localhost', 'Boardwalk Brighton'],
  ['Shipping - Brown & Sons - Checkout', 'checkout.hosted-pages.example', 'Brown & Sons'],
  ['Zur Kasse | Möbel Müller', 'moebel-mueller.de', 'Möbel Müller'],
  ['Kasse · Atelier Lindgrün', 'atelier-lindgruen.localhost', 'Atelier Lindgrün'],
  ['Atelier Lindgrün', 'atelier-lindgruen.localhost', 'Atelier Lindgrün'],
  ['Paiement - La Belle Assiette', 'labelleassiette.fr', 'La Belle Assiette'],
  ['Finalizar compra » Casa Olmo', 'casaolmo.es', 'Casa Olmo'],
  ['Afrekenen – Fietsenhoek', 'fietsenhoek.nl', 'Fietsenhoek'],
  ['주문서 작성 | 한옥살림', 'hanok-sallim.localhost', '한옥살림'],
  ['주문/결제 - 물방울', 'mulbangul.co.kr', '물방울'],
  ['ご注文手続き｜北の器', 'kitanoutsuwa.jp', '北の器'],
  ['确认订单 - 云上茶', 'yunshangcha.cn', '云上茶'],
  ['Оформление заказа | Лавка', 'lavka.example', 'Лавка'],
  ['Til betaling – Fjellull AS', 'elsewhere.example', 'Fjellull AS'],
  ['Platba objednávky | Včelařství Hrabě', 'elsewhere.example', 'Včelařství Hrabě'],
  ['إتمام الطلب | متجر التمور', 'elsewhere.example', 'متجر التمور'],
  ['Thanh toán - Cà Phê Đồi Gió', 'elsewhere.example', 'Cà Phê Đồi Gió'],
  ['Pay for Order # 1000 | Ridgeback Parts', 'elsewhere.example', 'Ridgeback Parts'],
  ['Payment – Order House', 'elsewhere.example', 'Order House'],
  ['Spring sale | Winter coats', 'elsewhere.example', null],
  ['Checkout', 'kestrel-audio.com', null],
  ['Your basket', 'kestrel-audio.com', null],
  ['Step 2 of 4', 'kestrel-audio.com', null],
  ['주문서', 'hanok.localhost', null],
  ['(2) Kestrel Audio – Checkout', 'elsewhere.example', 'Kestrel Audio'],
  ['Order #1234 - Kestrel Audio', 'elsewhere.example', 'Kestrel Audio'],
  ['Checkout - Step 2', 'kestrel-audio.com', null],
  ['Checkout | Shopify', 'kestrel-audio.com', null],
  ['Payment - Stripe', 'kestrel-audio.com', null],
  ['', 'hanok.localhost', null],
];

describe('the name in a title', () => {
  test.each(TITLES)('"%s" at %s names %s', (title, host, name) => {
    expect(namePayee(makeClues(host, { title }))).toEqual(name === null ? null : { name, from: 'title' });
  });
});

test('structured data counts before the site name, the title and the texts', () => {
  const clues = makeClues('kestrel-audio.com', {
    orderData: ['Kestrel Audio Ltd'],
    siteNames: ['Kestrel'],
    title: 'Checkout – Kestrel Audio',
    notices: ['© 2026 Kestrel Audio Co. All rights reserved'],
  });
  expect(namePayee(clues)).toEqual({ name: 'Kestrel Audio Ltd', from: 'order_data' });
  expect(namePayee({ ...clues, orderData: [] })).toEqual({ name: 'Kestrel', from: 'site_name' });
  expect(namePayee({ ...clues, orderData: [], siteNames: ['Checkout'] })?.from).toBe('title');
  expect(namePayee({ ...clues, orderData: [], siteNames: [], title: '' })).toEqual({
    ...{ name: 'Kestrel Audio Co', from: 'text' },
  });
});

test.each([
  ['© 2026 Kestrel Audio Co. All rights reserved', 'Kestrel Audio Co'],
  ['Copyright © 2019-2026 Brown & Sons, Inc.', 'Brown & Sons'],
  ['(c) Fietsenhoek 2026', 'Fietsenhoek'],
  ['© 2026, Kestrel Audio Powered by Shopify', 'Kestrel Audio'],
  ['© 2026', null],
  ['All prices include VAT', null],
])('beside a copyright sign: "%s"', (text, name) => {
  expect(namePayee(makeClues('elsewhere.example', { notices: [text] }))?.name ?? null).toBe(name);
});

test('the words of a link home count where they are like the host', () => {
  const brands = ['Skip to content', 'KESTREL audio'];
  expect(namePayee(makeClues('kestrel-audio.com', { brands }))).toEqual({
    ...{ name: 'KESTREL audio', from: 'text' },
  });
  expect(namePayee(makeClues('elsewhere.example', { brands }))).toBeNull();
});

test('a host in Latin letters is like no name in others: the only words of a link home count there', () => {
  const name = 'Чайная лавка';
  expect(namePayee(makeClues('samovar.example', { brands: [name, name] }))).toEqual({ name, from: 'text' });
  expect(namePayee(makeClues('samovar.example', { brands: [name, 'Каталог'] }))).toBeNull();
});

test('a name too long to be one is none, and no name is made up from the host', () => {
  expect(namePayee(makeClues('a-shop.example', { orderData: ['x'.repeat(80)] }))).toBeNull();
  expect(namePayee(makeClues('a-shop.example', {}))).toBeNull();
});

test.each([
  ['Kestrel Audio', 'kestrel-audio.localhost', true],
  ['Müller', 'mueller.de', true],
  ['Müller', 'muller.de', true],
  ['Shop', 'shop.other.com', false],
  ['Kestrel', 'kestrel-audio.com', true],
  ['Co', 'co.uk', false],
])('%s and %s are alike: %s', (name, host, alike) => {
  expect(isLikeHost(name, host)).toBe(alike);
});

test('who takes the money for a shop is not the payee, whatever the page says of itself', () => {
  const clues = makeClues('kestrel-audio.com', {
    orderData: ['Stripe Checkout'],
    siteNames: ['Kestrel Audio'],
  });
  expect(namePayee(clues)?.name).toBe('Kestrel Audio');
});

test.each([
  ['You are paying Saddlery Direct', 'Saddlery Direct'],
  ['Paga il tuo ordine a Cuoio & Co.', 'Cuoio & Co.'],
  ['Beneficiario del pagamento: Cuoio & Co (Firenze)', 'Cuoio & Co'],
  ['Payment to: Kestrel Audio. Reference 77', 'Kestrel Audio'],
  ['Zahlungsempfänger: Möbel Müller', 'Möbel Müller'],
  ['加盟店名：北の器', '北の器'],
  ['가맹점: 한옥살림', '한옥살림'],
  ['You are paying with your saved card', null],
  ['Pay to continue', null],
  ['Payment to the seller is due', null],
])('who is paid in "%s"', (text, name) => {
  const clues = makeClues('pay.example', { paidTexts: [text], siteNames: ['PayBridge'] });
  expect(namePayee(clues)?.name).toBe(name ?? 'PayBridge');
});

test.each([
  ['Atelier Verrier Morand', 'Atelier Verrier Morand'],
  ['Free delivery over £50', null],
  ['Secure checkout', null],
  ['Toll free 800 5550', null],
  ['Back to basket', null],
])('a page that names itself nowhere else, under the head "%s"', (head, name) => {
  expect(namePayee(makeClues('elsewhere.example', { heads: [head] }))?.name ?? null).toBe(name);
});

test('a head is the shorter name of a title or a notice', () => {
  const heads = ['Diwan Stationers'];
  const named = (change: Partial<PayeeClues>) =>
    namePayee(makeClues('elsewhere.example', { heads, ...change }))?.name;
  expect(named({ title: 'Checkout — Diwan Stationers, Kuwait' })).toBe('Diwan Stationers');
  expect(named({ notices: ['© 2026 Diwan Stationers Ltd. All rights reserved'] })).toBe('Diwan Stationers');
  expect(named({ title: 'Betaling · Ordre 10045' })).toBe('Diwan Stationers');
});

test('who sells is the payee on a market of many, unless several do', () => {
  const sold = ['Sold by', 'Sold by: Wonky Lamp Studio'];
  const named = (paidTexts: string[]) =>
    namePayee(makeClues('market.example', { paidTexts, siteNames: ['Kopimart'] }))?.name;
  expect(named(sold)).toBe('Wonky Lamp Studio');
  expect(named([...sold, 'Sold by: Other Lamps'])).toBe('Kopimart');
});

test('a site that calls itself by its host is called as its title or head spells that', () => {
  const clues = makeClues('elsewhere.example', { siteNames: ['medvedidoupe.example'] });
  expect(namePayee({ ...clues, title: 'Doprava a platba - Medvědí Doupě' })?.name).toBe('Medvědí Doupě');
  expect(namePayee(clues)?.name).toBe('medvedidoupe.example');
});
