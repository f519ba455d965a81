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

/** Hashes in their order, and the meaning of each. */
export interface HashedPhrases {
  hashes: Uint32Array;
  /** One letter from `MEANING_LETTERS` for each hash. */
  letters: string;
  known: readonly Meaning[];
}

/** Phrases by their hash: their words are not kept. */
export interface Lexicon {
  phrases: HashedPhrases;
  /** By their first three letters. */
  inside: ReadonlyMap<string, readonly InsidePhrase[]>;
  /** Phrases that count only when nothing else stands beside them. */
  wholeOnly: RegExp;
}

/** Both lexicons as they ship. */
export interface PackedLexicons {
  /** `token` or `none:other`, parted by spaces. */
  meanings: string;
  prose: PackedPhrases;
  code: PackedPhrases;
  /** By meaning in their order: phrases parted by `|`, meanings by spaces. */
  inside: string;
}

export interface PackedPhrases {
  count: number;
  /** Low bits that each difference has in full. */
  riceBits: number;
  /** Differences of the sorted hashes, Rice coded, as base64. */
  hashes: string;
  /** The meaning of each, one letter from `MEANING_LETTERS`. */
  meanings: string;
}

export const MEANING_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';
export const SPACELESS = /[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/;
