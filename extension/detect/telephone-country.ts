import type { ClassifiedField, FieldDescription, FieldToken } from './field-description.ts';
import { hasLetters } from './fold-text.ts';

const NAMED = /\p{L}{4}|[\p{scx=Han}\p{scx=Hangul}\p{scx=Kana}]{2}/u;
const LEAST_NAMED = 0.5;

/** Whether the choices are countries by their names, with the calling code or without. */
export function listsCountries({ tag, options }: FieldDescription): boolean {
  const offered = options.filter(one => /\d/.test(one.text) || hasLetters(one.text));
  const named = offered.filter(one => /[a-z]{4}/i.test(one.text) || NAMED.test(one.text));
  return tag === 'select' && named.length > 1 && named.length > offered.length * LEAST_NAMED;
}

/** What a field is filled as: of a telephone's country its calling code is meant, and no address hangs on it. */
export function readFilledToken({ token, ofTelephone }: ClassifiedField): FieldToken {
  return ofTelephone ? 'tel-country-code' : token;
}
