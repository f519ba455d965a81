import type { DecodedField } from './decode-sequence.ts';
import type { FieldToken } from './field-description.ts';

const LONGEST_PART = 6;
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

// 3-3-4 is complete, and a part with a label of several words begins a number of its own.
function startsAnother(parts: readonly DecodedField[], next: DecodedField): boolean {
  const sizes = parts.map(one => one.field.maxLength).join('-');
  const labelled = next.field.texts.some(one => one.source !== 'placeholder' && one.text.length > 5);
  const first = parts[0]?.field.texts.some(one => one.source !== 'placeholder' && one.text.length > 5);
  return sizes.endsWith('3-3-4') || (labelled && first === true && parts.length > 1);
}

function isPart({ field, token }: DecodedField): boolean {
  if (field.tag === 'select') return token === 'tel-area-code';
  return field.tag === 'input' && field.maxLength !== null && field.maxLength <= LONGEST_PART;
}

function isPhone({ token }: DecodedField): boolean {
  return (
    token === 'tel' || token === 'tel-area-code' || token === 'tel-local' || token === 'tel-country-code'
  );
}
