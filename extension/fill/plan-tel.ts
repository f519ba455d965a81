import type { FieldToken } from '../detect/field-description.ts';
import { findChoice } from './choose-option.ts';
import { listCountryNames } from './country-names.ts';
import type { PlannedValues } from './fill-plan.ts';
import { cutToLengths, speaksLanguageOf, splitTel, type TelParts } from './format-tel.ts';
import type { VirtualIdentity } from './identity.ts';
import type { AddressField } from './plan-address.ts';

const PARTS: readonly FieldToken[] = ['tel-area-code', 'tel-local', 'tel-local-prefix', 'tel-local-suffix'];

/**
 * The telephone over the fields of one address: whole, behind a country code, or in parts. Behind a list of other
 * codes alone it stays empty: the rest of the number would be a stranger's there.
 */
export function planTel(
  group: readonly AddressField[],
  identity: VirtualIdentity,
  language: string,
): PlannedValues {
  const plan: PlannedValues = new Map();
  const tel = splitTel(identity);
  const codes = group.filter(one => one.token === 'tel-country-code');
  for (const { field } of codes) plan.set(field.key, listCallingCodes(tel, field, identity, language));
  const isForeign = codes.some(({ field }) => lacksChoice(field, plan.get(field.key) ?? []));
  const domestic = speaksLanguageOf(identity.country, language);
  const place = { codeApart: codes.length > 0, domestic };
  for (const { field, token } of group) {
    if (token === 'tel' || token === 'tel-national')
      plan.set(field.key, isForeign ? null : listWholeNumbers(tel, field, place));
  }
  for (const number of listNumbersInParts(group))
    for (const [key, part] of planParts(number, tel)) plan.set(key, isForeign ? null : part);
  return plan;
}

/** Parts of telephones, number by number: an area code begins one. */
function listNumbersInParts(group: readonly AddressField[]): AddressField[][] {
  const numbers: AddressField[][] = [];
  for (const one of group) {
    if (!PARTS.includes(one.token)) continue;
    const last = one.token === 'tel-area-code' ? undefined : numbers.at(-1);
    if (last) last.push(one);
    else numbers.push([one]);
  }
  return numbers;
}

function planParts(number: readonly AddressField[], tel: TelParts): PlannedValues {
  const lengths = number.map(({ field }) => field.maxLength);
  const cut = cutToLengths(tel.national, lengths);
  const parts = number.map(({ token }, at) => cut?.[at] ?? choosePart(tel, token));
  const isForeign = number.some(({ field }, at) => lacksChoice(field, [parts[at] ?? '']));
  return new Map(number.map(({ field }, at) => [field.key, isForeign ? null : [parts[at] ?? '']]));
}

/** Whether all choices of a list are known and none of them is wanted. */
function lacksChoice(field: AddressField['field'], wanted: readonly string[]): boolean {
  const { tag, options, optionCount } = field;
  const isKnown = tag === 'select' && optionCount > 0 && options.length === optionCount;
  return isKnown && findChoice(options, wanted) < 0;
}

// Many countries share a code, so a list is asked for the country first.
function listCallingCodes(
  { countryCode }: TelParts,
  field: AddressField['field'],
  identity: VirtualIdentity,
  language: string,
): string[] {
  if (!countryCode) return [];
  const codes = [countryCode, countryCode.slice(1), `00${countryCode.slice(1)}`];
  const names = listCountryNames(identity.country, language);
  return field.tag === 'select' ? [...names, ...codes] : codes;
}

function listWholeNumbers(
  tel: TelParts,
  field: AddressField['field'],
  { codeApart, domestic }: { codeApart: boolean; domestic: boolean },
): string[] {
  const dashed = [tel.area, tel.prefix, tel.suffix].filter(part => part !== '').join('-');
  const placeholder = field.texts.find(one => one.source === 'placeholder')?.text ?? '';
  const national = [tel.national, tel.grouped, dashed];
  const { international, significant } = tel;
  if (codeApart || saysCode(field, tel)) return unique([significant, ...national]);
  if (placeholder.trim().startsWith('+')) return unique([international, ...national, significant]);
  if (/\d-\d{3,4}-\d{4}/.test(placeholder)) return unique([dashed, ...national, international, significant]);
  // Where no form of it has room, the page has no place for what is dialled within the country only.
  return unique([...(domestic ? [...national, international] : [international, ...national]), significant]);
}

/** Whether the page itself has the country's calling code before the field: `Phone +91`. */
function saysCode({ texts }: AddressField['field'], { countryCode }: TelParts): boolean {
  const said = texts.filter(({ source }) => source !== 'placeholder');
  return countryCode !== '' && said.some(({ text }) => /(\+\d+)\)?$/.exec(text)?.[1] === countryCode);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function choosePart(tel: TelParts, token: FieldToken): string {
  if (token === 'tel-area-code') return tel.area;
  if (token === 'tel-local-prefix') return tel.prefix;
  if (token === 'tel-local-suffix') return tel.suffix;
  return tel.prefix + tel.suffix;
}
