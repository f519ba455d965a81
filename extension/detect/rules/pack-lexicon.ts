import { hashPhrase } from './hash-phrase.ts';
import {
  HASH_BITS,
  type PackedLexicons,
  type PackedNames,
  type PackedPhrases,
  type WordList,
} from './lexicon.ts';
import type { Rule } from './rule.ts';

/** With about one hash to a bucket, a phrase that no rule has finds one in seven thousand; a page asks for 75. */
const PROSE_BITS = { tailBits: 13, meaningBits: 6 };
/** Few, and each word of every identifier is asked for: one in three hundred thousand. */
const CODE_BITS = { tailBits: 18, meaningBits: 6 };
/** Choices are known by a share of many: that one in five hundred is taken for a listed word does no harm. */
const LIST_BITS = { tailBits: 9, meaningBits: 4 };

interface Entry {
  hash: number;
  meaning: number;
}

/** The rules as they ship: a hash for each phrase, without its words, and what the hashes mean. */
export function packLexicons(
  rules: readonly Rule[],
  lists: Readonly<Record<WordList, string>>,
): { lexicons: PackedLexicons; names: PackedNames } {
  const names = rules.map(({ token, meaning }) => (meaning ? `${token}:${meaning}` : token));
  const meanings = [...new Set(names)];
  if (meanings.length > 2 ** PROSE_BITS.meaningBits)
    throw new Error('more meanings than their bits can tell apart');
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
  const listNames = Object.keys(lists) as WordList[];
  const words = listNames.flatMap((name, meaning) =>
    lists[name].split('|').map(word => ({ hash: hashPhrase(word), meaning })),
  );
  return {
    lexicons: {
      prose: packPhrases(list(false), PROSE_BITS),
      code: packPhrases(list(true), CODE_BITS),
      lists: packPhrases(words, LIST_BITS),
    },
    names: {
      meanings: meanings.join(' '),
      inside: inside.join(' '),
      listNames: listNames.join(' '),
    },
  };
}

function listPhrases(rule: Rule, code: boolean): string[] {
  return Object.entries(rule.words).flatMap(([language, phrases]) =>
    (language === 'code') === code ? phrases.split('|') : [],
  );
}

function packPhrases(
  entries: readonly Entry[],
  { tailBits, meaningBits }: { tailBits: number; meaningBits: number },
): PackedPhrases {
  const unique = new Map(entries.map(one => [`${one.hash}/${one.meaning}`, one]));
  const sorted = [...unique.values()].sort((a, b) => a.hash - b.hash || a.meaning - b.meaning);
  const bucketBits = Math.round(Math.log2(sorted.length));
  const filled = Map.groupBy(sorted, ({ hash }) => hash >>> (HASH_BITS - bucketBits));
  const buckets = Array.from(
    { length: 2 ** bucketBits },
    (_none, bucket) => `${'1'.repeat(filled.get(bucket)?.length ?? 0)}0`,
  );
  const records = sorted.map(({ hash, meaning }) => {
    const tail = (hash << bucketBits) >>> (HASH_BITS - tailBits);
    return writeBits(meaning, meaningBits) + writeBits(tail, tailBits);
  });
  return {
    ...{ bucketBits, tailBits, meaningBits },
    buckets: toBase64(buckets.join('')),
    records: toBase64(records.join('')),
  };
}

function writeBits(value: number, bits: number): string {
  return value.toString(2).padStart(bits, '0');
}

/** What the last byte has too many is zeros. */
function toBase64(bits: string): string {
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return btoa(String.fromCharCode(...bytes.map(byte => Number.parseInt(byte.padEnd(8, '0'), 2))));
}
