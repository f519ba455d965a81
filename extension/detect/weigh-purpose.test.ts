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
