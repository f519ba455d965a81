import type { Envelope } from './envelope.ts';

/** An envelope as one store holds it: with that store's share, sealed by that store's key. */
export interface StoredRow extends Envelope {
  /** Which of the store's keys sealed the share. */
  keyId: string;
  sealedShare: Uint8Array;
}

/** `stale`: the store holds something as new or newer in that place, or a newer tombstone. */
export type StoreAnswer = 'taken' | 'stale';

/**
 * One of the three stores: few calls, each atomic. Any of them may throw or hang: then the store is away.
 * A person has one row per generation, so that a write that stopped half-way never destroys the one before it.
 */
export interface Store {
  read(personId: string): Promise<StoredRow[]>;
  /** Takes the row if it is newer than what the store has of that generation. A tombstone deletes all that is older. */
  write(row: StoredRow): Promise<StoreAnswer>;
  /** Deletes exactly this row, if it is still as it was seen. */
  remove(seen: StoredRow): Promise<void>;
  /** Puts `row` in the place of exactly the row that was seen, in one step; `stale` where that one is gone. */
  exchange(seen: StoredRow, row: StoredRow): Promise<StoreAnswer>;
  /** A few rows that another key than this one sealed. */
  listSealedOtherwise(keyId: string, limit: number): Promise<StoredRow[]>;
  /** Answers where the store is there: the names of the keys that sealed a few of its rows. */
  sampleKeys(): Promise<string[]>;
  close(): Promise<void>;
}
