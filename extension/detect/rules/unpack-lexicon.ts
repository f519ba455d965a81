import type { FieldToken } from '../field-description.ts';
import { findMeanings } from './find-meanings.ts';
import { hashPhrase } from './hash-phrase.ts';
import {
  HASH_BITS,
  type HashedPhrases,
  type HashTable,
  type InsidePhrase,
  type Lexicon,
  type Meaning,
  type PackedLexicons,
  type PackedNames,
  type PackedPhrases,
  type WordList,
} from './lexicon.ts';
import { readBase64 } from './read-base64.ts';
import type { OtherMeaning } from './rule.ts';

const PROBE_LETTERS = 3;
const SHORTEST = 3;
const TWO_LETTERS = /^[a-z] [a-z]$/;
// Developers part `name_first`; in prose these two need their noun.
const ALONE_IN_PROSE = /^(?:first|last)$/;

export interface Lexicons {
  /** What people write in labels. */
  prose: Lexicon;
  /** What developers write in identifiers. */
  code: Lexicon;
  lists: HashedPhrases<WordList>;
}

/** Makes packed lexicons ready to be asked. */
export function unpackLexicons(packed: PackedLexicons, names: PackedNames): Lexicons {
  const meanings = names.meanings.split(' ').map(readMeaning);
  const lists = unpackPhrases(packed.lists, names.listNames.split(' ') as WordList[]);
  const countsAlone = (phrase: string): boolean =>
    phrase.length < SHORTEST ||
    TWO_LETTERS.test(phrase) ||
    findMeanings(lists, hashPhrase(phrase)).includes('alone');
  const prose = {
    phrases: unpackPhrases(packed.prose, meanings),
    inside: new Map(),
    countsAlone: (phrase: string) => ALONE_IN_PROSE.test(phrase) || countsAlone(phrase),
  };
  const inside = groupByProbe(names.inside, meanings);
  const code = { phrases: unpackPhrases(packed.code, meanings), inside, countsAlone };
  return { prose, code, lists };
}

function readMeaning(name: string): Meaning {
  const [token = 'none', other = null] = name.split(':');
  return { token: token as FieldToken, other: other as OtherMeaning | null };
}

function unpackPhrases<M>(packed: PackedPhrases, known: readonly M[]): HashedPhrases<M> {
  return { tables: packed.map(unpackTable), known };
}

// A page's first field waits for this, and code that runs once is slow: what the browser can do it does.
function unpackTable(packed: string): HashTable {
  const [bucketBits = '', tailBits = '', meanings = '', filled = '', records = ''] = packed.split(' ');
  const buckets = readBase64(filled);
  const starts = new Uint16Array(2 ** Number(bucketBits) + 1);
  // Zeros behind the last bucket lie outside of `starts`, which takes nothing there.
  for (let at = 0, bucket = 0; at < buckets.length; at++) {
    let ends = (buckets[at] ?? 0) ^ 0xff;
    while (ends > 0) {
      const bit = Math.clz32(ends) - 24;
      ends ^= 0x80 >> bit;
      starts[bucket + 1] = 8 * at + bit - bucket;
      bucket++;
    }
  }
  return {
    bucketBits: Number(bucketBits),
    tailBits: Number(tailBits),
    meanings,
    starts,
    records: new DataView(readBase64(records).buffer),
    recordBits: Number(tailBits) + HASH_BITS - Math.clz32(meanings.length - 1),
  };
}

function groupByProbe(packed: string, meanings: readonly Meaning[]): Map<string, InsidePhrase[]> {
  const inside = new Map<string, InsidePhrase[]>();
  for (const [at, phrases] of packed.split(' ').entries()) {
    const meaning = meanings[at];
    for (const phrase of meaning && phrases ? phrases.split('|') : []) {
      const probe = phrase.slice(0, PROBE_LETTERS);
      const one: InsidePhrase = { phrase, meaning: meaning ?? { token: 'none', other: null } };
      const same = inside.get(probe);
      if (same) same.push(one);
      else inside.set(probe, [one]);
    }
  }
  return inside;
}
