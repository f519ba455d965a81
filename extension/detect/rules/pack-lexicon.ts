import { hashPhrase } from './hash-phrase.ts';
import { MEANING_LETTERS, type PackedLexicons, type PackedPhrases, TAIL_BITS } from './lexicon.ts';
import type { Rule } from './rule.ts';

const HASH_BITS = 32;
const MOST_IN_A_BUCKET = 9;

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

// About one hash to a bucket: a phrase that no rule has finds one in sixty-five thousand.
function packPhrases(entries: readonly Entry[]): PackedPhrases {
  const unique = new Map(entries.map(one => [`${one.hash}/${one.meaning}`, one]));
  const sorted = [...unique.values()].sort((a, b) => a.hash - b.hash || a.meaning - b.meaning);
  const bucketBits = Math.round(Math.log2(sorted.length));
  const counts = new Array<number>(2 ** bucketBits).fill(0);
  for (const { hash } of sorted) {
    const bucket = hash >>> (HASH_BITS - bucketBits);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  if (Math.max(...counts) > MOST_IN_A_BUCKET) throw new Error('a bucket has more hashes than a digit tells');
  const tails = sorted.map(({ hash }) => (hash >>> (HASH_BITS - bucketBits - TAIL_BITS)) & 0xffff);
  return {
    counts: counts.join(''),
    tails: btoa(String.fromCharCode(...tails.flatMap(tail => [tail >>> 8, tail & 0xff]))),
    meanings: sorted.map(({ meaning }) => MEANING_LETTERS.charAt(meaning)).join(''),
  };
}
