import { computeHmac } from '../app/hmac.ts';
import type { Services } from '../app/services.ts';

/** No letter that is taken for another; ten of them are 50 bits, for two days and by a passkey only. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 10;

/** What a removal is taken back with, beside a passkey: it stands in the letter about the removal, and nowhere else. */
export function makeKeepingCode({ random }: Pick<Services, 'random'>): string {
  return Array.from(random(LENGTH), byte => ALPHABET[byte % ALPHABET.length]).join('');
}

/** As it is kept; spaces, hyphens and case do not count. */
export function hashKeepingCode(
  { settings }: Pick<Services, 'settings'>,
  credentialId: string,
  code: string,
): Buffer {
  const folded = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return computeHmac(settings.keyFor('keeping-code'), `${credentialId}:${folded}`);
}
