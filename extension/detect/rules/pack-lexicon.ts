import { hashPhrase } from './hash-phrase.ts';
import {
  FIRST_MEANING,
  HASH_BITS,
  MOST_MEANINGS,
  type PackedLexicons,
  type PackedNames,
  type PackedPhrases,
  type WordList,
} from './lexicon.ts';
import type { Rule } from './rule.ts';

/** How many bits of each hash are kept, and how many tell the meanings of each table apart: the most frequent first. */
interface LexiconBits {
  hashBits: number;
  meaningBits: readonly number[];
}

/** A phrase that no rule has is taken for one in seven thousand times; a page asks for 75. */
const PROSE_BITS: LexiconBits = { hashBits: 25, meaningBits: [3, 4, 5] };
/** Few, and each word of every identifier is asked for: one in thirty-five thousand. */
const CODE_BITS: LexiconBits = { hashBits: 23, meaningBits: [6] };
/** Choices are known by a share of many: that one in five hundred is taken for a listed word does no harm. */
const LIST_BITS: LexiconBits = { hashBits: 18, meaningBits: [2, 3] };

/** Four bytes are there wherever a record begins. */
const PADDING = '0'.repeat(24);

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

function packPhrases(entries: readonly Entry[], { hashBits, meaningBits }: LexiconBits): PackedPhrases {
  const unique = new Map(entries.map(one => [`${one.hash}/${one.meaning}`, one]));
  const byMeaning = [...Map.groupBy(unique.values(), one => one.meaning)];
  const frequent = byMeaning.toSorted(([, some], [, others]) => others.length - some.length);
  const tables = meaningBits.map(bits => packTable(frequent.splice(0, 2 ** bits), hashBits, bits));
  if (frequent.length > 0 || byMeaning.some(([meaning]) => meaning >= MOST_MEANINGS))
    throw new Error('more meanings than their bits can tell apart');
  return tables;
}

function packTable(
  byMeaning: readonly [number, readonly Entry[]][],
  hashBits: number,
  meaningBits: number,
): string {
  const meanings = byMeaning.map(([meaning]) => meaning);
  const sorted = byMeaning.flatMap(([, entries]) => entries).sort((a, b) => a.hash - b.hash);
  // With one hash to a bucket or less, a bucket more costs as much as the bit that it spares each hash.
  const bucketBits = Math.ceil(Math.log2(sorted.length));
  const tailBits = hashBits - bucketBits;
  const filled = Map.groupBy(sorted, ({ hash }) => hash >>> (HASH_BITS - bucketBits));
  const buckets = Array.from(
    { length: 2 ** bucketBits },
    (_none, bucket) => `${'1'.repeat(filled.get(bucket)?.length ?? 0)}0`,
  );
  const records = sorted.map(({ hash, meaning }) => {
    const tail = (hash << bucketBits) >>> (HASH_BITS - tailBits);
    return writeBits(meanings.indexOf(meaning), meaningBits) + writeBits(tail, tailBits);
  });
  const letters = String.fromCharCode(...meanings.map(meaning => FIRST_MEANING + meaning));
  return [
    bucketBits,
    tailBits,
    letters,
    toBase64(buckets.join('')),
    toBase64(`${records.join('')}${PADDING}`),
  ].join(' ');
}

function writeBits(value: number, bits: number): string {
  return value.toString(2).padStart(bits, '0');
}

/** What the last byte has too many is zeros. */
function toBase64(bits: string): string {
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return btoa(String.fromCharCode(...bytes.map(byte => Number.parseInt(byte.padEnd(8, '0'), 2))));
}
