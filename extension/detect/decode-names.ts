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
  'имя получателя',
  'imya',
]);

const INITIAL_LENGTH = 2;
const LOGIN_SCORE = 4;

/** Full names against parts, and what a lone loose word means. */
export function decodeNames(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    if (isInitial(form, at)) one.token = 'additional-name';
    if (isLogin(one)) one.token = 'none';
  }
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

// One or two letters between first and last name.
function isInitial(form: readonly DecodedField[], at: number): boolean {
  const { field, token } = form[at] ?? {};
  if (token !== 'none' && token !== 'name') return false;
  if (field?.tag !== 'input' || field.maxLength === null || field.maxLength > INITIAL_LENGTH) return false;
  return form[at - 1]?.token === 'given-name' && form[at + 1]?.token === 'family-name';
}

// A word that also means "name", on a control that is called user name.
function isLogin(one: DecodedField): boolean {
  if ((one.token !== 'given-name' && one.token !== 'name') || !isLoose(one)) return false;
  if (one.best?.phrase.includes(' ')) return false;
  return one.candidates.some(other => other.other === 'username' && other.score > LOGIN_SCORE);
}

function isLoose(one: DecodedField): boolean {
  return LOOSE_NAMES.has(one.best?.phrase ?? '');
}

/** Whether `token` is asked for near `one`. */
function stands(form: readonly DecodedField[], one: DecodedField, token: FieldToken): boolean {
  const at = form.indexOf(one);
  return form.slice(Math.max(0, at - 3), at + 4).some(other => other !== one && other.token === token);
}
