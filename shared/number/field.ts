import { parseNumber } from './number.ts';

/** The fields of a record (S14) and the suffix that opens each one alone (S12); the bare number is the name. */
export const FIELD_SUFFIXES = {
  name: '',
  residentId: '00',
  homePhone: '01',
  officePhone: '02',
  mobile: '03',
  homeAddress: '04',
  officeAddress: '05',
  destination1: '06',
  destination1Phone: '07',
  destination2: '08',
  destination2Phone: '09',
  email: '10',
} as const;

/** A field of real data. */
export type RecordField = keyof typeof FIELD_SUFFIXES;

/** The suffixed number that opens `field` of `number` and nothing else: `QX7K2M9T4-06`. */
export function makeFieldNumber(number: string, field: RecordField): string {
  const suffix = FIELD_SUFFIXES[field];
  return suffix === '' ? number : `${number}-${suffix}`;
}

/** Splits a bare or suffixed number; null for a wrong check character or an unknown suffix (S12: refused). */
export function parseFieldNumber(text: string): { number: string; field: RecordField } | null {
  const [body = '', suffix = '', ...rest] = text.trim().split('-');
  const number = parseNumber(body);
  if (number === null || rest.length > 0) return null;
  for (const [field, own] of Object.entries(FIELD_SUFFIXES)) {
    if (own === suffix) return { number, field: field as RecordField };
  }
  return null;
}
