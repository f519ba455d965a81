import { ACCOUNT_RULES } from './account-rules.ts';
import { ADDRESS_RULES } from './address-rules.ts';
import { CARD_RULES } from './card-rules.ts';
import { compileLexicon, type Lexicon } from './compile-lexicon.ts';
import { CONTACT_RULES } from './contact-rules.ts';
import { findInIdentifier, findInText, type PhraseMatch } from './find-phrases.ts';
import { NAME_RULES } from './name-rules.ts';
import { REMARK_RULES } from './remark-rules.ts';
import type { Rule } from './rule.ts';

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
const proseLexicon = compileOnce(() => compileLexicon(RULES, false));
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
  return findInText(text, proseLexicon()).filter(one => !isOtherThingsName(one, text));
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

/** Meanings named in a folded identifier, by the words of developers and by those of people. */
export function matchIdentifier(identifier: string): PhraseMatch[] {
  return findInIdentifier(identifier, codeLexicon(), proseLexicon());
}
