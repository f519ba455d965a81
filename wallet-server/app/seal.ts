import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { Random } from './services.ts';

const NONCE_BYTES = 24;

export interface SealingKey {
  key: Uint8Array;
  /** Where the bytes belong (table, row, version): they open nowhere else. */
  place: string | Uint8Array;
}

/** Encrypts for storage (XChaCha20-Poly1305): nonce, then cipher text. */
export function seal(plaintext: Uint8Array, { key, place }: SealingKey, random: Random): Buffer {
  const nonce = random(NONCE_BYTES);
  const cipher = xchacha20poly1305(key, nonce, encodePlace(place));
  return Buffer.concat([nonce, cipher.encrypt(plaintext)]);
}

/** Opens what `seal` made; throws where bytes, key or place differ. */
export function open(sealed: Uint8Array, { key, place }: SealingKey): Uint8Array {
  const cipher = xchacha20poly1305(key, sealed.subarray(0, NONCE_BYTES), encodePlace(place));
  return cipher.decrypt(sealed.subarray(NONCE_BYTES));
}

function encodePlace(place: string | Uint8Array): Uint8Array {
  return typeof place === 'string' ? new TextEncoder().encode(place) : place;
}
