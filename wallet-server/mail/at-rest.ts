import { computeHmac } from '../app/hmac.ts';
import { open, seal } from '../app/seal.ts';
import type { Services } from '../app/services.ts';

type Keeper = Pick<Services, 'settings'>;

/** Encrypts what mail keeps in the directory; `place` (table and row) is bound to it. */
export function sealAtRest(
  services: Keeper & Pick<Services, 'random'>,
  place: string,
  plaintext: Uint8Array,
): Buffer {
  return seal(plaintext, { key: services.settings.keyFor('mail-at-rest'), place }, services.random);
}

/** Opens what `sealAtRest` made for the same place; throws where the bytes or the place differ. */
export function openAtRest(services: Keeper, place: string, sealed: Uint8Array): Uint8Array {
  return open(sealed, { key: services.settings.keyFor('mail-at-rest'), place });
}

/** A keyed hash of `parts`: equal parts are found again, and nobody without the key can guess them. */
export function hashForIndex(services: Keeper, parts: readonly string[]): string {
  const key = services.settings.keyFor('mail-index');
  return computeHmac(key, JSON.stringify(parts)).toString('base64url');
}
