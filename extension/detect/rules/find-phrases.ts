import { findMeanings } from './find-meanings.ts';
import { HASH_FACTOR, HASH_START, hashPhrase } from './hash-phrase.ts';
import { type Lexicon, type Meaning, SPACELESS } from './lexicon.ts';

export interface PhraseMatch extends Meaning {
  phrase: string;
  start: number;
  end: number;
}

const LONGEST_PHRASE_WORDS = 6;
const LONGEST_SIGNS = 12;
const SPACE = 32;
/** Two letters are somebody's word everywhere; in an identifier they mostly abbreviate another. */
const SHORTEST = 2;
const PLAIN = /^[a-z]+$/;
const AROUND =
  /\d+|^(?:your|ihre?n?|deine?|votre|su|tu|uw|ditt?) | (?:seciniz|secin|auswahlen|required|optional|pflichtfeld)$/g;
const WHOLE_SIGNS_ONLY = /^(?:.|[\u3040-\u30ff]{2})$/;

/** Phrases in a folded text a person reads; of overlapping ones the longest stays. */
export function findInText(text: string, prose: Lexicon): PhraseMatch[] {
  const found = SPACELESS.test(text) ? findSigns(text, prose) : [];
  found.push(...findWords(text, prose));
  return keepLongest(found);
}

/** Phrases in a folded identifier, by the words of developers and by those of people. */
export function findInIdentifier(identifier: string, code: Lexicon, prose: Lexicon): PhraseMatch[] {
  const said = findWords(identifier, prose).filter(
    ({ phrase }) => phrase.length > SHORTEST || !PLAIN.test(phrase),
  );
  const found = [...findWords(identifier, code), ...said];
  if (SPACELESS.test(identifier)) found.push(...findSigns(identifier, prose));
  found.push(...findInside(identifier, code));
  return keepLongest(found);
}

function findWords(text: string, lexicon: Lexicon): PhraseMatch[] {
  const trimmed = text.trim();
  const found: PhraseMatch[] = [];
  for (let start = 0; start < trimmed.length; start = nextWord(trimmed, start)) {
    let state = HASH_START;
    let words = 0;
    for (let end = start; end <= trimmed.length && words < LONGEST_PHRASE_WORDS; end++) {
      const letter = end < trimmed.length ? trimmed.charCodeAt(end) : SPACE;
      if (letter === SPACE) {
        words++;
        const meanings = findMeanings(lexicon.phrases, state);
        if (meanings.length > 0) addCounting(found, meanings, trimmed, start, end, state, lexicon);
      }
      // As `hashPhrase` does; a call for each letter would take most of the time.
      state = Math.imul(state ^ letter, HASH_FACTOR);
    }
  }
  return found;
}

function nextWord(text: string, start: number): number {
  const space = text.indexOf(' ', start);
  return space < 0 ? text.length : space + 1;
}

function addWords(found: PhraseMatch[], meanings: readonly Meaning[], phrase: string, start: number): void {
  for (const { token, other } of meanings)
    found.push({ token, other, phrase, start, end: start + phrase.length });
}

// Digits and words that every label may have change nothing: `zip 5`, `cc 1`, `ihr ort`.
function addCounting(
  found: PhraseMatch[],
  meanings: readonly Meaning[],
  text: string,
  start: number,
  end: number,
  hash: number,
  lexicon: Lexicon,
): void {
  const phrase = text.slice(start, end);
  const whole = phrase === text || !lexicon.countsAlone(phrase, hash);
  if (whole || text.replace(AROUND, '').trim() === phrase) addWords(found, meanings, phrase, start);
}

function findSigns(text: string, lexicon: Lexicon): PhraseMatch[] {
  const signs = text.replaceAll(' ', '');
  const found: PhraseMatch[] = [];
  for (let start = 0; start < signs.length; start++) {
    for (let end = start + 1; end <= Math.min(signs.length, start + LONGEST_SIGNS); end++) {
      const phrase = signs.slice(start, end);
      const meanings = findMeanings(lexicon.phrases, hashPhrase(phrase));
      if (meanings.length === 0 || !SPACELESS.test(phrase)) continue;
      if (
        WHOLE_SIGNS_ONLY.test(phrase) &&
        signs.replace(/\d|必須|필수|[请請を]?(?:[选選][择擇択]|入力)|선택/g, '') !== phrase
      )
        continue;
      addWords(found, meanings, phrase, start);
    }
  }
  return found;
}

function findInside(identifier: string, code: Lexicon): PhraseMatch[] {
  const trimmed = identifier.trim();
  const joined = trimmed.replaceAll(' ', '');
  const found: PhraseMatch[] = [];
  const known = new Set<string>();
  for (let at = joined.length - 3; at >= 0; at--) {
    for (const { phrase, meaning } of code.inside.get(joined.slice(at, at + 3)) ?? []) {
      if (known.has(phrase) || !joined.startsWith(phrase, at)) continue;
      known.add(phrase);
      const start = placeInWords(trimmed, at);
      found.push({ ...meaning, phrase, start, end: placeInWords(trimmed, at + phrase.length - 1) + 1 });
    }
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
  if (found.length < 2) return [...found];
  const kept: PhraseMatch[] = [];
  for (const one of found.toSorted((a, b) => b.end - b.start - a.end + a.start)) {
    const { token, other, start, end } = one;
    const length = end - start;
    const isLess = found.some(({ start: from, end: to }) => to - from > length && from < end && start < to);
    const isSaid = (said: PhraseMatch): boolean =>
      said.token === token && said.other === other && said.start < end && start < said.end;
    if (!isLess && !kept.some(isSaid)) kept.push(one);
  }
  return kept;
}
