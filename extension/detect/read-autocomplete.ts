import type { AddressSection, FieldToken } from './field-description.ts';

const TOKENS: ReadonlySet<string> = new Set<FieldToken>([
  'name',
  'given-name',
  'additional-name',
  'family-name',
  'organization',
  'email',
  'tel',
  'tel-national',
  'tel-country-code',
  'tel-area-code',
  'tel-local',
  'tel-local-prefix',
  'tel-local-suffix',
  'tel-extension',
  'street-address',
  'address-line1',
  'address-line2',
  'address-line3',
  'address-level1',
  'address-level2',
  'address-level3',
  'postal-code',
  'country',
  'cc-name',
  'cc-given-name',
  'cc-family-name',
  'cc-number',
  'cc-exp',
  'cc-exp-month',
  'cc-exp-year',
  'cc-csc',
  'cc-type',
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

/** Reads an `autocomplete` attribute by the WHATWG grammar, with the misspellings that sites really use. */
export function readAutocomplete(attribute: string): AutocompleteReading {
  const words = attribute.toLowerCase().trim().split(/\s+/);
  const section = words.includes('billing') ? 'billing' : words.includes('shipping') ? 'shipping' : null;
  const last = words.findLast(word => word !== 'webauthn') ?? '';
  if (TOKENS.has(last)) return { token: last as FieldToken, section };
  if (OUT_OF_SCOPE.has(last)) return { token: 'none', section };
  return { token: MISSPELLINGS[last] ?? null, section };
}
