import { rememberEach } from '../remember-each.ts';
import { findMeanings } from './find-meanings.ts';
import { findInIdentifier, findInText, type PhraseMatch } from './find-phrases.ts';
import { hashPhrase } from './hash-phrase.ts';
import type { WordList } from './lexicon.ts';
import { PACKED_LEXICONS } from './packed-lexicon.ts';
import { PACKED_NAMES } from './packed-names.ts';
import { type Lexicons, unpackLexicons } from './unpack-lexicon.ts';

const OWNERS = ['holders', 'cards'] as const;
const OWN_LETTERS = 4;

// Most pages have no fields: nothing is unpacked before the first one.
const lexicons = unpackOnce();

function unpackOnce(): () => Lexicons {
  let unpacked: Lexicons | null = null;
  return () => {
    unpacked ??= unpackLexicons(PACKED_LEXICONS, PACKED_NAMES);
    return unpacked;
  };
}

/** Meanings named in a folded text a person reads; of overlapping phrases the longest stays. */
export const matchText = rememberEach((text): readonly PhraseMatch[] =>
  findInText(text, lexicons().prose).filter(one => !isOtherThingsName(one, text) && !isOtherCard(one, text)),
);

/** Whether a word is neither filling nor says whose or what for, of the one who buys, pays or gets it. */
export function isStrange(word: string): boolean {
  return word.length > 2 && !isOwn(word) && !isListed('fillers', word);
}

/** Whether a word begins as one does that says whose or what for, of the one who buys, pays or gets it. */
export function isOwn(word: string): boolean {
  return isListed('own', word.slice(0, OWN_LETTERS));
}

// "Nectar card number": a card of somebody who is no bank.
function isOtherCard({ phrase, start, token }: PhraseMatch, text: string): boolean {
  if (token !== 'cc-number' || !/^card (?:number|no)$/.test(phrase)) return false;
  const before = text.trim().slice(0, start).trim().split(' ').at(-1) ?? '';
  return before.length > 3 && !isListed('cards', before) && !/\d/.test(before);
}

// "Property name", "school name": the name of a thing nobody listed is not a person's.
function isOtherThingsName({ phrase, start, token }: PhraseMatch, text: string): boolean {
  if (phrase !== 'name' || token !== 'name') return false;
  const before = text.trim().slice(0, start).trim().split(' ').at(-1) ?? '';
  return isStrange(before);
}

/** Whether an identifier says the name of something that is no person's, as `honoree_name` does, or its card's number. */
export function namesAnother(identifier: string): boolean {
  const before = / (\S{4,}) (?:name|card number) $/.exec(identifier)?.[1];
  return before !== undefined && isStrange(before) && !OWNERS.some(list => isListed(list, before));
}

/** Whether a folded text asks for the name of a thing, as "property name" does. */
export function namesAThing(text: string): boolean {
  if (!/ name $/.test(text)) return false;
  return matchText(text).every(one => !one.token.endsWith('name') && one.other !== 'username');
}

/** Meanings named in a folded identifier, by the words of developers and by those of people. */
export const matchIdentifier = rememberEach((identifier): readonly PhraseMatch[] =>
  findInIdentifier(identifier, lexicons().code, lexicons().prose),
);

/** Whether a folded text is in one of the lists. One in four thousand texts that are not is taken for one that is. */
export function isListed(list: WordList, text: string): boolean {
  return findLists(text).includes(list);
}

const findLists = rememberEach((text): readonly WordList[] =>
  findMeanings(lexicons().lists, hashPhrase(text)),
);
