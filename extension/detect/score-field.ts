import type { FieldDescription } from './field-description.ts';
import { readAutocomplete } from './read-autocomplete.ts';
import { readExamples } from './read-examples.ts';
import { readOptionsMeaning } from './read-options.ts';
import type { OtherMeaning } from './rules/rule.ts';
import { addIdentifiers, readSaid } from './score-identifiers.ts';
import { addTexts } from './score-texts.ts';
import type { AddVote, Candidate, Votes } from './votes.ts';

export interface ScoredField {
  field: FieldDescription;
  /** Best first. */
  candidates: Candidate[];
}

const AUTOCOMPLETE_WEIGHT = 17;
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
  addTexts(add, field);
  const saysOtherwise = isNamedOtherwise(votes);
  addIdentifiers(add, field, readSaid(votes));
  addAttributes(add, field, saysOtherwise);
  weakenGiftCard(votes);
  weakenMail(votes);
  return { field, candidates: [...votes.values()].sort((a, b) => b.score - a.score) };
}

/** Whether the texts name something out of scope as clearly as a label does, or somebody else's. */
function isNamedOtherwise(votes: Votes): boolean {
  const best = Math.max(...Array.from(votes.values(), one => one.score));
  const dated = [...votes.values()].filter(one => one.other && DATED_OR_PLACED.has(one.other));
  return dated.some(({ score, other }) => score === best && (best > NAMED_CLEARLY || other === 'another'));
}

function addAttributes(add: AddVote, field: FieldDescription, otherwise: boolean): void {
  const { token } = readAutocomplete(field.autocomplete);
  if (token) add(token, null, AUTOCOMPLETE_WEIGHT, '');
  // "Nationality" offers countries, "valid from" shows months; "payment method" may be cards and nothing else.
  const options = readOptionsMeaning(field);
  if (options && (!otherwise || options.token === 'cc-type')) add(options.token, null, options.weight, '');
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
function weakenGiftCard(votes: Votes): void {
  if ((votes.get('none:gift-card')?.score ?? 0) < 3) return;
  for (const token of ['cc-number', 'cc-csc']) {
    const one = votes.get(`${token}:null`);
    if (one) one.score *= GIFT_CARD_SHARE;
  }
}

// "E-mail or telephone" in an input of type e-mail: what may be either is the name of an account.
function weakenMail(votes: Votes): void {
  const either = votes.get('none:username');
  const mail = votes.get('email:null');
  if (mail && either && isEither(either)) mail.score *= EITHER_SHARE;
}

function isEither({ score, phrase }: Candidate): boolean {
  return score > NAMED_CLEARLY && / or/.test(phrase);
}
