import type { FieldToken } from '../field-description.ts';
import type { OtherMeaning } from './rule.ts';

export interface Meaning {
  token: FieldToken;
  /** What a `none` is instead. */
  other: OtherMeaning | null;
}

/** A phrase that is looked for anywhere in an identifier without separators. */
export interface InsidePhrase {
  phrase: string;
  meaning: Meaning;
}

/**
 * Hashes in their order, and the meaning of each. The first bits of a hash name its bucket and are not kept, the next
 * are its tail, the rest is dropped.
 */
export interface HashTable {
  bucketBits: number;
  tailBits: number;
  /** A letter for each: `FIRST_MEANING` is the first one of all. */
  meanings: string;
  /** Where each bucket begins, and one more. */
  starts: Uint16Array;
  /** For each hash the place of its meaning in `meanings`, and its tail: so many bits together. */
  records: DataView;
  recordBits: number;
}

/** Phrases by their hash, in tables of meanings that are about as frequent: the fewer these are, the fewer bits they take. */
export interface HashedPhrases<M> {
  tables: readonly HashTable[];
  /** All meanings; of two that have the same phrase the first counts more. */
  known: readonly M[];
}

/** Phrases by their hash: their words are not kept. */
export interface Lexicon {
  phrases: HashedPhrases<Meaning>;
  /** By their first three letters. */
  inside: ReadonlyMap<string, readonly InsidePhrase[]>;
  /** Whether a phrase counts only when nothing else stands beside it. */
  countsAlone(phrase: string): boolean;
}

/** Lists whose words mean nothing but that they are in it. */
export type WordList =
  | 'countries'
  | 'states'
  | 'stateCodes'
  | 'persons'
  | 'holders'
  | 'cards'
  | 'alone'
  | 'again'
  | 'looseNames'
  | 'wholeNames'
  | 'fillers';

/** Both lexicons as they ship, and the lists of words beside them. */
export interface PackedLexicons {
  prose: PackedPhrases;
  code: PackedPhrases;
  lists: PackedPhrases;
}

/** What the packed lexicons say in words. */
export interface PackedNames {
  /** `token` or `none:other`, parted by spaces. */
  meanings: string;
  /** By meaning in their order: phrases parted by `|`, meanings by spaces. */
  inside: string;
  /** Names of the lists in the order of their meanings, parted by spaces. */
  listNames: string;
}

/**
 * A text for each table, its parts parted by spaces: how many bits of a hash name its bucket, how many more are kept,
 * its meanings; as base64 a one for each hash of a bucket and a zero at its end, bucket after bucket; as base64 the
 * meaning and the tail of each hash, in their order, and three bytes of zeros.
 */
export type PackedPhrases = readonly string[];

export const HASH_BITS = 32;
/** The letter of the first meaning. The 52nd is the last before one that text escapes. */
export const FIRST_MEANING = 40;
export const MOST_MEANINGS = 52;
/** Scripts that part no words: Thai, Hangul, Kana, Hanzi. */
export const SPACELESS = /[\u0e00-\u0e7f\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/;
