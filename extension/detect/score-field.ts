import type { FieldDescription, FieldText, FieldToken, TextSource } from './field-description.ts';
import { foldText } from './fold-text.ts';
import { measureText } from './measure-text.ts';
import { readAutocomplete } from './read-autocomplete.ts';
import { readExamples } from './read-examples.ts';
import { readIdentifier } from './read-identifier.ts';
import { readOptionsMeaning } from './read-options.ts';
import type { PhraseMatch } from './rules/find-phrases.ts';
import { matchIdentifier, matchText, namesAnother, namesAThing } from './rules/match-rules.ts';
import type { OtherMeaning } from './rules/rule.ts';
import { TRAP_TEXT } from './trap-text.ts';

/** One meaning with what speaks for it. */
export interface Candidate {
  token: FieldToken;
  other: OtherMeaning | null;
  score: number;
  /** The longest phrase that named it. */
  phrase: string;
}

export interface ScoredField {
  field: FieldDescription;
  /** Best first. */
  candidates: Candidate[];
}

type AddVote = (token: FieldToken, other: OtherMeaning | null, score: number, phrase: string) => void;

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
const IDENTIFIER_WEIGHTS = { name: 8, id: 4, idAlone: 7, again: 1.5 };
const AUTOCOMPLETE_WEIGHT = 17;
/** Score of a label that says one thing and nothing else. */
const CLEAR_LABEL = 6.1;
/** Text before several controls that say in their placeholders what they are. */
const GROUP_WEIGHT = 5;
const WHOLE_SHARE = 0.75;
const AGAINST_LABEL = 0.7;
const LOGIN_IDENTIFIER = 0.7;
const SECOND_MEANING = 0.45;
const TRAP_WEIGHT = 40;
const GIFT_CARD_SHARE = 0.3;
const EITHER_SHARE = 0.3;
const NAMED_CLEARLY = 7;
/** Meanings whose choices are dates or places too. */
const DATED_OR_PLACED: ReadonlySet<OtherMeaning> = new Set<OtherMeaning>([
  'honorific',
  'birthday',
  'other',
  'tax-id',
  'quantity',
  'another',
]);
/** A label of so many letters goes on with an explanation. */
const LONG_CLAUSE = /^([^(（[,;:：]{40,52}) (?=[^(（[,;:：]{24})/;
/** What may be somebody's, and the words between it and whose it is. */
const OWNED = /^(?:address-l|country|email|organ|postal|tax|tel)/;
const OF = /^ (?:d[a-z]{1,4}|of|v[ao]n)(?: (?:l[aeo]s?|el|de[rn]?|het|the))? $/;
const MAIL_OR_NUMBER =
  / (?:e mail|email)(?: address| adresse?| phone| mobile)? (?:or|oder|ou|oppure|of|eller|или) (?!re |confirm)| (?:or|oder|ou|или) (?:e mail|email) /;
const TRAPS = / (?:honey ?pot|hpot|dummy|no ?spam|leave blank|do not fill|bot ?field|bot ?check|bot ?test) /;

/** Weighs all that one description says; pure, knows no neighbour. */
export function scoreField(field: FieldDescription): ScoredField {
  const votes = new Map<string, Candidate>();
  const add: AddVote = (token, other, score, phrase) => {
    const key = `${token}:${other}`;
    const one = votes.get(key) ?? { token, other, score: 0, phrase: '' };
    one.score += score;
    if (phrase.length > one.phrase.length) one.phrase = phrase;
    votes.set(key, one);
  };
  const texts = distinctTexts(field);
  const grouped = isGrouped(texts);
  for (const one of texts)
    addText(add, one.text, grouped && one.source === 'before' ? GROUP_WEIGHT : weigh(one));
  const saysOtherwise = isNamedOtherwise(votes);
  addIdentifiers(add, field, readSaid(votes));
  addAttributes(add, field, saysOtherwise);
  weakenGiftCard(votes);
  weakenMail(votes);
  return { field, candidates: [...votes.values()].sort((a, b) => b.score - a.score) };
}

/** Whether the texts name something out of scope as clearly as a label does. */
function isNamedOtherwise(votes: ReadonlyMap<string, Candidate>): boolean {
  const best = Math.max(...Array.from(votes.values(), one => one.score));
  const dated = [...votes.values()].filter(one => one.other && DATED_OR_PLACED.has(one.other));
  return best > NAMED_CLEARLY && dated.some(one => one.score === best);
}

/** What the texts alone say, where an identifier often says something else. */
interface SaidByText {
  saysMail: boolean;
  saysLoginAlone: boolean;
  /** Whether a name of any kind is named. */
  saysName: boolean;
  /** What a whole label says. */
  clear: FieldToken | null;
  /** What the texts say most. */
  best: FieldToken | null;
}

function readSaid(votes: ReadonlyMap<string, Candidate>): SaidByText {
  const weigh = (key: string): number => votes.get(key)?.score ?? 0;
  const best = [...votes.values()].toSorted((a, b) => b.score - a.score)[0];
  return {
    saysMail: weigh('email:null') > 6 && !votes.has('none:username'),
    saysLoginAlone: weigh('none:username') > 6 && weigh('name:null') < 2,
    saysName: [...votes.values()].some(({ token }) => token.endsWith('name')),
    clear: best && best.score >= CLEAR_LABEL ? best.token : null,
    best: best && !best.other ? best.token : null,
  };
}

function addText(add: AddVote, text: string, weight: number): void {
  const [main, ...rest] = splitClauses(text);
  const across = rest.length > 0 ? matchAcrossClauses(text, main ?? '') : [];
  const isPart = (one: PhraseMatch): boolean =>
    across.some(whole => whole.start <= one.start && whole.other !== 'username');
  const found = [...matchHeaded(main ?? ' ').filter(one => !isPart(one)), ...across];
  addMatches(add, found, weight, measureText(main ?? ''));
  if (MAIL_OR_NUMBER.test(foldText(text))) add('none', 'username', weight, 'email or');
  for (const clause of rest)
    addMatches(add, matchText(clause), weight * (found.length ? 0.3 : 0.8), measureText(clause));
}

// "Search stores by city": what is looked for is not asked for, nor is what somebody else has. "Phone of the recipient":
// nor is whose it is.
function matchHeaded(main: string): readonly PhraseMatch[] {
  const all = matchText(main);
  const instead = all.find(one => one.other === 'another' || (one.other === 'search' && one.start === 0));
  if (instead) return [instead];
  const text = main.trim();
  return all.filter(
    one =>
      one.other ||
      one.token === 'email' ||
      !all.some(head => OWNED.test(head.other ?? head.token) && OF.test(text.slice(head.end, one.start))),
  );
}

function addMatches(add: AddVote, matches: readonly PhraseMatch[], weight: number, length: number): void {
  if (matches.length === 0) return;
  const last = Math.max(...matches.map(one => one.end));
  const said = new Set<string>();
  for (const one of matches.toSorted((a, b) => b.end - a.end)) {
    const meaning = `${one.token}:${one.other}`;
    if (said.has(meaning)) continue;
    said.add(meaning);
    const covered = matches.filter(other => other.token === one.token && other.other === one.other);
    const named = covered.reduce((sum, { start, end }) => sum + end - start, 0);
    const share = Math.min(1, named / Math.max(1, length));
    const head = one.end === last ? 1 : SECOND_MEANING;
    add(one.token, one.other, weight * (0.4 + 0.6 * share) * head, one.phrase);
  }
}

// What refines a label does not speak against it.
function familyOf(token: FieldToken): string {
  return /name$/.test(token) ? 'name' : (/^address-le|^[^-]*/.exec(token)?.[0] ?? '');
}

// Developers call many things "user…"; where people can read something else, that counts.
function addIdentifiers(add: AddVote, field: FieldDescription, said: SaidByText): void {
  const { saysMail, saysLoginAlone, clear, saysName, best } = said;
  const unnamed = field.texts.length > 0 && !saysName;
  const thing = saysLoginAlone || field.texts.some(one => namesAThing(foldText(one.text)));
  const login = saysMail ? 0 : field.texts.length > 0 ? LOGIN_IDENTIFIER : 1;
  const addIdentifier = (identifier: string, weight: number): boolean => {
    const another = thing || (unnamed && namesAnother(identifier));
    const all = matchIdentifier(identifier).filter(one => !another || one.token !== 'name');
    if (all.length === 0) return false;
    // "Ville" called `villeEtablissement`: the rest of it only says whose.
    const agreed = all.filter(one => one.token === best);
    const found = agreed.length > 0 ? agreed : all;
    const length = Math.min(16, identifier.length - 2);
    const isLogin = (one: PhraseMatch): boolean => one.other === 'username';
    const others = found.filter(one => !isLogin(one));
    const against = others.filter(one => clear && familyOf(one.token) !== familyOf(clear));
    const spoken = others.filter(one => !against.includes(one));
    addMatches(add, spoken, weight, length);
    addMatches(add, against, weight * AGAINST_LABEL, length);
    addMatches(add, found.filter(isLogin), weight * login, length);
    return found.length > 0;
  };
  const name = isNumbered(field.name) ? '' : readIdentifier(field.name);
  const id = isNumbered(field.id) ? '' : readIdentifier(field.id);
  const named = addIdentifier(name, IDENTIFIER_WEIGHTS.name);
  if (id === name) addIdentifier(id, field.id === field.name ? 0 : IDENTIFIER_WEIGHTS.again);
  else addIdentifier(id, named ? IDENTIFIER_WEIGHTS.id : IDENTIFIER_WEIGHTS.idAlone);
  if (isTrap(field, name, id)) add('none', 'other', TRAP_WEIGHT, '');
}

// `hp` is a telephone where people see it; what searches a list is shown once the list is open.
function isTrap({ visible, texts }: FieldDescription, name: string, id: string): boolean {
  const isNamedSo = (one: string) => TRAPS.test(one) || (!visible && /^ hp $| search $/.test(one));
  return isNamedSo(name) || isNamedSo(id) || texts.some(one => TRAP_TEXT.test(one.text));
}

// `s3`: a letter with a number says nothing but its place.
function isNumbered(identifier: string): boolean {
  return /^[a-z]_?\d+$/i.test(identifier);
}

// Text that stands before a control and looks like its label is nearly as good as one.
function weigh({ source, text }: FieldText): number {
  if (source === 'before' && /^(?:log|sign) ?in\W*$/i.test(text)) return GROUP_WEIGHT;
  return source === 'before' && text.length <= 40 ? SOURCE_WEIGHTS.label - 1 : SOURCE_WEIGHTS[source];
}

/** The folded clauses of a label: what stands in brackets or after a comma only explains the first. */
function splitClauses(text: string): string[] {
  return text
    .replace(LONG_CLAUSE, '$1,')
    .split(/[(（[,;:：]|\bfor\b|\bfür\b/)
    .map(foldText)
    .filter(clause => clause.length > 2);
}

// "Name (as it appears on card)" is one phrase over two clauses.
function matchAcrossClauses(text: string, main: string): PhraseMatch[] {
  const edge = main.length - 2;
  return matchText(foldText(text)).filter(one => one.start < edge && one.end > edge);
}

function addAttributes(add: AddVote, field: FieldDescription, otherwise: boolean): void {
  const { token } = readAutocomplete(field.autocomplete);
  if (token) add(token, null, AUTOCOMPLETE_WEIGHT, '');
  // "Nationality" offers countries, "valid from" shows months.
  if (!otherwise) {
    const options = readOptionsMeaning(field);
    if (options) add(options.token, null, options.weight, '');
  }
  for (const { token: shown, weight } of readExamples(field))
    if (!otherwise || shown === 'none') add(shown, null, weight, '');
  addType(add, field);
}

function addType(add: AddVote, field: FieldDescription): void {
  if (field.type === 'email') add('email', null, 9, '');
  if (field.type === 'tel' && field.maxLength !== 2) add('tel', null, 1.5, '');
  if (field.type === 'password') add('none', 'password', 6, '');
  if (field.type === 'search') add('none', 'search', 12, '');
  if (field.type === 'url') add('none', 'url', 12, '');
  if (field.type === 'month') add('cc-exp', null, 6, '');
  if (/^(?:date|time|datetime-local|week)$/.test(field.type)) add('none', 'birthday', 16, '');
  if (field.tag === 'textarea') add('none', 'message', 3, '');
}

// A card number and its code on a gift card are no card that pays.
function weakenGiftCard(votes: ReadonlyMap<string, Candidate>): void {
  if ((votes.get('none:gift-card')?.score ?? 0) < 3) return;
  for (const token of ['cc-number', 'cc-csc']) {
    const one = votes.get(`${token}:null`);
    if (one) one.score *= GIFT_CARD_SHARE;
  }
}

// "E-mail or telephone" in an input of type e-mail: what may be either is the name of an account.
function weakenMail(votes: ReadonlyMap<string, Candidate>): void {
  const either = votes.get('none:username');
  const mail = votes.get('email:null');
  if (mail && either && isEither(either)) mail.score *= EITHER_SHARE;
}

function isEither({ score, phrase }: Candidate): boolean {
  return score > NAMED_CLEARLY && / or/.test(phrase);
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
  const before = texts.some(one => one.source === 'before');
  const shown = before && texts.find(one => one.source === 'placeholder');
  if (!shown) return false;
  const [main = ''] = splitClauses(shown.text);
  return matchText(main).some(
    one => /^(?!none|cc-exp)/.test(one.token) && one.end - one.start >= WHOLE_SHARE * measureText(main),
  );
}
