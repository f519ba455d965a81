import type { DecodedField } from './decode-sequence.ts';
import type { FieldToken } from './field-description.ts';
import { hasLetters } from './fold-text.ts';

/** More than what stands between the parts of a number: words, or two signs of a script that needs no more. */
const NAMING = /.{6}|[^\0-\x7f]{2}/;
const IN_A_NUMBER = /^tel-(?:local|extension)/;
const LEAST_SCORE = 4;
/** Score of a label that says one thing, and of a name that says the same. */
const CLEAR = 15;
/** The last part of a number in Japan, Korea and North America. */
const LINE_DIGITS = 4;
const LONGEST_PART = 6;
/** "Number" of whatever it may be. */
const BARE_NUMBER = /^n\w{0,6}$/;
/** Area codes that a select offers, and how long the halves behind it are. */
const AREA_CODE = /^\d{1,4}$/;
const PREFIX = /^[^+]*\+\d{1,3}\)?$/;
/** What needs no other word to be one. */
const TRUNK_CODE = /^0\d{1,3}$/;
const HALF_LENGTHS: readonly (number | null)[] = [3, 4];
const PARTS: Readonly<Record<number, readonly FieldToken[]>> = {
  2: ['tel-area-code', 'tel-local'],
  3: ['tel-area-code', 'tel-local-prefix', 'tel-local-suffix'],
  4: ['tel-country-code', 'tel-area-code', 'tel-local-prefix', 'tel-local-suffix'],
};

const CODED: readonly FieldToken[] = ['tel-country-code', 'tel-area-code', 'tel-local'];

/** Short telephone inputs in a row are the parts of one number. */
export function decodePhones(form: readonly DecodedField[]): void {
  nameNumbers(form);
  for (let at = 0; at < form.length; at++) {
    const length = countParts(form, at);
    if (length < 2) {
      nameRest(form, at);
      continue;
    }
    nameParts(form.slice(at, at + length));
    at += length - 1;
  }
}

// What a single control is, before it is put together with others.
function nameNumbers(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    one.token = nameNumber(form, at, one);
    if (one.token !== 'tel') continue;
    const count = [3, 2].find(parts => isInParts(form, at, parts));
    if (count) nameParts(form.slice(at, at + count));
  }
}

function nameNumber(form: readonly DecodedField[], at: number, one: DecodedField): FieldToken {
  const before = form[at - 1];
  if (form[at + 1]?.token === 'tel' && (showsPrefix(one) || offersOf(PREFIX, one))) return 'tel-country-code';
  if (isBareNumber(before, one) || isRestOfNumber(before, one)) return 'tel';
  if (offersCountries(one) || isCalledTelephone(form, at) || isBeforeArea(one, form[at + 1]))
    return 'tel-country-code';
  if (isAreaBefore(form, at)) return 'tel-area-code';
  if (isCountry(form, at)) return 'country';
  return one.token;
}

// "Number" on a control that takes telephones, or behind a code.
function isBareNumber(before: DecodedField | undefined, { field, token, best }: DecodedField): boolean {
  const isExpected =
    (field.type === 'tel' && before?.token !== 'address-line1') ||
    /^tel-(?:area|country)/.test(before?.token ?? '');
  return token === 'house-number' && isExpected && BARE_NUMBER.test(best?.phrase ?? '');
}

// "+86" in a box of its own.
function showsPrefix({ field, token }: DecodedField): boolean {
  return token === 'none' && field.tag === 'input' && field.texts.some(one => PREFIX.test(one.text));
}

// Behind a country's code, without words.
function isRestOfNumber(
  before: DecodedField | undefined,
  { field, token, candidates }: DecodedField,
): boolean {
  if (before?.token !== 'tel-country-code' || token !== 'none' || field.tag !== 'input') return false;
  return field.texts.length === 0 && candidates.every(one => one.token === 'tel') && field.visible;
}

// A list of countries or their codes under a telephone's label.
function offersCountries({ field, token }: DecodedField): boolean {
  if (field.tag !== 'select' || token !== 'tel') return false;
  const offered = field.options.filter(one => one.text.trim() !== '');
  return offered.length > 0 && offered.every(one => /\+\d/.test(one.text) || hasLetters(one.text));
}

// `phone_country` at a telephone, where people read "country" only.
function isCalledTelephone(form: readonly DecodedField[], at: number): boolean {
  const one = form[at];
  if (one?.token !== 'country' || one.field.tag !== 'select' || form[at + 1]?.token !== 'tel') return false;
  return /phone|mobile|(?:^|[^a-z])tel/i.test(`${one.field.name} ${one.field.id}`);
}

// "Country" of three digits, before the area code.
function isBeforeArea(one: DecodedField, next: DecodedField | undefined): boolean {
  return one.token === 'country' && isPart(one) && next?.token === 'tel-area-code';
}

// "Country code" of two letters, or before no telephone, where no other country is asked for.
function isCountry(form: readonly DecodedField[], at: number): boolean {
  const one = form[at];
  if (one?.token !== 'tel-country-code' || one.field.tag !== 'input') return false;
  const isOfNumber = one.candidates.some(({ token }) => token === 'tel');
  if (isOfNumber || form.some(other => other.token === 'country')) return false;
  return one.field.maxLength === 2 || !form[at + 1]?.token.startsWith('tel');
}

// Developers say `area` and `exchange` where the label says "home phone" only.
function isAreaBefore(form: readonly DecodedField[], at: number): boolean {
  const one = form[at];
  const next = form[at + 1];
  const isShort = (one?.field.maxLength ?? LONGEST_PART + 1) <= LONGEST_PART && next?.token === 'tel';
  if (one?.token !== 'tel' || !(isShort || next?.token === 'tel-local-prefix')) return false;
  return one.candidates.some(other => other.token === 'tel-area-code');
}

// "Phone" over `phone_a`, `phone_b`, `phone_c`, or over `phone[]` as often, whatever their lengths.
function isInParts(form: readonly DecodedField[], at: number, count: number): boolean {
  const one = form[at];
  if (one?.token !== 'tel' || one.field.tag !== 'input' || one.field.texts.length === 0) return false;
  const rest = form.slice(at + 1, at + count);
  const numbered = stem(one) !== one.field.name;
  const isNext = (other: DecodedField): boolean =>
    other.token === (numbered ? 'tel' : 'none') &&
    (numbered || other.field.type === 'tel' || (count === 3 && !stem(other))) &&
    other.field.texts.length === 0 &&
    other.field.visible === one.field.visible &&
    stem(other) === stem(one);
  return rest.length === count - 1 && rest.every(isNext);
}

/** What parts of one number are called alike. */
function stem({ field }: Pick<DecodedField, 'field'>): string {
  return field.name.replace(/(?:\d|[_-]?[abc]|\[\d?\])$/i, '');
}

function nameParts(parts: readonly DecodedField[]): void {
  const [first, second] = parts;
  const isCoded = first?.token === 'tel-country-code' && second?.token === 'tel-area-code';
  const names = isCoded && parts.length < 4 ? CODED : PARTS[parts.length];
  for (const [part, token] of (names ?? []).entries()) {
    const one = parts[part];
    if (one) one.token = token;
  }
}

// After an area code the rest of the number is local; "ext." after a number is its extension whatever it is called.
function nameRest(form: readonly DecodedField[], at: number): void {
  const one = form[at];
  const before = form[at - 1];
  if (one && IN_A_NUMBER.test(one.token) && !isNearPhone(form, at)) one.token = nextMeaning(one);
  if (!one || !before) return;
  if (one.token === 'tel' && saysExtension(one)) one.token = 'tel-extension';
  if (isShortBefore(before, one)) nameParts([before, one]);
  pairWithCodes(before, one);
  pairWithCodes(one, before);
  if (before.token === 'tel-area-code' && one.token === 'tel') one.token = 'tel-local';
  const second = before.token === 'tel-local-prefix' || before.token === 'tel-local';
  const third = /^tel-(?:extension|local-suffix)$/.test(one.token) || isThird(before, one);
  if (second && form[at - 2]?.token === 'tel-area-code' && third && !hasNumberAfter(form, at)) {
    before.token = 'tel-local-prefix';
    one.token = 'tel-local-suffix';
  }
}

// Under a label of its own it is another number, unless it is called as the part before it or has room for four digits.
function isThird(before: DecodedField, one: DecodedField): boolean {
  if (one.token !== 'tel') return false;
  const isOther = isNamed(one) || one.score > CLEAR;
  return !isOther || one.field.maxLength === LINE_DIGITS || stem(before) === stem(one);
}

// Three or four digits under a telephone's label, and a box without one for the seven that follow.
function isShortBefore(before: DecodedField, { field, token }: DecodedField): boolean {
  const isRest =
    field.tag === 'input' && field.texts.length === 0 && field.visible && /^(?:tel|none)$/.test(token);
  const isCode =
    before.token === 'tel' && before.field.tag === 'input' && (before.field.maxLength ?? 9) < LONGEST_PART;
  const isLong = field.maxLength === null ? stem(before) === stem({ field }) : field.maxLength > LONGEST_PART;
  return isRest && isCode && isLong;
}

// A list of area codes on either side of what is left of the number.
function pairWithCodes(codes: DecodedField, rest: DecodedField): void {
  const isNumber =
    /^(?:tel|house-number)$/.test(rest.token) ||
    (rest.token === 'none' && codes.token === 'tel' && rest.score < LEAST_SCORE);
  // What the choices are is asked last: there are many of them.
  if (!isNumber || !(codes.token === 'tel' || (codes.token === 'none' && offersOf(TRUNK_CODE, codes))))
    return;
  if (!offersAreaCodes(codes)) return;
  codes.token = 'tel-area-code';
  rest.token = 'tel-local';
}

function nextMeaning({ candidates }: DecodedField): FieldToken {
  const other = candidates.find(one => !IN_A_NUMBER.test(one.token));
  return other && other.score >= LEAST_SCORE ? other.token : 'none';
}

// Digits of a number that nobody asks for belong to something else.
function isNearPhone(form: readonly DecodedField[], at: number): boolean {
  return form.slice(Math.max(0, at - 3), at).some(one => one.token.startsWith('tel'));
}

function saysExtension({ field }: DecodedField): boolean {
  return field.texts.some(one => /^\W*ext(?:ension)?\b/i.test(one.text));
}

// "Extension" after area code and exchange is what older forms call the last four digits: an exchange has three.
function hasNumberAfter(form: readonly DecodedField[], at: number): boolean {
  const before = form[at - 1];
  return form[at]?.token === 'tel-extension' && before?.token === 'tel-local' && before.field.maxLength !== 3;
}

function countParts(form: readonly DecodedField[], from: number): number {
  const first = form[from];
  if (!first || !isPhone(first) || !isPart(first)) return 0;
  let length = 1;
  while (length < 4) {
    const next = form[from + length];
    if (
      !next ||
      !(isPhone(next) || (next.token === 'none' && next.score < 6)) ||
      !isPart(next) ||
      startsAnother(form.slice(from, from + length), next)
    )
      break;
    length++;
  }
  return length;
}

// 3-3-4 and a select with two halves are complete, and a part with a label of several words begins a number of
// its own. Titles do not: they tell the parts of one number apart.
function startsAnother(parts: readonly DecodedField[], next: DecodedField): boolean {
  const [first] = parts;
  if (!first) return false;
  if (offersAreaCodes(first)) return parts.length > 2 || !HALF_LENGTHS.includes(next.field.maxLength);
  const sizes = parts.map(one => one.field.maxLength).join('-');
  return sizes.endsWith('3-3-4') || (parts.length > 1 && isNamed(first) && isNamed(next));
}

function isNamed({ field }: DecodedField): boolean {
  return field.texts.some(
    one => one.source !== 'placeholder' && one.source !== 'title' && NAMING.test(one.text),
  );
}

function isPart(one: DecodedField): boolean {
  const { field, token } = one;
  if (field.tag === 'select') return token === 'tel-area-code' || offersAreaCodes(one);
  return field.tag === 'input' && field.maxLength !== null && field.maxLength <= LONGEST_PART;
}

function offersAreaCodes(one: DecodedField): boolean {
  return offersOf(AREA_CODE, one);
}

function offersOf(code: RegExp, { field }: DecodedField): boolean {
  if (field.tag !== 'select') return false;
  const offered = field.options.filter(one => /\d/.test(one.text));
  return offered.length > 0 && offered.every(one => code.test(one.text.trim()));
}

function isPhone({ token }: DecodedField): boolean {
  return (
    token === 'tel' ||
    token === 'tel-area-code' ||
    token === 'tel-country-code' ||
    token.startsWith('tel-local')
  );
}
