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
  /** `RECORD_BITS` for each hash, a letter for eight of them: the place of its meaning in `known`, and its tail. */
  records: string;
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
  prose: PackedPhrases;
  code: PackedPhrases;
  /** `token` or `none:other`, parted by spaces. */
  meanings: string;
  /** By meaning in their order: phrases parted by `|`, meanings by spaces. */
  inside: string;
}

export interface PackedPhrases {
  bucketBits: number;
  /** A one for each hash of a bucket and a zero at its end, bucket after bucket, as base64. */
  buckets: string;
  /** `RECORD_BITS` for each hash in their order, as base64. */
  records: string;
}

export const HASH_BITS = 32;
export const TAIL_BITS = 16;
export const MEANING_BITS = 6;
export const RECORD_BITS = MEANING_BITS + TAIL_BITS;
export const SPACELESS = /[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/;
