import type { DecodedField } from './decode-sequence.ts';
import type { FieldToken } from './field-description.ts';

/** Lists of places in a row go from large to small. */
export function rankPlaces(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    one.token = placeByWord(form, at, one);
    const next = form[at + 1];
    if (one.token !== 'address-level2' || !next) continue;
    const lists = one.field.tag === 'select' && next.field.tag === 'select';
    if (lists && /^address-level[12]/.test(next.token) && form[at - 1]?.token === 'address-level1')
      next.token = 'address-level3';
    else if (next.token !== 'address-level2') continue;
    else if (lists || saysCounty(one)) one.token = 'address-level1';
  }
}

// "Region" beside a state, called `country` where no other is asked for.
function isCountry(form: readonly DecodedField[], one: DecodedField): boolean {
  const stands = (token: FieldToken) => form.some(other => other !== one && other.token === token);
  const isCalled = one.candidates.some(({ token }) => token === 'country');
  return one.token === 'address-level1' && isCalled && stands('address-level1') && !stands('country');
}

// Words that mean another place beside others.
function placeByWord(form: readonly DecodedField[], at: number, one: DecodedField): FieldToken {
  const { phrase } = one.best ?? {};
  if (isCountry(form, one)) return 'country';
  if (phrase === 'district') return placeDistrict(form, at, one);
  if (
    form[at - 1]?.token === 'address-level1' &&
    /county/i.test(one.field.name) &&
    one.token === 'address-level1'
  )
    return 'none';
  if (phrase === 'kraj') return placeKraj(form, one);
  if (phrase === 'c p' && saysHouse(one)) return 'house-number';
  return /^(?:suburb|locality)$/.test(phrase ?? '') && form.some(isCity) ? 'address-level3' : one.token;
}

// "Č. p." is a number in Czech; "C. P." is a postcode in Spanish.
function saysHouse({ field }: DecodedField): boolean {
  return field.texts.some(({ text }) => /^č/i.test(text));
}

// A suburb beside it is a part of it.
function isCity({ best }: DecodedField): boolean {
  return /city|town/.test(best?.phrase ?? '');
}

// A country in Polish, a region in Czech, a town in Slovenian.
function placeKraj(form: readonly DecodedField[], one: DecodedField): FieldToken {
  const others = form.filter(other => other !== one).map(other => other.token);
  if (others.includes('address-level2')) return others.includes('country') ? 'address-level1' : one.token;
  const isPlace = one.field.tag === 'input' && others.some(other => /^(?:postal|country)/.test(other));
  return isPlace ? 'address-level2' : one.token;
}

// "District" beside a state is a city, a part of one, or nothing of ours.
function placeDistrict(
  form: readonly DecodedField[],
  at: number,
  { token, candidates }: DecodedField,
): FieldToken {
  const others = form.filter((_, other) => other !== at).map(other => other.token);
  if (token !== 'address-level1' || !others.includes('address-level1')) return token;
  if (!others.includes('address-level2')) return 'address-level2';
  const isPart = candidates.some(other => other.token === 'address-level3');
  return isPart || form[at - 1]?.token === 'address-level2' ? 'address-level3' : 'none';
}

function saysCounty({ field }: DecodedField): boolean {
  return field.texts.some(({ text }) => /[縣县]\/?市|^\W*[iİ]l\W*$/i.test(text));
}
