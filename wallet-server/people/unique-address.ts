import { computeHmac } from '../app/hmac.ts';
import { open, seal } from '../app/seal.ts';
import type { Services } from '../app/services.ts';

/** Letters and digits that nobody mistakes for one another; 12 of them are 58 bits. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 12;

/** A new unique address (S25): chance, and nothing that says whose it is. It begins with a letter, as shops expect. */
export function makeUniqueAddress(services: Pick<Services, 'random' | 'settings'>): string {
  const local = Array.from(services.random(LENGTH), (byte, index) => {
    return ALPHABET[byte % (index === 0 ? 24 : 32)] ?? '';
  }).join('');
  return `${local}@${services.settings.mailDomain}`;
}

/** What an address is found by without being kept: a keyed hash of it in lower case. */
export function indexAddress(services: Pick<Services, 'settings'>, address: string): Buffer {
  const key = services.settings.keyFor('address-index');
  return computeHmac(key, address.trim().toLowerCase());
}

export function sealAddress(
  services: Pick<Services, 'settings' | 'random'>,
  personId: string,
  address: string,
): Buffer {
  return seal(Buffer.from(address), makeSealingKey(services, personId), services.random);
}

export function openAddress(
  services: Pick<Services, 'settings'>,
  personId: string,
  sealed: Uint8Array,
): string {
  return Buffer.from(open(sealed, makeSealingKey(services, personId))).toString();
}

function makeSealingKey(services: Pick<Services, 'settings'>, personId: string) {
  return { key: services.settings.keyFor('unique-address'), place: `people:${personId}` };
}
