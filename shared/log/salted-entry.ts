import canonicalize from 'canonicalize';
import { type Hash, hashEntry } from './merkle-hash.ts';

/** What the log says happened: ids, versions and codes only. */
export interface LogEntry {
  kind: string;
  /** The purchase, the request or the person that it happened to. */
  subjectId: string;
  detail: string;
  atMs: number;
}

/**
 * What stands in the tree for an entry: SHA-256 over 0x00, salt and the canonical entry (RFC 8785). Nobody finds the
 * entry from it without the salt.
 */
export function hashSaltedEntry(salt: Uint8Array, entry: LogEntry): Hash {
  const { kind, subjectId, detail, atMs } = entry;
  const text = canonicalize({ kind, subjectId, detail, atMs });
  if (text === undefined) throw new TypeError('a log entry has no canonical form');
  return hashEntry(Uint8Array.of(...salt, ...new TextEncoder().encode(text)));
}
