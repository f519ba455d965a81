import type { DecodedField } from './decode-sequence.ts';
import type { FieldToken } from './field-description.ts';
import { foldText } from './fold-text.ts';
import { matchText } from './rules/match-rules.ts';

const LINES: readonly FieldToken[] = ['address-line1', 'address-line2', 'address-line3'];
const ADDRESS: ReadonlySet<FieldToken> = new Set([
  ...LINES,
  'street-name',
  'house-number',
  'address-level1',
  'address-level2',
  'address-level3',
  'postal-code',
  'country',
]);

/** Lines follow each other; a house number, a state or a country needs an address around it. */
export function decodeAddress(form: readonly DecodedField[]): void {
  numberLines(form);
  for (const one of form) {
    if (one.token === 'house-number' && !hasStreet(form, one)) one.token = nextMeaning(one);
    if (one.token === 'address-line1' && one.field.tag === 'select') one.token = 'none';
    if (one.token === 'address-line1' && one.field.tag === 'textarea') one.token = 'street-address';
  }
  nameStreets(form);
}

function numberLines(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    const before = form[at - 1];
    if (!before || one.field.tag !== 'input') continue;
    const line = LINES.indexOf(before.token);
    if (line < 0 || line > 1) continue;
    const follows = (one.token === before.token || isSerial(before, one)) && !isOtherAddress(before, one);
    if (follows || isUnnamed(one)) one.token = LINES[line + 1] ?? 'none';
  }
}

// `street[1]`, `street[2]`: a first line whose name differs from the one before in its number only.
function isSerial(before: DecodedField, one: DecodedField): boolean {
  const stem = ({ field }: DecodedField): string => field.name.replace(/\d+/g, '');
  return one.token === 'address-line1' && stem(one) !== '' && stem(one) === stem(before);
}

// Two first lines with different names for whole addresses are two addresses, not two lines.
function isOtherAddress(before: DecodedField, one: DecodedField): boolean {
  if (saysSomethingElse(before) && saysSomethingElse(one)) return true;
  const number = (name: string): string => name.replace(/\d+/g, '');
  const serial = number(before.field.name) === number(one.field.name);
  return (
    !serial &&
    /(?:bill|ship|home|work|mail|perm)/i.test(one.field.name) !==
      /(?:bill|ship|home|work|mail|perm)/i.test(before.field.name)
  );
}

// A label that no rule knows: "journey ends at".
function saysSomethingElse({ field }: DecodedField): boolean {
  return field.texts.length > 0 && field.texts.every(one => matchText(foldText(one.text)).length === 0);
}

function isUnnamed({ field, candidates, token }: DecodedField): boolean {
  return (
    token === 'none' &&
    candidates.length === 0 &&
    field.texts.length === 0 &&
    field.visible &&
    field.type === 'text'
  );
}

// A bare "number" away from any street: what else speaks for it.
function nextMeaning({ candidates }: DecodedField): FieldToken {
  const other = candidates.find(one => one.token !== 'house-number');
  return other && other.score >= 4 ? other.token : 'none';
}

function hasStreet(form: readonly DecodedField[], one: DecodedField): boolean {
  const at = form.indexOf(one);
  return form.slice(Math.max(0, at - 3), at + 4).some(other => other !== one && ADDRESS.has(other.token));
}

// A first line with a house number beside it holds the street alone.
function nameStreets(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    if (one.token !== 'address-line1') continue;
    const near = [form[at - 1], form[at + 1]];
    if (near.some(other => other?.token === 'house-number')) one.token = 'street-name';
  }
}
