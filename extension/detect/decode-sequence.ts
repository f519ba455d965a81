import { decodeAddress } from './decode-address.ts';
import { decodeCard } from './decode-card.ts';
import { decodeHeadings } from './decode-headings.ts';
import { decodeMail } from './decode-mail.ts';
import { decodeNames } from './decode-names.ts';
import { decodeOtherCards } from './decode-other-cards.ts';
import { decodePhones } from './decode-phones.ts';
import { decodePhonetic } from './decode-phonetic.ts';
import { decodeSharedLabels } from './decode-shared-labels.ts';
import type { FieldDescription, FieldToken } from './field-description.ts';
import type { ScoredField } from './score-field.ts';
import type { Candidate } from './votes.ts';

/** One control with the meaning that holds so far; the passes below change `token` only. */
export interface DecodedField {
  field: FieldDescription;
  token: FieldToken;
  score: number;
  best: Candidate | null;
  candidates: readonly Candidate[];
}

/** Below this a meaning is a guess and the control is left alone. */
const LEAST_SCORE = 4;

/** Lets fields explain each other: a pass each for card, names, phones and address, form by form. */
export function decodeSequence(scored: readonly ScoredField[]): DecodedField[] {
  const decoded = scored.map(chooseBest);
  const forms = Map.groupBy(decoded, one => one.field.form);
  for (const form of forms.values()) {
    dropShadows(form);
    for (const pass of [
      decodeHeadings,
      decodeSharedLabels,
      decodePhonetic,
      decodeOtherCards,
      decodeCard,
      decodeNames,
      decodePhones,
      decodeAddress,
      decodeMail,
    ])
      pass(form, decoded);
  }
  return decoded;
}

// A nameless control that nobody sees, before the one that people fill.
function dropShadows(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    const { visible, name, id } = one.field;
    const next = form[at + 1];
    if (!visible && !name && !id && next?.field.visible && next.token === one.token) one.token = 'none';
  }
}

function chooseBest({ field, candidates }: ScoredField): DecodedField {
  const best = candidates.find(one => fitsControl(field, one)) ?? null;
  const token = best && best.score >= LEAST_SCORE ? best.token : 'none';
  return { field, token, score: best?.score ?? 0, best, candidates };
}

const TYPED_ONLY: ReadonlySet<FieldToken> = new Set([
  'email',
  'given-name',
  'family-name',
  'name',
  'cc-number',
  'cc-csc',
  'cc-name',
  'organization',
  'additional-name',
  'tel-extension',
  'address-line2',
]);

// A choice of area codes, not of kinds of telephone.
function offersDigits({ options }: FieldDescription): boolean {
  return options.length === 0 || options.some(one => /\d/.test(one.text));
}

function fitsControl(field: FieldDescription, { token }: Candidate): boolean {
  if (field.tag === 'select') return !TYPED_ONLY.has(token) && (token !== 'tel' || offersDigits(field));
  if (field.tag === 'textarea') return /^(?:none|address-line|street-address)/.test(token);
  if (field.type === 'password') return token === 'none' || token === 'cc-csc' || token === 'cc-number';
  return true;
}
