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
const AUTOCOMPLETE_WEIGHT = 30;
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
    for (const [at, one] of matches.entries()) {
      const share = Math.min(1, one.phrase.length / Math.max(1, length));
      add(one.token, one.other, weight * (0.4 + 0.6 * share) * (at === 0 ? 1 : SECOND_MEANING), one.phrase);
    }
  };
  for (const { source, text } of distinctTexts(field)) {
    const folded = foldText(text);
    addMatches(matchText(folded), SOURCE_WEIGHTS[source], folded.length - 2);
  }
  const name = foldIdentifier(field.name);
  const id = foldIdentifier(field.id);
  addMatches(matchIdentifier(name), IDENTIFIER_WEIGHTS.name, Math.min(16, name.length - 2));
  if (id !== name) {
    const weight = field.name ? IDENTIFIER_WEIGHTS.id : IDENTIFIER_WEIGHTS.idAlone;
    addMatches(matchIdentifier(id), weight, Math.min(16, id.length - 2));
  }
  addAttributes(field, add);
  return { field, candidates: [...votes.values()].sort((a, b) => b.score - a.score) };
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
  if (field.tag === 'textarea') add('none', 'message', 5, '');
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
