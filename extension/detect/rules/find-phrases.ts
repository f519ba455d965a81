import { type Lexicon, type Meaning, SPACELESS } from './compile-lexicon.ts';

export interface PhraseMatch extends Meaning {
  phrase: string;
  start: number;
  end: number;
}

const LONGEST_PHRASE_WORDS = 8;
const WHOLE_SIGNS_ONLY = /^(?:.|[\u3040-\u30ff]{2})$/;

/** Phrases in a folded text a person reads; of overlapping ones the longest stays. */
export function findInText(text: string, prose: Lexicon): PhraseMatch[] {
  const found = SPACELESS.test(text) ? findSigns(text, prose) : [];
  found.push(...findWords(text, prose));
  return keepLongest(found);
}

/** Phrases in a folded identifier, by the words of developers and by those of people. */
export function findInIdentifier(identifier: string, code: Lexicon, prose: Lexicon): PhraseMatch[] {
  const found = [...findWords(identifier, code), ...findWords(identifier, prose)];
  if (SPACELESS.test(identifier)) found.push(...findSigns(identifier, prose));
  found.push(...findInside(identifier, code));
  return keepLongest(found);
}

function findWords(text: string, lexicon: Lexicon): PhraseMatch[] {
  const trimmed = text.trim();
  const words = trimmed.split(' ');
  const found: PhraseMatch[] = [];
  let start = 0;
  for (const [from, word] of words.entries()) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_PHRASE_WORDS); to++) {
      const phrase = words.slice(from, to).join(' ');
      const meanings = lexicon.words.get(phrase);
      if (!meanings || (lexicon.wholeOnly.test(phrase) && !standsAlone(phrase, trimmed))) continue;
      for (const meaning of meanings) found.push({ ...meaning, phrase, start, end: start + phrase.length });
    }
    start += word.length + 1;
  }
  return found;
}

// Digits around a short word change nothing: `zip 5`, `cc 1`.
function standsAlone(phrase: string, text: string): boolean {
  return text === phrase || text.replace(/\d+/g, '').trim() === phrase;
}

function findSigns(text: string, lexicon: Lexicon): PhraseMatch[] {
  const signs = text.replaceAll(' ', '');
  const found: PhraseMatch[] = [];
  for (let start = 0; start < signs.length; start++) {
    for (const { phrase, meaning } of lexicon.signs.get(signs.charAt(start)) ?? []) {
      if (!signs.startsWith(phrase, start)) continue;
      if (WHOLE_SIGNS_ONLY.test(phrase) && signs.replace(/\d|必須|필수/g, '') !== phrase) continue;
      found.push({ ...meaning, phrase, start, end: start + phrase.length });
    }
  }
  return found;
}

function findInside(identifier: string, code: Lexicon): PhraseMatch[] {
  const trimmed = identifier.trim();
  const joined = trimmed.replaceAll(' ', '');
  const found: PhraseMatch[] = [];
  for (const { phrase, meaning } of code.inside) {
    const at = joined.lastIndexOf(phrase);
    if (at < 0) continue;
    const start = placeInWords(trimmed, at);
    found.push({ ...meaning, phrase, start, end: placeInWords(trimmed, at + phrase.length - 1) + 1 });
  }
  return found;
}

// The place of the `letter`-th letter when spaces count too.
function placeInWords(words: string, letter: number): number {
  let seen = -1;
  for (let at = 0; at < words.length; at++) {
    if (words[at] !== ' ') seen++;
    if (seen === letter) return at;
  }
  return words.length;
}

// Of overlapping phrases the longest stays; what it overlaps goes, and so does a part of what went.
function keepLongest(found: readonly PhraseMatch[]): PhraseMatch[] {
  const overlaps = (a: PhraseMatch, b: PhraseMatch): boolean => a.start < b.end && b.start < a.end;
  const length = (one: PhraseMatch): number => one.end - one.start;
  const kept: PhraseMatch[] = [];
  for (const one of found.toSorted((a, b) => length(b) - length(a))) {
    const shorter = found.some(other => overlaps(one, other) && length(one) < length(other));
    const said = kept.some(
      other => overlaps(one, other) && one.token === other.token && one.other === other.other,
    );
    if (!shorter && !said) kept.push(one);
  }
  return kept;
}
