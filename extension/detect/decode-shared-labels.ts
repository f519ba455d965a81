import type { DecodedField } from './decode-sequence.ts';
import type { FieldText, FieldToken } from './field-description.ts';
import { foldText } from './fold-text.ts';
import { matchText } from './rules/match-rules.ts';

const MOST_PARTS = 3;
const LONGEST_LABEL = 60;
const PARTING = /[/,&+|]|(?<=\s)(?:and|und|en|et|y|e|og|och|i|ja)(?=\s)|(?<=PLZ|zahl)\s(?=Ort)/;
/** "Telephone (area code / number)" */
const IN_BRACKETS = /\(([^)]*[/,][^)]*)\)/;
const NUMBER = /n(?:um|[or]\b)|дом/i;
/** What is asked for may be answered in one way or another. */
const CHOICE = /\s(?:or|oder|ou|o|of|lub|eller|tai|nebo)\s/;
/** Letters that a house number beside its street takes at most. */
const LONGEST_HOUSE_NUMBER = 16;
/** Beside a district; alone it is what people call their city. */
const PROVINCE = /^\W*[iİ]l\W*$/i;
/** More than one label is worth. */
const SAID_TWICE = 18;
/** Meanings that pages put side by side under one label. */
const GROUPS: readonly ReadonlySet<FieldToken>[] = [
  new Set<FieldToken>(['address-level1', 'address-level2', 'postal-code', 'country']),
  new Set<FieldToken>(['address-line1', 'house-number', 'address-line2']),
  new Set<FieldToken>(['postal-code', 'house-number', 'address-line2']),
  new Set<FieldToken>(['given-name', 'additional-name', 'family-name']),
  new Set<FieldToken>(['cc-exp-month', 'cc-exp-year']),
  new Set<FieldToken>(['cc-number', 'cc-exp', 'cc-csc']),
  new Set<FieldToken>(['tel-area-code', 'house-number']),
  new Set<FieldToken>(['tel-country-code', 'tel-area-code', 'tel', 'tel-local', 'tel-extension', 'none']),
];

/**
 * "City / State / Zip" before three controls of which two have no words of their own: one meaning each, in order. A
 * single control that asks for all three is none of them, unless all else calls it one.
 */
export function decodeSharedLabels(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    const named = readParts(one);
    if (named.length < 2) continue;
    const parts = form.slice(at, at + named.length);
    if (parts.length === named.length && parts.slice(1).every(part => isSilent(one, part)))
      nameParts(parts, named);
    else if (named.length === MOST_PARTS && named.includes('postal-code') && one.score < SAID_TWICE)
      one.token = 'none';
    else if (named[0] === 'house-number' && !saysNumber(form[at - 1])) one.token = 'house-number';
    else if (one.token.startsWith('cc-exp') && !isHalf(one)) one.token = 'cc-exp';
  }
}

// "House number and street", "House / Building name"
function saysNumber(one: DecodedField | undefined): boolean {
  return !!one?.field.texts.some(({ text }) => NUMBER.test(text));
}

function nameParts(parts: readonly DecodedField[], named: readonly FieldToken[]): void {
  if (named[0] === 'address-line1' && isLong(parts[1])) return;
  for (const [part, token] of named.entries()) {
    const field = parts[part];
    // "Number" of a telephone.
    const meant = token === 'house-number' && named[0] === 'tel-area-code' ? 'tel-local' : token;
    if (field && agrees(field, meant)) field.token = meant;
  }
}

// A list or two digits: one of two.
function isHalf({ field }: DecodedField): boolean {
  return field.tag === 'select' || field.maxLength === 2;
}

// "Street and number" over two long inputs: the second is a second line.
function isLong(one: DecodedField | undefined): boolean {
  return (one?.field.maxLength ?? Number.POSITIVE_INFINITY) > LONGEST_HOUSE_NUMBER;
}

/** The meanings that one label names in order, where it names several. */
function readParts({ field }: DecodedField): FieldToken[] {
  const said = field.texts[0]?.text ?? '';
  const label = IN_BRACKETS.exec(said)?.[1] ?? said;
  if (CHOICE.test(label) || label.length > LONGEST_LABEL) return [];
  const tokens = label.split(PARTING).flatMap(readPart);
  // "PLZ Ort", "Zip City"
  if (!PARTING.test(label) && tokens[0] !== 'postal-code') return [];
  const isSplit = tokens.includes('given-name');
  // "Vorname/Name"
  const named = tokens
    .filter(token => token !== undefined)
    .map(token => (isSplit && token === 'name' ? 'family-name' : token));
  if (named.length !== tokens.length || new Set(named).size !== named.length) return [];
  return GROUPS.some(group => named.every(token => group.has(token))) ? named.slice(0, MOST_PARTS) : [];
}

// "State Zip" is two of them; a single one may say more than its name.
function readPart(part: string): (FieldToken | undefined)[] {
  if (PROVINCE.test(part)) return ['address-level1'];
  // "Telefon/Fax"
  const found = matchText(foldText(part)).filter(one => one.token !== 'none' || one.phrase === 'fax');
  if (found.length < 2) return [found[0]?.token];
  return found.toSorted((a, b) => a.start - b.start).map(one => one.token);
}

// What has the same label as a title is the same in another form: a state to choose, and one to write.
function isSilent(first: DecodedField, { field }: DecodedField): boolean {
  const label = first.field.texts[0]?.text;
  const isNoLabel = ({ source, text }: FieldText): boolean =>
    source === 'title' ? text !== label : isFirstOption(field.tag, source);
  return field.visible && field.texts.every(isNoLabel);
}

function isFirstOption(tag: string, source: string): boolean {
  return tag === 'select' && source === 'placeholder';
}

// A name or list of options that says something else counts more than the place in a row.
function agrees({ field, token, candidates }: DecodedField, named: FieldToken): boolean {
  if (token === named || token === 'none') return true;
  if (field.optionCount > 3) return false;
  return candidates.some(one => one.token === named) || field.texts.length > 0;
}
