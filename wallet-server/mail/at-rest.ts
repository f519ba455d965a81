import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '#shared/crypto/base64url.ts';
import type { Services } from '../app/services.ts';

type Keeper = Pick<Services, 'settings' | 'random'>;
const NONCE_LENGTH = 24;

function deriveKey(services: Pick<Services, 'settings'>, purpose: string): Uint8Array {
  const info = new TextEncoder().encode(`wayveil-mail-${purpose}-1`);
  return hkdf(sha256, services.settings.secretKey, undefined, info, 32);
}

/** Encrypts what mail keeps in the directory (XChaCha20-Poly1305); `place` (table and row) is bound to it. */
export function sealAtRest(services: Keeper, place: string, plaintext: Uint8Array): Buffer {
  const nonce = services.random(NONCE_LENGTH);
  const aad = new TextEncoder().encode(place);
  const cipher = xchacha20poly1305(deriveKey(services, 'rest'), nonce, aad);
  return Buffer.concat([nonce, cipher.encrypt(plaintext)]);
}

/** Opens what `sealAtRest` made for the same place; throws where the bytes or the place differ. */
export function openAtRest(services: Keeper, place: string, sealed: Uint8Array): Uint8Array {
  const aad = new TextEncoder().encode(place);
  const nonce = sealed.subarray(0, NONCE_LENGTH);
  return xchacha20poly1305(deriveKey(services, 'rest'), nonce, aad).decrypt(sealed.subarray(NONCE_LENGTH));
}

/** A keyed hash of `parts`: equal parts are found again, and nobody without the key can guess them. */
export function hashForIndex(services: Pick<Services, 'settings'>, parts: readonly string[]): string {
  const text = new TextEncoder().encode(JSON.stringify(parts));
  return encodeBase64url(hmac(sha256, deriveKey(services, 'index'), text));
}
