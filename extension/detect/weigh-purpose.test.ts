import { describe, expect, test } from 'vitest';
import type { FieldToken } from './field-description.ts';
import { foldText } from './fold-text.ts';
import type { PurposeEvidence } from './purpose-evidence.ts';
import { isOfAnotherPurpose, weighPurpose } from './weigh-purpose.ts';

const ADDRESS: FieldToken[] = ['name', 'street-address', 'postal-code', 'address-level2'];
const CARD: FieldToken[] = ['cc-number', 'cc-exp', 'cc-csc'];
const WHO: FieldToken[] = ['name', 'email', 'tel'];

/** Evidence of a page titled after its site alone; texts are folded here. */
function makeEvidence(tokens: FieldToken[], change: Partial<PurposeEvidence> = {}): PurposeEvidence {
  const nothing = { path: '', formName: '', around: '', named: '', others: [], choices: [] };
  const none = { sums: 0, totals: 0, carts: 0, passwords: 0, files: 0, framed: false };
  const { headings = [], buttons = [], title = 'Kestrel', ...rest } = change;
  const fold = (texts: readonly string[]) => texts.map(text => foldText(text));
  return {
    ...{ ...nothing, ...none, ...rest, tokens },
    ...{ headings: fold(headings), buttons: fold(buttons), title: foldText(title) },
  };
}

const ask = (...labels: string[]) => labels.map(label => ({ type: 'text', said: foldText(label) }));

describe('an order, an address or a card', () => {
  test.each<[says: string, evidence: PurposeEvidence]>([
    ['a card', makeEvidence(CARD)],
    ['a whole address before the next step', makeEvidence(ADDRESS, { buttons: ['Next'] })],
    ['a whole address beside a cart', makeEvidence(ADDRESS, { carts: 1 })],
    ['a whole address in a frame', makeEvidence(ADDRESS, { framed: true })],
    ['an address book', makeEvidence(ADDRESS, { headings: ['Neue Anschrift'], buttons: ['Speichern'] })],
    ['who orders', makeEvidence(WHO, { headings: ['Kontakt'], path: ' kasse ' })],
    [
      'an account made while paying',
      makeEvidence(ADDRESS, { headings: ['Register and pay'], carts: 1, buttons: ['Place order'] }),
    ],
    ['a coupon beside it', makeEvidence(ADDRESS, { carts: 1, others: ask('Coupon code', 'Order notes') })],
    [
      'a newsletter within it',
      makeEvidence(ADDRESS, { headings: ['Newsletter'], buttons: ['Zur Kasse'], others: ask('Gutschein') }),
    ],
  ])('%s', (_says, evidence) => {
    expect(weighPurpose(evidence)).not.toEqual([]);
    expect(isOfAnotherPurpose(evidence)).toBe(false);
  });
});

const SUMS = { sums: 5, totals: 2 };

/** Checkouts of shops whose goods are called as what is no order elsewhere: events, schools, courses, pets, prizes. */
const SHOPS_OF: [says: string, evidence: PurposeEvidence][] = [
  [
    'tickets for an event, with a card',
    makeEvidence([...WHO, ...CARD], {
      ...{ headings: ['Event tickets', 'Your details', 'Payment'], buttons: ['Apply', 'Pay now'] },
      ...{ title: 'Harbour Events', path: ' events 4471 tickets ', ...SUMS },
    }),
  ],
  [
    'tickets for an event, sent by post and paid on account',
    makeEvidence([...ADDRESS, 'email'], {
      ...{ headings: ['Summer festival event', 'Billing address'], buttons: ['Place order'], ...SUMS },
      ...{ title: 'Checkout – Harbour Events', path: ' checkout ', others: ask('Promo code') },
    }),
  ],
  [
    'tickets, before the next step and without a card',
    makeEvidence(WHO, {
      ...{ headings: ['Conference tickets', 'Who is buying'], buttons: ['Continue to payment'], ...SUMS },
      ...{ title: 'Harbour Conference 2026', path: ' e harbour conference checkout ' },
    }),
  ],
  [
    'uniforms of a school',
    makeEvidence([...ADDRESS, 'email', 'tel'], {
      ...{ headings: ['School uniforms', 'Delivery address'], buttons: ['Continue'], carts: 1, ...SUMS },
      ...{ title: 'Uniform shop – Ashgrove School', others: ask('Pupil name', 'Class') },
    }),
  ],
  [
    'Schulranzen',
    makeEvidence([...ADDRESS, 'email'], {
      ...{
        headings: ['Schulranzen-Set', 'Lieferadresse', 'Zahlung'],
        buttons: ['Kaufen'],
        carts: 1,
        ...SUMS,
      },
      ...{ title: 'Kasse | Schulbedarf Wendland', path: ' kasse ', choices: [' paypal '] },
    }),
  ],
  [
    'Karten einer Veranstaltung',
    makeEvidence([...ADDRESS, 'email'], {
      ...{ headings: ['Ihre Veranstaltung', 'Rechnungsadresse'], buttons: ['Weiter'], ...SUMS },
      ...{ title: 'Ticketshop Veranstaltungen Süd', path: ' veranstaltung 77 bestellung ' },
    }),
  ],
  [
    'fournitures d’école',
    makeEvidence([...ADDRESS, 'email'], {
      ...{ headings: ['Fournitures pour l’école', 'Adresse de livraison'], buttons: ['Continuer'], ...SUMS },
      ...{ title: 'Commande – La Boîte de l’École', path: ' commande ', carts: 1 },
    }),
  ],
  [
    'une formation qui se paie, avec sa carte',
    makeEvidence([...WHO, ...CARD], {
      ...{ headings: ['Stage de poterie', 'Paiement'], buttons: ['Payer 90,00 €'], ...SUMS },
      ...{ title: 'Stages et formations' },
    }),
  ],
  [
    'libros de escuela',
    makeEvidence([...ADDRESS, 'tel'], {
      ...{ headings: ['Libros de la escuela', 'Datos de envío'], buttons: ['Continuar'], carts: 1, ...SUMS },
      ...{ title: 'Finalizar compra | Librería Alumnos', path: ' pedido ' },
    }),
  ],
  [
    'entradas de un concurso',
    makeEvidence([...WHO, ...CARD], {
      ...{ headings: ['Concurso de guitarra: entradas', 'Pago'], buttons: ['Pagar'], ...SUMS },
      ...{ title: 'Entradas', path: ' eventos 12 entradas ' },
    }),
  ],
  [
    '学校の用品',
    makeEvidence([...ADDRESS, 'tel', 'email'], {
      ...{ headings: ['学校用品のご購入', 'お届け先'], buttons: ['次へ'], carts: 1, ...SUMS },
      ...{ title: '学校用品ストア ご注文手続き', choices: [' 代引 '] },
    }),
  ],
  [
    'イベントのチケット',
    makeEvidence([...WHO, ...CARD], {
      ...{ headings: ['イベント参加チケット', 'お支払い方法'], buttons: ['購入を確定する'], ...SUMS },
      ...{ title: 'イベントチケット' },
    }),
  ],
  [
    '학교 물품',
    makeEvidence([...ADDRESS, 'tel'], {
      ...{ headings: ['학교 체육복', '배송지'], buttons: ['결제하기'], ...SUMS, title: '학교 교복몰 주문서' },
    }),
  ],
  [
    '이벤트 상품',
    makeEvidence([...ADDRESS, 'tel'], {
      ...{
        headings: ['이벤트 상품', '주문자 정보'],
        buttons: ['다음'],
        ...SUMS,
        title: '이벤트 스토어',
        carts: 1,
      },
    }),
  ],
  [
    'food for a pet',
    makeEvidence(ADDRESS, {
      ...{ headings: ['Pet food', 'Shipping address'], buttons: ['Continue to delivery'], carts: 1, ...SUMS },
      ...{ title: 'Pet Pantry – Checkout', path: ' checkout ' },
    }),
  ],
  [
    'a membership that is paid with a card',
    makeEvidence([...ADDRESS, ...CARD], {
      ...{ headings: ['Membership', 'Payment details'], buttons: ['Join and pay £45.00'], ...SUMS },
      ...{ title: 'Join the museum' },
    }),
  ],
];

test.each(SHOPS_OF)('a checkout of %s', (_says, evidence) => {
  expect(isOfAnotherPurpose(evidence), JSON.stringify(weighPurpose(evidence))).toBe(false);
});

describe('something else', () => {
  test.each<[says: string, evidence: PurposeEvidence]>([
    ['a whole address and nothing of a shop', makeEvidence(ADDRESS, { buttons: ['Podpisuję'] })],
    ['who someone is and nothing of an order', makeEvidence(WHO, { buttons: ['Next'] })],
    [
      'an application, before the next step',
      makeEvidence(ADDRESS, { headings: ['Wniosek o miejsce'], buttons: ['Dalej'] }),
    ],
    [
      'fields that no shop has',
      makeEvidence(ADDRESS, { carts: 1, others: ask('Gatunek zwierzęcia', 'Powód') }),
    ],
    [
      'a complaint about an order, beside a cart',
      makeEvidence(ADDRESS, {
        ...{
          headings: ['Report a problem with your order'],
          buttons: ['Send'],
          carts: 1,
          sums: 3,
          totals: 1,
        },
        ...{ title: 'Complaints', others: [...ask('What went wrong', 'Reason')] },
      }),
    ],
    [
      'a place at a school, beside a cart',
      makeEvidence(ADDRESS, {
        ...{ headings: ['School admission'], buttons: ['Apply'], carts: 1, sums: 3, totals: 1 },
      }),
    ],
    ['a file', makeEvidence(ADDRESS, { carts: 1, files: 1, buttons: ['Next'] })],
    [
      'a fee that is paid with an application',
      makeEvidence(ADDRESS, { headings: ['Visa application form'], buttons: ['Apply'], sums: 2, totals: 1 }),
    ],
    [
      'a subscription beside a shop',
      makeEvidence(['email'], { headings: ['Newsletter'], carts: 1, buttons: ['OK'] }),
    ],
    ['a balance of a gift card', makeEvidence(CARD, { headings: ['Gift card balance'] })],
    [
      'who travels, before paying',
      makeEvidence(WHO, { headings: ['Passengers'], buttons: ['Continue to payment'] }),
    ],
  ])('%s', (_says, evidence) => {
    expect(isOfAnotherPurpose(evidence)).toBe(true);
  });
});
