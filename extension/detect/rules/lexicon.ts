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
 * sixteen are, the rest is dropped.
 */
export interface HashedPhrases {
  bucketBits: number;
  /** Where each bucket begins, and one more. */
  starts: Uint16Array;
  /** Sixteen bits of each hash, as two letters of a byte. */
  tails: string;
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
  /** How many hashes each bucket has, a digit each. */
  counts: string;
  /** Sixteen bits of each hash in their order, as base64. */
  tails: string;
  /** The meaning of each, one letter from `MEANING_LETTERS`. */
  meanings: string;
}

export const TAIL_BITS = 16;
export const MEANING_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';
export const SPACELESS = /[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/;
