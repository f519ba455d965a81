import type { DecodedField } from './decode-sequence.ts';
import type { FieldToken } from './field-description.ts';

const LONGEST_PART = 6;
/** Area codes that a select offers begin with a zero, and the halves behind it are this long. */
const AREA_CODE = /^0\d{1,3}$/;
const HALF_LENGTHS: readonly (number | null)[] = [3, 4];
const PARTS: Readonly<Record<number, readonly FieldToken[]>> = {
  2: ['tel-area-code', 'tel-local'],
  3: ['tel-area-code', 'tel-local-prefix', 'tel-local-suffix'],
  4: ['tel-country-code', 'tel-area-code', 'tel-local-prefix', 'tel-local-suffix'],
};

/** Short telephone inputs in a row are the parts of one number. */
export function decodePhones(form: readonly DecodedField[]): void {
  for (let at = 0; at < form.length; at++) {
    const length = countParts(form, at);
    const parts = PARTS[length];
    if (!parts) continue;
    for (const [part, token] of parts.entries()) {
      const one = form[at + part];
      if (one) one.token = token;
    }
    at += length - 1;
  }
}

function countParts(form: readonly DecodedField[], from: number): number {
  const first = form[from];
  if (!first || !isPart(first) || !isPhone(first)) return 0;
  let length = 1;
  while (length < 4) {
    const next = form[from + length];
    if (
      !next ||
      !isPart(next) ||
      startsAnother(form.slice(from, from + length), next) ||
      !(isPhone(next) || (next.token === 'none' && next.score < 6))
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
    one => one.source !== 'placeholder' && one.source !== 'title' && one.text.length > 5,
  );
}

function isPart(one: DecodedField): boolean {
  const { field, token } = one;
  if (field.tag === 'select') return token === 'tel-area-code' || offersAreaCodes(one);
  return field.tag === 'input' && field.maxLength !== null && field.maxLength <= LONGEST_PART;
}

function offersAreaCodes({ field }: DecodedField): boolean {
  const offered = field.options.filter(one => /\d/.test(one.text));
  return (
    field.tag === 'select' && offered.length > 0 && offered.every(one => AREA_CODE.test(one.text.trim()))
  );
}

function isPhone({ token }: DecodedField): boolean {
  return (
    token === 'tel' || token === 'tel-area-code' || token === 'tel-local' || token === 'tel-country-code'
  );
}
