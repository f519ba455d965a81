import { rememberEach } from '../remember-each.ts';
import { findMeanings } from './find-meanings.ts';
import { findInIdentifier, findInText, type PhraseMatch } from './find-phrases.ts';
import { hashPhrase } from './hash-phrase.ts';
import type { WordList } from './lexicon.ts';
import { PACKED_LEXICONS } from './packed-lexicon.ts';
import { PACKED_NAMES } from './packed-names.ts';
import { type Lexicons, unpackLexicons } from './unpack-lexicon.ts';

const ANOTHER = { token: 'none', other: 'another' } as const;
/** What may be somebody's. */
const OWNED = /^(?:address-l|country|email|organ|postal|tel)/;
/** What may be a thing's; streets are called "of" something, and so are a card's parts. */
const OF_A_THING = /^(?!cc).*name$|^(?:address-level|country|email|postal|tel)/;
const OF =
  /^ (?:of|v[ao]n|d[aeiou]|d[aeo][lrs]|della|ihre[rs]|eine[rs])(?: (?:[a-z]{2,3}|your|votre))? (?=(\S+))/;

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
export const matchText = rememberEach((text): readonly PhraseMatch[] => {
  const all = findInText(text, lexicons().prose).filter(
    one => !isOtherThingsName(one, text) && !isOtherCard(one, text),
  );
  return all.length > 0 ? nameOwners(all, text.trim()) : all;
});

// "Phone of the recipient": whose it is is not asked for. "City of the event": of what is no person, delivery or payment.
function nameOwners(all: readonly PhraseMatch[], text: string): PhraseMatch[] {
  const owners = new Set<number>();
  const named = all.map(one => {
    const [said, word] = OF.exec(text.slice(one.end)) ?? [];
    if (!said || !word) return one;
    const start = one.end + said.length;
    if (OWNED.test(one.token)) owners.add(start);
    const isKnown = all.some(other => other.start <= start && other.end > start);
    if (isKnown || !OF_A_THING.test(one.token) || isListed('fillers', word)) return one;
    return isListed('persons', word) ? one : { ...one, ...ANOTHER };
  });
  return named.filter(one => one.other || one.token === 'email' || !owners.has(one.start));
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
  return before.length > 2 && !isListed('persons', before);
}

/** Whether an identifier says the name of something that is no person's, as `honoree_name` does. */
export function namesAnother(identifier: string): boolean {
  const before = / (\S{4,}) name $/.exec(identifier)?.[1];
  return before !== undefined && !isListed('persons', before) && !isListed('holders', before);
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

/** Whether a folded text is in one of the lists. One in five hundred texts that are in none is taken for one. */
export function isListed(list: WordList, text: string): boolean {
  return findLists(text).includes(list);
}

const findLists = rememberEach((text): readonly WordList[] =>
  findMeanings(lexicons().lists, hashPhrase(text)),
);
