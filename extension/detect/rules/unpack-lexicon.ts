import type { FieldToken } from '../field-description.ts';
import { findMeanings } from './find-meanings.ts';
import type {
  HashedPhrases,
  InsidePhrase,
  Lexicon,
  Meaning,
  PackedLexicons,
  PackedNames,
  PackedPhrases,
  WordList,
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
  const countsAlone = (phrase: string, hash: number): boolean =>
    phrase.length < SHORTEST || TWO_LETTERS.test(phrase) || findMeanings(lists, hash).includes('alone');
  const prose = {
    phrases: unpackPhrases(packed.prose, meanings),
    inside: new Map(),
    countsAlone: (phrase: string, hash: number) => ALONE_IN_PROSE.test(phrase) || countsAlone(phrase, hash),
  };
  const inside = groupByProbe(names.inside, meanings);
  const code = { phrases: unpackPhrases(packed.code, meanings), inside, countsAlone };
  return { prose, code, lists };
}

function readMeaning(name: string): Meaning {
  const [token = 'none', other = null] = name.split(':');
  return { token: token as FieldToken, other: other as OtherMeaning | null };
}

// A page's first field waits for this, and code that runs once is slow: nothing is made of the slots.
function unpackPhrases<M>(packed: PackedPhrases, names: readonly M[]): HashedPhrases<M> {
  const [slotBits, slotCount, slots = '', ...several] = packed.split(' ');
  const severalNames = several.map(places => places.split('+').flatMap(place => names[Number(place)] ?? []));
  return {
    slots: new DataView(readBase64(slots).buffer),
    slotBits: Number(slotBits),
    slotCount: Number(slotCount),
    known: [...names.map(one => [one]), ...severalNames],
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
