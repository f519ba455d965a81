import { HASH_BITS, hashPhrase } from './hash-phrase.ts';
import { MEANING_LETTERS, type PackedLexicons, type PackedPhrases } from './lexicon.ts';
import type { Rule } from './rule.ts';

/** Of 32 bits read from any bit of a byte so many are sure. */
const MOST_ONES = 24;

interface Entry {
  hash: number;
  meaning: number;
}

/** The rules as they ship: a hash for each phrase, without its words. */
export function packLexicons(rules: readonly Rule[]): PackedLexicons {
  const names = rules.map(({ token, meaning }) => (meaning ? `${token}:${meaning}` : token));
  const meanings = [...new Set(names)];
  if (meanings.length > MEANING_LETTERS.length) throw new Error('more meanings than letters for them');
  const list = (code: boolean): Entry[] =>
    rules.flatMap((rule, at) =>
      listPhrases(rule, code)
        .filter(phrase => !phrase.startsWith('~'))
        .map(phrase => ({ hash: hashPhrase(phrase), meaning: meanings.indexOf(names[at] ?? '') })),
    );
  const inside = meanings.map(name =>
    rules
      .filter((_, at) => names[at] === name)
      .flatMap(rule => listPhrases(rule, true))
      .filter(phrase => phrase.startsWith('~'))
      .map(phrase => phrase.slice(1))
      .join('|'),
  );
  return {
    meanings: meanings.join(' '),
    prose: packPhrases(list(false)),
    code: packPhrases(list(true)),
    inside: inside.join(' '),
  };
}

function listPhrases(rule: Rule, code: boolean): string[] {
  return Object.entries(rule.words).flatMap(([language, phrases]) =>
    (language === 'code') === code ? phrases.split('|') : [],
  );
}

function packPhrases(entries: readonly Entry[]): PackedPhrases {
  const unique = new Map(entries.map(one => [`${one.hash}/${one.meaning}`, one]));
  const sorted = [...unique.values()].sort((a, b) => a.hash - b.hash || a.meaning - b.meaning);
  const riceBits = HASH_BITS - Math.round(Math.log2(sorted.length));
  const bits: number[] = [];
  let last = 0;
  for (const { hash } of sorted) {
    writeRice(bits, hash - last, riceBits);
    last = hash;
  }
  return {
    count: sorted.length,
    riceBits,
    hashes: toBase64(bits),
    meanings: sorted.map(({ meaning }) => MEANING_LETTERS.charAt(meaning)).join(''),
  };
}

// How often the highest value of the low bits fits as ones and a zero, then the rest in full.
function writeRice(bits: number[], value: number, riceBits: number): void {
  const high = value >>> riceBits;
  if (high > MOST_ONES) throw new Error('a gap between hashes is too wide to be read at once');
  for (let left = high; left > 0; left--) bits.push(1);
  bits.push(0);
  for (let bit = riceBits - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1);
}

function toBase64(bits: readonly number[]): string {
  // Whoever reads them reads four at once.
  const bytes = new Uint8Array(Math.ceil(bits.length / 8) + 4);
  for (const [at, bit] of bits.entries()) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (7 - (at & 7)));
  return btoa(String.fromCharCode(...bytes));
}
