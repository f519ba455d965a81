import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { decodeBase64url, encodeBase64url } from '#shared/crypto/base64url.ts';

export type Random = (bytes: number) => Uint8Array<ArrayBuffer>;

const NONCE_BYTES = 24;

/** XChaCha20-Poly1305 under a key of 32 bytes: nonce and cipher text, base64url. `context` says what it is for. */
export function sealBytes(
  key: Uint8Array,
  plaintext: Uint8Array,
  context: string | Uint8Array,
  random: Random,
): string {
  const nonce = random(NONCE_BYTES);
  const ciphertext = xchacha20poly1305(key, nonce, encodeContext(context)).encrypt(plaintext);
  const sealed = new Uint8Array(NONCE_BYTES + ciphertext.length);
  sealed.set(nonce);
  sealed.set(ciphertext, NONCE_BYTES);
  return encodeBase64url(sealed);
}

/** The plaintext, or null where key, context or a bit of the sealed text differs. */
export function openBytes(key: Uint8Array, sealed: string, context: string | Uint8Array): Uint8Array | null {
  const bytes = decodeBase64url(sealed);
  if (!bytes || bytes.length < NONCE_BYTES + 16) return null;
  const cipher = xchacha20poly1305(key, bytes.subarray(0, NONCE_BYTES), encodeContext(context));
  try {
    return cipher.decrypt(bytes.subarray(NONCE_BYTES));
  } catch {
    return null;
  }
}

export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function encodeContext(context: string | Uint8Array): Uint8Array {
  return typeof context === 'string' ? encodeText(context) : context;
}
