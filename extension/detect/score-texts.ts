import type { FieldDescription, FieldText, TextSource } from './field-description.ts';
import { foldText } from './fold-text.ts';
import { isAnothers, namesStranger } from './judge-owner.ts';
import { measureText } from './measure-text.ts';
import { rememberEach } from './remember-each.ts';
import type { PhraseMatch } from './rules/find-phrases.ts';
import { matchText } from './rules/match-rules.ts';
import { type AddVote, addMatches } from './votes.ts';

/** What each source of words is worth; options and types bring their own. */
const SOURCE_WEIGHTS: Readonly<Record<TextSource, number>> = {
  label: 10,
  aria: 9,
  placeholder: 7,
  title: 4,
  before: 7,
  after: 6,
  column: 5,
};
/** Text before several controls that say in their placeholders what they are. */
const GROUP_WEIGHT = 4;
const WHOLE_SHARE = 0.75;
/** A label of so many letters goes on with an explanation. */
const LONG_CLAUSE = /^([^(（[,;:：]{40,52}) (?=[^(（[,;:：]{24})/;
/** What may be somebody's, and the words between it and whose it is. */
const OWNED = /^(?:address-l|cc|country|email|family|given|organ|postal|tax|tel)/;
const OF = /^ (?:d[a-z]{1,4}|of|v[ao]n)(?: \S+){0,2} $/;
const TITLED = /^[^(（,]+[:：].*\S/;
const MAIL_OR_NUMBER =
  / (?:e mail|email)(?: address| adresse?| phone| mobile)? (?:or|oder|ou|oppure|of|eller|или) (?!re |confirm)| (?:or|oder|ou|или) (?:e mail|email) /;

/** Weighs what people read at the field. */
export function addTexts(add: AddVote, field: FieldDescription): void {
  const texts = distinctTexts(field);
  const grouped = isGrouped(texts);
  for (const one of texts)
    addText(add, one.text, grouped && one.source === 'before' ? GROUP_WEIGHT : weigh(one));
}

function addText(add: AddVote, text: string, weight: number): void {
  const [main, ...rest] = splitClauses(text);
  const across = rest.length > 0 ? matchAcrossClauses(text, main ?? '') : [];
  const isPart = (one: PhraseMatch): boolean =>
    across.some(whole => whole.start <= one.start && whole.other !== 'username');
  const found = [...matchHeaded(main ?? ' ').filter(one => !isPart(one)), ...across];
  if (found.length === 0 && TITLED.test(text) && namesStranger(main ?? '')) {
    add('none', 'another', weight, '');
    return;
  }
  addMatches(add, found, weight, measureText(main ?? ''));
  if (MAIL_OR_NUMBER.test(foldText(text))) add('none', 'username', weight, 'email or');
  for (const clause of rest)
    addMatches(add, matchText(clause), weight * (found.length ? 0.3 : 0.8), measureText(clause));
}

// "Search stores by city": what is looked for is not asked for, nor is what somebody else has. "Phone of the recipient":
// nor is whose it is.
const matchHeaded = rememberEach((main): readonly PhraseMatch[] => {
  const all = matchText(main);
  const instead = all.find(one => one.other === 'another' || (one.other === 'search' && one.start === 0));
  if (instead) return [instead];
  const text = main.trim();
  if (isAnothers(all, text))
    return [{ token: 'none', other: 'another', phrase: text, start: 0, end: text.length }];
  return all.filter(
    one =>
      one.other ||
      one.token === 'email' ||
      !all.some(head => OWNED.test(head.other ?? head.token) && OF.test(text.slice(head.end, one.start))),
  );
});

// Text that stands before a control and looks like its label is nearly as good as one.
function weigh({ source, text }: FieldText): number {
  if (source === 'before' && /^(?:log|sign) ?in\W*$/i.test(text)) return GROUP_WEIGHT;
  return source === 'before' && text.length <= 40 ? SOURCE_WEIGHTS.label - 1 : SOURCE_WEIGHTS[source];
}

/** The folded clauses of a label: what stands in brackets or after a comma only explains the first. */
function splitClauses(text: string): string[] {
  return text
    .replace(LONG_CLAUSE, '$1,')
    .replace(/\S+@\S+/g, ' ')
    .split(/[(（[,;:：]|\bfor\b|\bfür\b/)
    .map(foldText)
    .filter(clause => clause.length > 2);
}

// "Name (as it appears on card)" is one phrase over two clauses.
function matchAcrossClauses(text: string, main: string): PhraseMatch[] {
  const edge = main.length - 2;
  return matchText(foldText(text)).filter(one => one.start < edge && one.end > edge);
}

// The same words in two places are one statement.
function distinctTexts({ texts }: FieldDescription): FieldDescription['texts'] {
  const distinct = new Map<string, FieldText>();
  for (const one of texts) {
    const key = one.text.toLowerCase();
    const said = distinct.get(key);
    if (!said || weigh(one) > weigh(said)) distinct.set(key, one);
  }
  return [...distinct.values()];
}

// A placeholder that is a label of its own: what stands before names the row.
function isGrouped(texts: FieldDescription['texts']): boolean {
  const before = texts.some(
    one => one.source === 'before' && !matchText(foldText(one.text)).some(({ other }) => other === 'other'),
  );
  const shown = before && texts.find(one => one.source === 'placeholder');
  if (!shown) return false;
  const [main = ''] = splitClauses(shown.text);
  return matchText(main).some(
    one => /^(?!none|cc-exp)/.test(one.token) && one.end - one.start >= WHOLE_SHARE * measureText(main),
  );
}
