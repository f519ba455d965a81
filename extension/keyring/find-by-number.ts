import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Card } from '#shared/card/card.ts';
import type { Keyring } from './keyring.ts';
import { encodeText } from './seal.ts';

/**
 * The card with that number (S62), or null. Keyed hashes under the root key are compared, over all cards each time:
 * how long it takes tells nothing about a number.
 */
export function findByNumber(keyring: Keyring, rootKey: Uint8Array, digits: string): Card | null {
  const wanted = tagNumber(rootKey, digits);
  const found = keyring.cards.filter(({ cardData }) =>
    isSame(wanted, tagNumber(rootKey, cardData.primaryAccountNumber)),
  );
  return found[0]?.card ?? null;
}

function tagNumber(rootKey: Uint8Array, digits: string): Uint8Array {
  return hmac(sha256, rootKey, encodeText(`wayveil-card-number-1 ${digits}`));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.reduce((difference, byte, at) => difference | (byte ^ (other[at] ?? 0)), 0) === 0;
}
