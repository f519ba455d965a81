import { expect, test } from 'vitest';
import type { Card } from '#shared/card/card.ts';
import { findByNumber } from './find-by-number.ts';
import type { Keyring } from './keyring.ts';

const rootKey = new Uint8Array(32).fill(7);

function makeEntry(id: string, primaryAccountNumber: string): Keyring['cards'][number] {
  const card = { id, label: id } as Card;
  return {
    card,
    cardData: { primaryAccountNumber, expiryMonth: '01', expiryYear: '2030', cardSecurityCode: '123' },
  };
}

const keyring: Keyring = {
  readingKeys: { publicKey: 'P', privateKey: 'S' },
  cards: [makeEntry('one', '4000001000000008'), makeEntry('two', '4000001000000016')],
  removedIds: [],
};

test('S62: the keyring finds the card of a number, and no card for the number of another', () => {
  expect(findByNumber(keyring, rootKey, '4000001000000016')?.id).toBe('two');
  expect(findByNumber(keyring, rootKey, '4000001000000024')).toBeNull();
  expect(findByNumber(keyring, rootKey, '400000100000001')).toBeNull();
  expect(findByNumber(keyring, rootKey, '')).toBeNull();
  expect(findByNumber({ ...keyring, cards: [] }, rootKey, '4000001000000008')).toBeNull();
});
