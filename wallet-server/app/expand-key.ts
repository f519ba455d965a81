import { hkdfSync } from 'node:crypto';

/** HKDF-SHA-256 (RFC 5869): `length` bytes of a key that serves `info` alone. */
export function expandKey(
  secret: Uint8Array,
  { salt, info, length }: { salt: Uint8Array; info: Uint8Array | string; length: number },
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdfSync('sha256', secret, salt, info, length));
}
