import { describe, expect, test } from 'vitest';
import {
  addCard,
  type Keyring,
  mergeKeyrings,
  openKeyring,
  readWraps,
  removeCard,
  sealKeyring,
} from './keyring.ts';

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const rootKey = random(32);
const wraps = [{ by: 'prf' as const, key: 'AAAA' }];
const empty: Keyring = { readingKeys: { publicKey: 'P', privateKey: 'S' }, cards: [], removedIds: [] };

function withCard(id: string): Keyring {
  const address = {
    ...{ addressLines: ['1 Hub Street'], addressLevel2: 'Portland', addressLevel1: 'OR' },
    ...{ postalCode: '97201', country: 'US' },
  };
  const virtualIdentity = {
    ...{ name: 'V N', givenName: 'V', familyName: 'N', email: 'v@mail.example', tel: '+15035550100' },
    ...{ address, deliveryCode: '30217' },
  };
  const card = { id, label: 'Everyday', lastDigits: '4242', currency: 'USD', virtualIdentity, issuedAtMs: 1 };
  const cardData = {
    ...{
      primaryAccountNumber: '4000001234567899',
      expiryMonth: '01',
      expiryYear: '2030',
      cardSecurityCode: '123',
    },
  };
  return addCard(empty, card, cardData);
}

describe('the sealed keyring', () => {
  test('opens under its root key and version', () => {
    const sealed = sealKeyring(withCard('a'), rootKey, wraps, 3, random);
    expect(openKeyring(sealed, rootKey, 3)).toEqual(withCard('a'));
    expect(readWraps(sealed)).toEqual(wraps);
  });

  test('does not pass for another version, under another key or with a bit changed', () => {
    const sealed = sealKeyring(empty, rootKey, wraps, 3, random);
    expect(openKeyring(sealed, rootKey, 4)).toBeNull();
    expect(openKeyring(sealed, random(32), 3)).toBeNull();
    const text = new TextDecoder().decode(Buffer.from(sealed, 'base64url'));
    const at = text.indexOf('"box":"') + 60;
    const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    expect(openKeyring(Buffer.from(changed).toString('base64url'), rootKey, 3)).toBeNull();
  });

  test('a text that is none gives nothing', () => {
    expect(openKeyring('AAAA', rootKey, 1)).toBeNull();
    expect(readWraps('not base64url!')).toBeNull();
  });

  test('shows nothing of its cards', () => {
    const sealed = sealKeyring(withCard('a'), rootKey, wraps, 1, random);
    expect(Buffer.from(sealed, 'base64url').toString()).not.toContain('4000001234567899');
  });

  test('a card that one device removed is not brought back by the other, whichever pushes first', () => {
    const removed = removeCard(withCard('a'), 'a');
    expect(removed.cards).toEqual([]);
    expect(mergeKeyrings(withCard('a'), removed).cards).toEqual([]);
    expect(mergeKeyrings(removed, withCard('a')).cards).toEqual([]);
    expect(mergeKeyrings(removed, withCard('b')).cards).toEqual(withCard('b').cards);
  });

  test('one that was sealed before cards could be removed opens', () => {
    const { removedIds: _, ...older } = withCard('a');
    const sealed = sealKeyring(older as Keyring, rootKey, wraps, 1, random);
    expect(openKeyring(sealed, rootKey, 1)).toEqual(withCard('a'));
  });

  test('two devices keep the cards of both, each once', () => {
    const both = mergeKeyrings(
      withCard('a'),
      addCard(withCard('a'), { ...first(withCard('b')).card }, first(withCard('b')).cardData),
    );
    expect(both.cards.map(({ card }) => card.id)).toEqual(['a', 'b']);
    expect(mergeKeyrings(both, withCard('b')).cards).toHaveLength(2);
  });
});

function first(keyring: Keyring): Keyring['cards'][number] {
  const [card] = keyring.cards;
  if (!card) throw new TypeError('the keyring has a card');
  return card;
}
