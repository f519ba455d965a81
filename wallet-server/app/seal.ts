import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { hchacha } from '@noble/ciphers/chacha.js';
import type { Random } from './services.ts';

const NONCE_BYTES = 24;
const TAG_BYTES = 16;
/** XChaCha20-Poly1305 is ChaCha20-Poly1305 (RFC 8439) under a key that follows from these bytes of the nonce. */
const SUBKEY_NONCE_BYTES = 16;
const CIPHER = 'chacha20-poly1305';
const TAGGED = { authTagLength: TAG_BYTES } as const;
/** "expand 32-byte k" (RFC 8439, section 2.3). */
const SIGMA = readWords(Buffer.from('expand 32-byte k'));

export interface SealingKey {
  key: Uint8Array;
  /** Where the bytes belong (table, row, version): they open nowhere else. */
  place: string | Uint8Array;
}

/** Encrypts for storage (XChaCha20-Poly1305): nonce, then cipher text. */
export function seal(plaintext: Uint8Array, { key, place }: SealingKey, random: Random): Buffer {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, deriveSubkey(key, nonce), innerNonce(nonce), TAGGED);
  cipher.setAAD(encodePlace(place), { plaintextLength: plaintext.length });
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made; throws where bytes, key or place differ. */
export function open(sealed: Uint8Array, { key, place }: SealingKey): Uint8Array {
  const plainLength = sealed.length - NONCE_BYTES - TAG_BYTES;
  if (plainLength < 0) throw new RangeError('sealed bytes are shorter than nonce and tag');
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, deriveSubkey(key, nonce), innerNonce(nonce), TAGGED);
  decipher.setAAD(encodePlace(place), { plaintextLength: plainLength });
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES + plainLength));
  const plaintext = decipher.update(sealed.subarray(NONCE_BYTES, NONCE_BYTES + plainLength));
  // Throws where the tag is wrong: nothing is given before.
  decipher.final();
  return plaintext;
}

/** HChaCha20 (draft-irtf-cfrg-xchacha, section 2.2). As an object: the cipher takes bytes at nine times the cost. */
function deriveSubkey(key: Uint8Array, nonce: Uint8Array): KeyObject {
  const keyWords = readWords(key);
  const subkey = new Uint32Array(8);
  hchacha(SIGMA, keyWords, readWords(nonce.subarray(0, SUBKEY_NONCE_BYTES)), subkey);
  const bytes = Buffer.alloc(32);
  for (const [index, word] of subkey.entries()) bytes.writeUInt32LE(word, 4 * index);
  const derived = createSecretKey(bytes);
  for (const used of [keyWords, subkey, bytes]) used.fill(0);
  return derived;
}

/** Four bytes of zero, then what the subkey did not take. */
function innerNonce(nonce: Uint8Array): Uint8Array {
  const inner = new Uint8Array(12);
  inner.set(nonce.subarray(SUBKEY_NONCE_BYTES), 4);
  return inner;
}

function readWords(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = new Uint32Array(bytes.length / 4);
  for (let index = 0; index < words.length; index += 1) words[index] = view.getUint32(4 * index, true);
  return words;
}

function encodePlace(place: string | Uint8Array): Uint8Array {
  return typeof place === 'string' ? Buffer.from(place) : place;
}
