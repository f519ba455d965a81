import type { FieldToken } from '../detect/field-description.ts';

const STREETS = new Set<FieldToken>(['street-address', 'address-line1', 'street-name']);

/** Whether two meanings are one for a person: a country's first address line is another's street. */
export function meansTheSame(one: FieldToken, other: FieldToken): boolean {
  return one === other || (STREETS.has(one) && STREETS.has(other));
}
