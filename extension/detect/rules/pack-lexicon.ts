import { hashPhrase } from './hash-phrase.ts';
import { HASH_BITS, MEANING_BITS, type PackedLexicons, type PackedPhrases, TAIL_BITS } from './lexicon.ts';
import type { Rule } from './rule.ts';

interface Entry {
  hash: number;
  meaning: number;
}

/** The rules as they ship: a hash for each phrase, without its words. */
export function packLexicons(rules: readonly Rule[]): PackedLexicons {
  const names = rules.map(({ token, meaning }) => (meaning ? `${token}:${meaning}` : token));
  const meanings = [...new Set(names)];
  if (meanings.length > 2 ** MEANING_BITS) throw new Error('more meanings than their bits can tell apart');
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
    prose: packPhrases(list(false)),
    code: packPhrases(list(true)),
    meanings: meanings.join(' '),
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
  const filled = Map.groupBy(sorted, ({ hash }) => hash >>> (HASH_BITS - bucketBits));
  const buckets = Array.from(
    { length: 2 ** bucketBits },
    (_none, bucket) => `${'1'.repeat(filled.get(bucket)?.length ?? 0)}0`,
  );
  const records = sorted.map(({ hash, meaning }) => {
    const tail = (hash << bucketBits) >>> (HASH_BITS - TAIL_BITS);
    return writeBits(meaning, MEANING_BITS) + writeBits(tail, TAIL_BITS);
  });
  return { bucketBits, buckets: toBase64(buckets.join('')), records: toBase64(records.join('')) };
}

function writeBits(value: number, bits: number): string {
  return value.toString(2).padStart(bits, '0');
}

/** What the last byte has too many is zeros. */
function toBase64(bits: string): string {
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return btoa(String.fromCharCode(...bytes.map(byte => Number.parseInt(byte.padEnd(8, '0'), 2))));
}
