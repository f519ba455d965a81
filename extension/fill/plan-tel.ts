import type { FieldToken } from '../detect/field-description.ts';
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
  const tel = splitTel(identity.tel, identity.country);
  const codeApart = group.some(one => one.token === 'tel-country-code');
  for (const { field, token } of group) {
    if (token === 'tel' || token === 'tel-national') {
      plan.set(
        field.key,
        listWholeNumbers(tel, field, { codeApart, domestic: speaksLanguageOf(identity.country, language) }),
      );
    }
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

function listWholeNumbers(
  tel: TelParts,
  field: AddressField['field'],
  { codeApart, domestic }: { codeApart: boolean; domestic: boolean },
): string[] {
  const dashed = [tel.area, tel.prefix, tel.suffix].filter(part => part !== '').join('-');
  const placeholder = field.texts.find(one => one.source === 'placeholder')?.text ?? '';
  if (codeApart) return [tel.national, dashed];
  if (placeholder.trim().startsWith('+')) return [tel.international, tel.national];
  if (/\d-\d{3,4}-\d{4}/.test(placeholder)) return [dashed, tel.national, tel.international];
  return domestic ? [tel.national, dashed, tel.international] : [tel.international, tel.national];
}

function choosePart(tel: TelParts, token: FieldToken): string {
  if (token === 'tel-area-code') return tel.area;
  if (token === 'tel-local-prefix') return tel.prefix;
  if (token === 'tel-local-suffix') return tel.suffix;
  return tel.prefix + tel.suffix;
}
