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

/** How many bits of a hash name its bucket, how many more are kept, and how many say what it means. */
export interface PhraseBits {
  bucketBits: number;
  tailBits: number;
  meaningBits: number;
}

/**
 * Hashes in their order, and the meaning of each. The first bits of a hash name its bucket and are not kept, the next
 * are its tail, the rest is dropped.
 */
export interface HashedPhrases<M> extends PhraseBits {
  /** Where each bucket begins, and one more. */
  starts: Uint16Array;
  /** For each hash the place of its meaning in `known`, and its tail: a letter for eight bits. */
  records: string;
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

export interface PackedPhrases extends PhraseBits {
  /** A one for each hash of a bucket and a zero at its end, bucket after bucket, as base64. */
  buckets: string;
  /** Meaning and tail of each hash in their order, as base64. */
  records: string;
}

export const HASH_BITS = 32;
/** Scripts that part no words: Thai, Hangul, Kana, Hanzi. */
export const SPACELESS = /[\u0e00-\u0e7f\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/;
