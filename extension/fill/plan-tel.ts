import type { FieldToken } from '../detect/field-description.ts';
import { listCountryNames } from './country-names.ts';
import { cutToLengths, speaksLanguageOf, splitTel, type TelParts } from './format-tel.ts';
import type { VirtualIdentity } from './identity.ts';
import type { AddressField } from './plan-address.ts';

const PARTS: readonly FieldToken[] = ['tel-area-code', 'tel-local', 'tel-local-prefix', 'tel-local-suffix'];

/** The telephone over the fields of one address: whole, behind a country code, or in parts. Values by field key. */
export function planTel(
  group: readonly AddressField[],
  identity: VirtualIdentity,
  language: string,
): Map<string, string[]> {
  const plan = new Map<string, string[]>();
  const tel = splitTel(identity);
  const codeApart = group.some(one => one.token === 'tel-country-code');
  const domestic = speaksLanguageOf(identity.country, language);
  for (const { field, token } of group) {
    if (token === 'tel' || token === 'tel-national')
      plan.set(field.key, listWholeNumbers(tel, field, { codeApart, domestic }));
    if (token === 'tel-country-code') plan.set(field.key, listCallingCodes(tel, field, identity, language));
  }
  const parts = group.filter(one => PARTS.includes(one.token));
  const cut = cutToLengths(
    tel.national,
    parts.map(one => one.field.maxLength),
  );
  for (const [at, { field, token }] of parts.entries())
    plan.set(field.key, [cut?.[at] ?? choosePart(tel, token)]);
  return plan;
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
  const { international } = tel;
  if (codeApart) return unique([tel.significant, ...national]);
  if (placeholder.trim().startsWith('+')) return unique([international, ...national]);
  if (/\d-\d{3,4}-\d{4}/.test(placeholder)) return unique([dashed, ...national, international]);
  return unique(domestic ? [...national, international] : [international, ...national]);
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
