import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Random } from '../app/services.ts';

/** What the log says happened: ids, versions and codes only. */
export interface LogEntry {
  kind: 'confirmed' | 'settled' | 'disclosed';
  subjectId: string;
  detail: string;
  atMs: number;
}

/** A leaf before it has its place in the tree. */
export interface LogLeaf {
  leafHash: Uint8Array;
  salt: Uint8Array;
  entry: LogEntry;
}

const SALT_BYTES = 32;

/** SHA-256 of 0x00, salt and the canonical entry: the leaf hash of RFC 6962 (section 2.1) over a salted entry. */
export function hashLeaf(salt: Uint8Array, entry: LogEntry): Uint8Array {
  const text = canonicalize(entry);
  if (text === undefined) throw new TypeError('a log entry has no canonical form');
  return createHash('sha256').update(Uint8Array.of(0)).update(salt).update(text).digest();
}

/** A leaf whose salt keeps anyone from guessing the entry from its hash. */
export function planLeaf(entry: LogEntry, random: Random): LogLeaf {
  const salt = random(SALT_BYTES);
  return { leafHash: hashLeaf(salt, entry), salt, entry };
}

/** Leaves as rows of `jsonb_to_recordset`; bytes in hex. */
export function toLeafRows(leaves: readonly LogLeaf[]): object[] {
  return leaves.map(({ leafHash, salt, entry }) => ({
    leaf_hash: Buffer.from(leafHash).toString('hex'),
    salt: Buffer.from(salt).toString('hex'),
    entry,
    at_ms: entry.atMs,
  }));
}
