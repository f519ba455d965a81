import type { FieldDescription, FieldToken, TextSource } from './field-description.ts';
import { foldIdentifier, foldText } from './fold-text.ts';
import { readAutocomplete } from './read-autocomplete.ts';
import { readOptionsMeaning } from './read-options.ts';
import { matchIdentifier, matchText, type PhraseMatch } from './rules/match-rules.ts';
import type { OtherMeaning } from './rules/rule.ts';

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

/** What each source of words is worth; options and types bring their own. */
const SOURCE_WEIGHTS: Readonly<Record<TextSource, number>> = {
  label: 10,
  aria: 9,
  placeholder: 7,
  title: 4,
  before: 7,
  column: 5,
};
const IDENTIFIER_WEIGHTS = { name: 8, id: 4, idAlone: 7 };
const AUTOCOMPLETE_WEIGHT = 19;
const LOGIN_IDENTIFIER = 0.7;
const SECOND_MEANING = 0.45;

const EXAMPLES: readonly { token: FieldToken; shape: RegExp; weight: number }[] = [
  { token: 'cc-exp', shape: /\b(?:mm|kk)\s?[/|-]\s?(?:yy|jj|aa|rr|gg|åå|vv)/i, weight: 9 },
  { token: 'cc-exp', shape: /^(?:мм|ММ)\s?\/\s?(?:гг|ГГ)/, weight: 9 },
  { token: 'cc-number', shape: /^(?:[\dxX•*]{4}[ -]?){3}[\dxX•*]{4}$/, weight: 9 },
  { token: 'email', shape: /^\S+@\S+\.\w+$/, weight: 9 },
  { token: 'tel', shape: /^\+?[\d_x#X]{0,3}[ (]*[\d_x#X]{3}[) -]+[\d_x#X]{3,4}[ -][\d_x#X]{2,4}/, weight: 6 },
  { token: 'none', shape: /^(?:dd|mm|tt|jj)[/.-](?:mm|dd)[/.-](?:yy|jj|aa)/i, weight: 12 },
];

/** Weighs all that one description says; pure, knows no neighbour. */
export function scoreField(field: FieldDescription): ScoredField {
  const votes = new Map<string, Candidate>();
  const add = (token: FieldToken, other: OtherMeaning | null, score: number, phrase: string): void => {
    const key = `${token}:${other}`;
    const one = votes.get(key) ?? { token, other, score: 0, phrase: '' };
    one.score += score;
    if (phrase.length > one.phrase.length) one.phrase = phrase;
    votes.set(key, one);
  };
  const addMatches = (matches: readonly PhraseMatch[], weight: number, length: number): void => {
    const last = Math.max(...matches.map(one => one.end));
    for (const one of matches) {
      const share = Math.min(1, one.phrase.length / Math.max(1, length));
      const head = one.end === last ? 1 : SECOND_MEANING;
      add(one.token, one.other, weight * (0.4 + 0.6 * share) * head, one.phrase);
    }
  };
  for (const { source, text } of distinctTexts(field)) {
    const [main, ...rest] = splitClauses(text);
    const weight = weighSource(source, text);
    const found = matchText(main ?? ' ');
    if (rest.length > 0) found.push(...matchAcrossClauses(text, main ?? ''));
    addMatches(found, weight, (main ?? '').length - 2);
    for (const clause of rest)
      addMatches(matchText(clause), weight * (found.length ? 0.3 : 0.8), clause.length - 2);
  }
  // Developers call many things "user…"; where people can read something else, that counts.
  const readable = field.texts.length > 0 ? LOGIN_IDENTIFIER : 1;
  const addIdentifier = (identifier: string, weight: number): void => {
    const found = matchIdentifier(identifier);
    const plain = found.filter(one => one.other !== 'username');
    addMatches(plain, weight, Math.min(16, identifier.length - 2));
    addMatches(
      found.filter(one => one.other === 'username'),
      weight * readable,
      Math.min(16, identifier.length - 2),
    );
  };
  const name = foldIdentifier(field.name);
  const id = foldIdentifier(field.id);
  addIdentifier(name, IDENTIFIER_WEIGHTS.name);
  if (id !== name) {
    const weight = field.name ? IDENTIFIER_WEIGHTS.id : IDENTIFIER_WEIGHTS.idAlone;
    addIdentifier(id, weight);
  }
  addAttributes(field, add);
  return { field, candidates: [...votes.values()].sort((a, b) => b.score - a.score) };
}

// Text that stands before a control and looks like its label is nearly as good as one.
function weighSource(source: TextSource, text: string): number {
  return source === 'before' && text.length <= 40 ? SOURCE_WEIGHTS.label - 1 : SOURCE_WEIGHTS[source];
}

/** The folded clauses of a label: what stands in brackets or after a comma only explains the first. */
function splitClauses(text: string): string[] {
  return text
    .split(/[(（[,;:：]|\bfor\b|\bfür\b/)
    .map(foldText)
    .filter(clause => clause.length > 2);
}

// "Name (as it appears on card)" is one phrase over two clauses.
function matchAcrossClauses(text: string, main: string): PhraseMatch[] {
  const edge = main.length - 2;
  return matchText(foldText(text)).filter(one => one.start < edge && one.end > edge);
}

type AddVote = (token: FieldToken, other: OtherMeaning | null, score: number, phrase: string) => void;

function addAttributes(field: FieldDescription, add: AddVote): void {
  const { token } = readAutocomplete(field.autocomplete);
  if (token) add(token, null, AUTOCOMPLETE_WEIGHT, '');
  const options = readOptionsMeaning(field);
  if (options) add(options.token, null, options.weight, '');
  for (const { source, text } of field.texts) {
    if (source !== 'placeholder') continue;
    for (const one of EXAMPLES) if (one.shape.test(text)) add(one.token, null, one.weight, '');
  }
  addType(field, add);
}

function addType(field: FieldDescription, add: AddVote): void {
  if (field.type === 'email') add('email', null, 9, '');
  if (field.type === 'tel' && field.maxLength !== 2) add('tel', null, 1.5, '');
  if (field.type === 'password') add('none', 'password', 6, '');
  if (field.type === 'search') add('none', 'search', 12, '');
  if (field.type === 'url') add('none', 'url', 12, '');
  if (field.type === 'month') add('cc-exp', null, 4, '');
  if (/^(?:date|time|datetime-local|week)$/.test(field.type)) add('none', 'birthday', 16, '');
  if (field.tag === 'textarea') add('none', 'message', 3, '');
}

// The same words in two places are one statement.
function distinctTexts(field: FieldDescription): FieldDescription['texts'] {
  const seen = new Set<string>();
  return field.texts.filter(one => {
    const key = `${one.text.toLowerCase()}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
