import { createHash } from 'node:crypto';
import type { Stamp } from './stamp.ts';

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
  const parts = [coordinates, commitments, hash(ciphertext)].map(part => Buffer.from(part).toString('hex'));
  const text = JSON.stringify([personId, stamp.sequence, stamp.nonce, writeId, generation, erased, ...parts]);
  return hash(Buffer.from(text)).toString('hex');
}

export function headOf(envelope: Envelope): Head {
  return { stamp: envelope.stamp, digest: digestEnvelope(envelope), erased: envelope.erased };
}

function hash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
