import { hash } from 'node:crypto';
import { compareStamps, type Stamp } from './stamp.ts';

/** The stores of the vault; any two suffice. A share's place in coordinates and commitments is its store's place here. */
export const STORE_NAMES = ['first', 'second', 'files'] as const;
export type StoreName = (typeof STORE_NAMES)[number];

/** What all stores hold alike of one write. */
export interface Envelope {
  personId: string;
  stamp: Stamp;
  /** Which command wrote it (16 bytes in hex): done again, it is known. */
  writeId: string;
  /** Names the person's key and its split (16 bytes in hex). */
  generation: string;
  /** A tombstone: the keys of everything older are gone. The four below are empty then. */
  erased: boolean;
  /** The x of each store's share: a lost share is worked out again from two others. */
  coordinates: Uint8Array;
  /** SHA-256 of each store's share, one after the other. */
  commitments: Uint8Array;
  ciphertext: Uint8Array;
}

/** What the directory remembers of the newest write that it acknowledged or showed. */
export interface Head {
  stamp: Stamp;
  /** From `digestEnvelope`. */
  digest: string;
  erased: boolean;
}

/** What the directory knows of a person: a store's answer below this is no answer. */
export interface Known {
  head: Head | null;
  /** Everything up to this sequence was erased for good; 0 where nothing was. */
  erasedThrough: number;
}

/** SHA-256 in hex over all of an envelope: the commitment to a write, which the log keeps (S57). */
export function digestEnvelope(envelope: Envelope): string {
  const { personId, stamp, writeId, generation, erased, coordinates, commitments, ciphertext } = envelope;
  const parts = [toHex(coordinates), toHex(commitments), hash('sha256', ciphertext)];
  return hash(
    'sha256',
    JSON.stringify([personId, stamp.sequence, stamp.nonce, writeId, generation, erased, ...parts]),
  );
}

/** Whether two envelopes have one digest, without working it out. */
export function isSameEnvelope(one: Envelope, other: Envelope): boolean {
  if (one === other) return true;
  const { personId, stamp, writeId, generation, erased } = one;
  if (compareStamps(stamp, other.stamp) !== 0 || personId !== other.personId || erased !== other.erased)
    return false;
  if (writeId !== other.writeId || generation !== other.generation) return false;
  return (['coordinates', 'commitments', 'ciphertext'] as const).every(
    part => Buffer.compare(one[part], other[part]) === 0,
  );
}

export function headOf(envelope: Envelope): Head {
  return { stamp: envelope.stamp, digest: digestEnvelope(envelope), erased: envelope.erased };
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
