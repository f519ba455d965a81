import { fillSlots } from './fill-slots.ts';
import { hashPhrase } from './hash-phrase.ts';
import type { PackedLexicons, PackedNames, PackedPhrases, WordList } from './lexicon.ts';
import type { Rule } from './rule.ts';

/** A phrase that no rule has is taken for one in four thousand times; a page asks for 75. */
const PROSE_BITS = 18;
/** Few, and each word of every identifier is asked for: one in twenty-five thousand. */
const CODE_BITS = 20;
/** One list at a time is asked for, and takes one word in four thousand for its own. */
const LIST_BITS = 12;

/** Four bytes are there wherever a slot begins. */
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
      prose: packPhrases(list(false), meanings.length, PROSE_BITS),
      code: packPhrases(list(true), meanings.length, CODE_BITS),
      lists: packPhrases(words, listNames.length, LIST_BITS),
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

function packPhrases(entries: readonly Entry[], meaningCount: number, slotBits: number): PackedPhrases {
  const several = new Set<string>();
  const singles = Array.from({ length: meaningCount }, (_none, meaning) => String(meaning));
  const byHash = Map.groupBy(entries, ({ hash }) => hash);
  const named = [...byHash].map(([hash, same]) => {
    const meanings = [...new Set(same.map(({ meaning }) => meaning))].sort((one, other) => one - other);
    if (meanings.length > 1) several.add(meanings.join('+'));
    return { hash, meanings: meanings.join('+') };
  });
  const places = [...singles, ...several];
  const slots = fillSlots(
    named.map(({ hash, meanings }) => ({ hash, value: places.indexOf(meanings) })),
    slotBits,
  );
  const bits = slots.map(slot => writeBits(slot, slotBits)).join('');
  return [slotBits, slots.length, toBase64(bits + PADDING), ...several].join(' ');
}

function writeBits(value: number, bits: number): string {
  return value.toString(2).padStart(bits, '0');
}

/** What the last byte has too many is zeros. */
function toBase64(bits: string): string {
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return btoa(String.fromCharCode(...bytes.map(byte => Number.parseInt(byte.padEnd(8, '0'), 2))));
}
