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
 * Meanings by the hash of their phrase, which is not kept. A hash names some slots; what these give together (XOR) is
 * as random as the hash itself, and differs from it by the place of its meanings. The slots of a hash that no phrase has
 * give any number, mostly a larger one than there are meanings.
 */
export interface HashedPhrases<M> {
  slots: DataView;
  slotBits: number;
  slotCount: number;
  /** One meaning each, then those that some phrases have together: of two the first counts more. */
  known: readonly (readonly M[])[];
}

/** Phrases by their hash: their words are not kept. */
export interface Lexicon {
  phrases: HashedPhrases<Meaning>;
  /** By their first three letters. */
  inside: ReadonlyMap<string, readonly InsidePhrase[]>;
  /** Whether a phrase, whose hash the caller has, counts only when nothing else stands beside it. */
  countsAlone(phrase: string, hash: number): boolean;
}

/** Lists whose words mean nothing but that they are in it. */
export type WordList =
  | 'countries'
  | 'states'
  | 'stateCodes'
  | 'own'
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
 * Parts parted by spaces: how many bits a slot has, how many slots there are, as base64 the slots and three bytes of
 * zeros, and the places of meanings that some phrases have together, a `+` between them.
 */
export type PackedPhrases = string;

/** Scripts that part no words: Thai, Hangul, Kana, Hanzi. */
export const SPACELESS = /[\u0e00-\u0e7f\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/;
