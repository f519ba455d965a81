import type { FieldToken } from '../field-description.ts';
import { ACCOUNT_RULES } from './account-rules.ts';
import { ADDRESS_RULES } from './address-rules.ts';
import { CARD_RULES } from './card-rules.ts';
import { CONTACT_RULES } from './contact-rules.ts';
import { NAME_RULES } from './name-rules.ts';
import { REMARK_RULES } from './remark-rules.ts';
import type { OtherMeaning, Rule } from './rule.ts';

export interface Meaning {
  token: FieldToken;
  /** What a `none` is instead. */
  other: OtherMeaning | null;
}

export interface PhraseMatch extends Meaning {
  phrase: string;
  start: number;
  end: number;
}

interface Lexicon {
  /** Folded phrase of words, without outer spaces, to its meanings. */
  words: Map<string, Meaning[]>;
  /** Phrases of scripts without spaces, by their first character. */
  signs: Map<string, { phrase: string; meaning: Meaning }[]>;
  /** Phrases found anywhere inside an identifier that has no separators. */
  inside: { phrase: string; meaning: Meaning }[];
  /** Phrases that count only when nothing else stands beside them. */
  wholeOnly: RegExp;
}

const SPACELESS = /[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/;
const LONGEST_PHRASE_WORDS = 8;
const WHOLE_ONLY =
  /^(?:.{1,2}|[a-z] [a-z]|number|numero|num|nummer|house|dom|card|holder|inhaber|titular|titulaire|side|door|entrance|block|stair|interior|area|mes|ano|ort|sal|bus|kat|via|lan)$/;
// Developers part `name_first`; in prose these two need their noun.
const WHOLE_IN_PROSE = new RegExp(`${WHOLE_ONLY.source}|^(?:first|last)$`);
const WHOLE_SIGNS_ONLY = /^(?:.|[\u3040-\u30ff]{2})$/;
const PERSONS = new Set(
  'your full contact customer recipient recipients sender senders buyer billing shipping delivery enter complete legal guest my the own receiver attendee passenger traveler traveller driver patient owner personal and real parent applicant person official'.split(
    ' ',
  ),
);
export const RULES: readonly Rule[] = [
  ...CARD_RULES,
  ...NAME_RULES,
  ...CONTACT_RULES,
  ...ADDRESS_RULES,
  ...ACCOUNT_RULES,
  ...REMARK_RULES,
];

// Most pages have no fields: nothing is compiled before the first one.
const textLexicon = compileOnce(() => compileLexicon(RULES, false));
const codeLexicon = compileOnce(() => compileLexicon(RULES, true));

function compileOnce(compile: () => Lexicon): () => Lexicon {
  let compiled: Lexicon | null = null;
  return () => {
    compiled ??= compile();
    return compiled;
  };
}

/** Meanings named in a folded text a person reads; of overlapping phrases the longest stays. */
export function matchText(text: string): PhraseMatch[] {
  const found = SPACELESS.test(text) ? matchSigns(text, textLexicon()) : [];
  found.push(...matchWords(text, textLexicon()));
  return keepLongest(found).filter(one => !isOtherThingsName(one, text));
}

// "Property name", "school name": the name of a thing nobody listed is not a person's.
function isOtherThingsName({ phrase, start, token }: PhraseMatch, text: string): boolean {
  if (phrase !== 'name' || token !== 'name') return false;
  const before = text.trim().slice(0, start).trim().split(' ').at(-1) ?? '';
  return before.length > 2 && !PERSONS.has(before);
}

/** Whether a folded text asks for the name of a thing, as "property name" does. */
export function namesAThing(text: string): boolean {
  if (!/ name $/.test(text)) return false;
  return matchText(text).every(one => !one.token.endsWith('name') && one.other !== 'username');
}

/** Meanings named in a folded identifier, by the words of developers first, then by those of people. */
export function matchIdentifier(identifier: string): PhraseMatch[] {
  const found = [...matchWords(identifier, codeLexicon()), ...matchWords(identifier, textLexicon())];
  if (SPACELESS.test(identifier)) found.push(...matchSigns(identifier, textLexicon()));
  found.push(...matchInside(identifier));
  return keepLongest(found);
}

function compileLexicon(rules: readonly Rule[], code: boolean): Lexicon {
  const lexicon: Lexicon = {
    words: new Map(),
    signs: new Map(),
    inside: [],
    wholeOnly: code ? WHOLE_ONLY : WHOLE_IN_PROSE,
  };
  for (const rule of rules) {
    const meaning: Meaning = { token: rule.token, other: rule.meaning ?? null };
    for (const [language, phrases] of Object.entries(rule.words)) {
      if ((language === 'code') !== code) continue;
      for (const phrase of phrases.split('|')) addPhrase(lexicon, phrase, meaning);
    }
  }
  return lexicon;
}

function addPhrase(lexicon: Lexicon, written: string, meaning: Meaning): void {
  if (written.startsWith('~')) {
    lexicon.inside.push({ phrase: written.slice(1), meaning });
    return;
  }
  if (!SPACELESS.test(written)) {
    const known = lexicon.words.get(written);
    if (!known) lexicon.words.set(written, [meaning]);
    else if (!known.some(one => one.token === meaning.token)) known.push(meaning);
    return;
  }
  const first = written.charAt(0);
  const known = lexicon.signs.get(first);
  if (known) known.push({ phrase: written, meaning });
  else lexicon.signs.set(first, [{ phrase: written, meaning }]);
}

function matchWords(text: string, lexicon: Lexicon): PhraseMatch[] {
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

function matchSigns(text: string, lexicon: Lexicon): PhraseMatch[] {
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

function matchInside(identifier: string): PhraseMatch[] {
  const joined = identifier.replaceAll(' ', '');
  const found: PhraseMatch[] = [];
  for (const { phrase, meaning } of codeLexicon().inside) {
    const start = joined.lastIndexOf(phrase);
    if (start >= 0) found.push({ ...meaning, phrase, start, end: start + phrase.length });
  }
  return found;
}

// Of overlapping phrases the longest stays; what it overlaps goes, and so does a part of what went.
function keepLongest(found: readonly PhraseMatch[]): PhraseMatch[] {
  const overlaps = (a: PhraseMatch, b: PhraseMatch): boolean => a.start < b.end && b.start < a.end;
  const kept: PhraseMatch[] = [];
  for (const one of found.toSorted((a, b) => b.phrase.length - a.phrase.length)) {
    const shorter = found.some(other => overlaps(one, other) && one.phrase.length < other.phrase.length);
    const said = kept.some(
      other => overlaps(one, other) && one.token === other.token && one.other === other.other,
    );
    if (!shorter && !said) kept.push(one);
  }
  return kept;
}
