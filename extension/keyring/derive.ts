import { argon2idAsync } from '@noble/hashes/argon2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeText } from './seal.ts';

/** HKDF-SHA-256 (RFC 5869): `length` bytes of a key that serves `info` alone. */
export function expandSecret(
  secret: Uint8Array,
  { salt, info, length }: { salt: Uint8Array | undefined; info: Uint8Array; length: number },
): Uint8Array {
  return hkdf(sha256, secret, salt, info, length);
}

/** 32 bytes by Argon2id (RFC 9106) over the pass phrase in NFKC, so that it is the same from every keyboard. */
export async function hashPassphrase(
  passphrase: string,
  salt: Uint8Array,
  cost: { memoryKib: number; passes: number; lanes: number },
): Promise<Uint8Array> {
  const { memoryKib: m, passes: t, lanes: p } = cost;
  return argon2idAsync(encodeText(passphrase.normalize('NFKC')), salt, { m, t, p, dkLen: 32 });
}
