import type { DecodedField } from './decode-sequence.ts';
import type { FieldToken } from './field-description.ts';

/** Words that mean the given name beside a family name, and the whole name alone. */
const LOOSE_NAMES = new Set([
  'имя',
  'ваше имя',
  'nom',
  'votre nom',
  'jmeno',
  'meno',
  'ad',
  'adi',
  'adiniz',
  'isim',
  'imie',
  '名字',
  'nombres',
  'nombre',
  'nom de famille',
  'имя получателя',
  'imya',
]);

/** Full names against parts, and what a lone loose word means. */
export function decodeNames(form: readonly DecodedField[]): void {
  for (const one of form) {
    if (one.token === 'name' && stands(form, one, 'family-name') && !stands(form, one, 'given-name'))
      one.token = 'given-name';
    else if (one.token === 'given-name' && isLoose(one) && !stands(form, one, 'family-name'))
      one.token = 'name';
    else if (
      one.token === 'family-name' &&
      isLoose(one) &&
      !stands(form, one, 'given-name') &&
      !stands(form, one, 'name')
    )
      one.token = 'name';
  }
}

function isLoose(one: DecodedField): boolean {
  return LOOSE_NAMES.has(one.best?.phrase ?? '');
}

/** Whether `token` is asked for near `one`. */
function stands(form: readonly DecodedField[], one: DecodedField, token: FieldToken): boolean {
  const at = form.indexOf(one);
  return form.slice(Math.max(0, at - 3), at + 4).some(other => other !== one && other.token === token);
}
