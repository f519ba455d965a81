import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array<ArrayBuffer>;

export const HASH_BYTES = 32;

/** Root of a tree without leaves: the hash of nothing (RFC 6962, section 2.1). */
export function hashEmptyTree(): Hash {
  return new Uint8Array(sha256(new Uint8Array()));
}

/** Leaf hash of an entry of the tree: SHA-256 over 0x00 and the entry (RFC 6962, section 2.1). */
export function hashEntry(entry: Uint8Array): Hash {
  return new Uint8Array(sha256.create().update(Uint8Array.of(0)).update(entry).digest());
}

/** Hash of an inner node: SHA-256 over 0x01, left and right (RFC 6962, section 2.1). */
export function hashChildren(left: Uint8Array, right: Uint8Array): Hash {
  return new Uint8Array(sha256.create().update(Uint8Array.of(1)).update(left).update(right).digest());
}

/** Whether two hashes are the same bytes. Hashes of the log are public: time tells nothing. */
export function equalsHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
