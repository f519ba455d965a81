import type { AddressSection, FieldToken } from './field-description.ts';
import { PACKED_NAMES } from './rules/packed-names.ts';

/** What rules name, and what they leave to the fields around; no attribute bears the other meanings' names. */
const TOKENS: ReadonlySet<string> = new Set([
  ...PACKED_NAMES.meanings.split(' '),
  'street-address',
  'tel-national',
  'tel-local',
]);
const OUT_OF_SCOPE = new Set([
  'username',
  'current-password',
  'nickname',
  'organization-title',
  'honorific-prefix',
  'honorific-suffix',
  'url',
  'sex',
  'bday',
  'bday-day',
  'bday-month',
  'bday-year',
  'impp',
  'photo',
  'language',
  'transaction-amount',
  'transaction-currency',
]);
const MISSPELLINGS: Readonly<Record<string, FieldToken>> = {
  'country-name': 'country',
  'address-level4': 'address-level3',
  'cc-additional-name': 'cc-name',
  'cc-cvc': 'cc-csc',
  'cc-cvv': 'cc-csc',
  cvc: 'cc-csc',
  ccnumber: 'cc-number',
  'tel-local-number': 'tel-local',
  zip: 'postal-code',
  postal: 'postal-code',
  phone: 'tel',
  city: 'address-level2',
  state: 'address-level1',
  'first-name': 'given-name',
  'last-name': 'family-name',
  fname: 'given-name',
  lname: 'family-name',
  'cc-expiration': 'cc-exp',
  'cc-exp-date': 'cc-exp',
  'address-line-1': 'address-line1',
  'address-line-2': 'address-line2',
};

export interface AutocompleteReading {
  /** Null where the attribute says nothing we can use (`off`, `on`, invented words). */
  token: FieldToken | null;
  section: AddressSection | null;
}

const NOTHING: AutocompleteReading = { token: null, section: null };

/** Reads an `autocomplete` attribute by the WHATWG grammar, with the misspellings that sites really use. */
export function readAutocomplete(attribute: string): AutocompleteReading {
  if (attribute === '') return NOTHING;
  const words = attribute.toLowerCase().trim().split(/\s+/);
  const section = words.includes('billing') ? 'billing' : words.includes('shipping') ? 'shipping' : null;
  const last = words.findLast(word => word !== 'webauthn') ?? '';
  if (TOKENS.has(last)) return { token: last as FieldToken, section };
  if (OUT_OF_SCOPE.has(last)) return { token: 'none', section };
  return { token: MISSPELLINGS[last] ?? null, section };
}
