import { rankPlaces } from './decode-places.ts';
import type { DecodedField } from './decode-sequence.ts';
import type { FieldToken } from './field-description.ts';
import { foldText } from './fold-text.ts';
import type { PhraseMatch } from './rules/find-phrases.ts';
import { matchText } from './rules/match-rules.ts';

const STREET_AND = /^street ?[,/&+]/i;
const LINES: readonly FieldToken[] = ['address-line1', 'address-line2', 'address-line3'];
const LAST_LINE = LINES.length - 1;
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

const POSTCODE_HALVES = new Set(['5+4', '3+4', '4+4', '3+3', '2+3', '4+3']);
const LONGEST_POSTCODE = 8;
const LONGEST_NUMBER = 10;
const LONG_QUESTION = /.{36}[?？]/;
const CLEAR = 6;
/** Score of a label that says one thing and nothing else. */
const WHOLE_LABEL = 8.5;

/** Lines follow each other; a house number, a state or a country needs an address around it. */
export function decodeAddress(form: readonly DecodedField[], page: readonly DecodedField[]): void {
  readPlaces(form);
  readPostcodes(form);
  readLookup(form);
  numberLines(form);
  rankPlaces(form);
  nameFlats(form);
  for (const [at, one] of form.entries()) {
    if (one.token === 'house-number' && saysStreetToo(form, at)) one.token = 'address-line1';
    if (one.token === 'house-number' && !hasStreet(form, one)) one.token = nextMeaning(one);
    if (isLone(form, one, page)) one.token = 'none';
    if (one.token === 'address-line1' && one.field.tag === 'select') one.token = 'none';
    if (one.token === 'address-line1' && one.field.tag === 'textarea') one.token = 'street-address';
  }
  nameStreets(form);
}

// Without words behind a house number: the flat, and what more there is of it.
function nameFlats(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    const before = form[at - 1];
    const isFlat = before?.token === 'house-number' || (before?.token === 'address-line2' && isShort(before));
    if (isFlat && one.token === 'none' && isShort(one) && isSilent(one)) one.token = 'address-line2';
  }
}

function isShort({ field }: DecodedField): boolean {
  return (field.maxLength ?? LONGEST_NUMBER + 1) <= LONGEST_NUMBER;
}

// "Street, No.", "Indirizzo e n° civico"; a number beside words that nobody knows, where no street is asked for.
function saysStreetToo(form: readonly DecodedField[], at: number): boolean {
  const one = form[at];
  if (!one || (one.field.maxLength ?? LONGEST_NUMBER + 1) <= LONGEST_NUMBER) return false;
  // A Dutch address is complete with postcode and number.
  if (form[at - 1]?.token === 'postal-code') return false;
  if ([form[at - 1], form[at + 1]].some(beside => beside && isStreet(beside))) return false;
  const { candidates, field, score } = one;
  if (STREET_AND.test(field.texts[0]?.text ?? '')) return true;
  if (candidates.some(other => other.token === 'address-line1' && other.score > 2)) return true;
  return score < WHOLE_LABEL && !form.some(isStreet);
}

function isStreet({ token }: DecodedField): boolean {
  return token === 'address-line1' || token === 'street-address';
}

// A second line of nothing, a "pin code" of no place.
function isLone(form: readonly DecodedField[], one: DecodedField, page: readonly DecodedField[]): boolean {
  if (isRemark(one) || (one.best?.phrase === 'pin code' && !hasStreet(form, one))) return true;
  // A postcode in Nordic languages; beside a German one the number of whom a locker knows.
  if (one.best?.phrase === 'postnummer' && page.some(isGermanCode)) return true;
  if (form.length === 1) return isStreet(one) && page.some(other => other !== one && isStreet(other));
  return (
    LINES.indexOf(one.token) > 0 &&
    !form.some(other => ADDRESS.has(other.token) && LINES.indexOf(other.token) < 1)
  );
}

function isGermanCode({ best }: DecodedField): boolean {
  return /^(?:plz|postlei)/.test(best?.phrase ?? '');
}

// "Additional information" in a box of several lines; "Do we need a code to open the door of the building?"
function isRemark({ field, token, best }: DecodedField): boolean {
  if (!LINES.includes(token)) return false;
  const isLong = field.tag === 'textarea' && token !== 'address-line1';
  return (
    (isLong && /inform|datos|angaben/.test(best?.phrase ?? '')) ||
    field.texts.some(({ text }) => LONG_QUESTION.test(text))
  );
}

// Where an address is looked up and asked for nowhere else, it is asked for there.
function readLookup(form: readonly DecodedField[]): void {
  if (form.some(isStreet)) return;
  for (const one of form) {
    const { field, candidates, best } = one;
    const says =
      /addres/.test(best?.phrase ?? '') ||
      candidates.some(other => other.token === 'address-line1' && other.score > CLEAR);
    if (best?.other === 'search' && says && field.type !== 'search' && form.length > 2)
      one.token = 'address-line1';
  }
}

// What stands in a place where only one thing is asked for: the state between city and postcode, an Indian PIN.
function readPlaces(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    if (one.token !== 'none') continue;
    const before = form[at - 1]?.token;
    const after = form[at + 1]?.token;
    const isShort = one.field.tag === 'input' && one.field.maxLength === 2 && !isClear(one);
    if (isShort && before === 'address-level2' && after === 'postal-code') one.token = 'address-level1';
    const isPin = one.best?.phrase === 'pin' && one.field.type !== 'password';
    if (isPin && (before?.startsWith('address-level') || after?.startsWith('address-level')))
      one.token = 'postal-code';
  }
}

function isClear({ score }: DecodedField): boolean {
  return score > CLEAR;
}

// Halves of a postcode (`12345-6789`, `〒123-4567`, `00-950`, `1000-001`), and one that shares the label of the whole address.
function readPostcodes(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    const next = form[at + 1];
    if (LINES.includes(one.token) && isShortPostcode(one, next)) {
      one.token = 'postal-code';
      if (next && isUnnamed(next)) next.token = 'address-line1';
    }
    const halves = `${one.field.maxLength}+${next?.field.maxLength}`;
    if (one.token !== 'postal-code' || !next || !POSTCODE_HALVES.has(halves)) continue;
    if (next.token === 'none' && isSilent(next)) next.token = 'postal-code';
  }
}

function isShortPostcode(one: DecodedField, next: DecodedField | undefined): boolean {
  const { maxLength, texts } = one.field;
  if (!next || (maxLength ?? 0) > LONGEST_POSTCODE) return false;
  const said = one.candidates.some(({ token, score }) => token === 'postal-code' && score > 3);
  if (maxLength === null) return said && LINES.includes(next.token) && texts.length < 2 && isTold(next);
  return said ? /^(?:address|postal)-/.test(next.token) : maxLength > 4 && isUnnamed(next);
}

// What it is stands at none but the first of them, or behind each.
function isTold({ field }: DecodedField): boolean {
  return field.texts.every(({ source }) => source === 'after');
}

// Nothing but a dash before it.
function isSilent({ field, candidates }: DecodedField): boolean {
  return field.tag === 'input' && candidates.every(one => one.score < 4) && field.visible;
}

function numberLines(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    const before = form[at - 1];
    if (!before || one.field.tag !== 'input' || before.field.tag === 'select' || saysFirst(one)) continue;
    const line = LINES.indexOf(before.token);
    if (line < 0) continue;
    const said = LINES.includes(one.token) ? saysNumber(one) : undefined;
    one.token =
      said ?? (isNextLine(before, one, line) ? (LINES[Math.min(line + 1, LAST_LINE)] ?? 'none') : one.token);
  }
}

function isNextLine(before: DecodedField, one: DecodedField, line: number): boolean {
  const follows = (one.token === before.token || isSerial(before, one)) && !isOtherAddress(before, one);
  return follows || (isUnnamed(one) && (line < LAST_LINE || hasSameStem(before, one)));
}

// "Address line 1", whatever stands before it.
function saysFirst({ field, token }: DecodedField): boolean {
  return token === 'address-line1' && field.texts.some(one => /(?:^|\D)1\W*$/.test(one.text));
}

// "Adresse : ligne 3"
function saysNumber({ field }: DecodedField): FieldToken | undefined {
  const number = /(?:^|\D)([23])\W*$/.exec(field.texts[0]?.text ?? '')?.[1];
  return LINES[Number(number) - 1];
}

// `street[1]`, `street[2]`: a first line whose name differs from the one before in its number only.
function isSerial(before: DecodedField, one: DecodedField): boolean {
  const apart = before.token !== 'address-line1' && one.field.texts.length > 0 && !isSameText(before, one);
  return one.token === 'address-line1' && hasSameStem(before, one) && !apart;
}

function hasSameStem(before: DecodedField, one: DecodedField): boolean {
  const stem = ({ field }: DecodedField): string => field.name.replace(/\d+/g, '');
  return stem(one) !== '' && stem(one) === stem(before);
}

// Two first lines with different names for whole addresses are two addresses, not two lines.
function isOtherAddress(before: DecodedField, one: DecodedField): boolean {
  if (saysSomethingElse(before) && saysSomethingElse(one)) return true;
  if (isTwin(before, one)) return true;
  const number = (name: string): string => name.replace(/\d+/g, '');
  const serial = number(before.field.name) === number(one.field.name);
  return (
    !serial &&
    /(?:bill|ship|home|work|mail|perm)/i.test(one.field.name) !==
      /(?:bill|ship|home|work|mail|perm)/i.test(before.field.name)
  );
}

// "Address" twice, called `baddress` and `saddress`: two columns. A second line is called like the first, and more.
function isTwin(before: DecodedField, one: DecodedField): boolean {
  const [first = '', second = ''] = [before, one].map(({ field }) => field.name.replace(/[\d_-]+/g, ''));
  if (first === '' || first.startsWith(second) || second.startsWith(first)) return false;
  return first.slice(1) === second.slice(1) && isSameText(before, one);
}

function isSameText(before: DecodedField, one: DecodedField): boolean {
  return before.field.texts[0]?.text === one.field.texts[0]?.text;
}

// A label that names no part of an address: "journey ends at".
function saysSomethingElse({ field }: DecodedField): boolean {
  const isPart = ({ token }: PhraseMatch): boolean => ADDRESS.has(token);
  return field.texts.length > 0 && !field.texts.some(one => matchText(foldText(one.text)).some(isPart));
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
