import { hashSaltedEntry, type LogEntry as SharedEntry } from '#shared/log/salted-entry.ts';
import type { Random } from '../app/services.ts';

/** An event of this server in the words of the log. */
export interface LogEntry extends SharedEntry {
  kind: 'issued' | 'confirmed' | 'settled' | 'disclosed' | 'stored' | 'erased' | 'passkey';
}

/** A leaf before it has its place in the tree. */
export interface LogLeaf {
  leafHash: Uint8Array;
  salt: Uint8Array;
  entry: LogEntry;
}

const SALT_BYTES = 32;

/** A leaf whose salt keeps anyone from guessing the entry from its hash. */
export function planLeaf(entry: LogEntry, random: Random): LogLeaf {
  const salt = random(SALT_BYTES);
  return { leafHash: hashSaltedEntry(salt, entry), salt, entry };
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
