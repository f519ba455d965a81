const PERSON = [
  ['name', 'name'],
  ['email', 'email'],
  ['tel', 'tel'],
] as const;
const STREET = [
  ['line1', 'address-line1'],
  ['line2', 'address-line2'],
] as const;
const CITY = ['city', 'address-level2'] as const;
const REGION = ['region', 'address-level1'] as const;
const POSTCODE = ['postalCode', 'postal-code'] as const;

/** Countries that write an address from the postcode and the region down to the door. */
const LARGEST_FIRST: ReadonlySet<string> = new Set(['CN', 'JP', 'KR', 'TW']);

/** Each field of real data with its WHATWG autocomplete token, in the order in which people of `country` write them. */
export function listDataFields(country: string) {
  return LARGEST_FIRST.has(country)
    ? [...PERSON, POSTCODE, REGION, CITY, ...STREET]
    : [...PERSON, ...STREET, CITY, REGION, POSTCODE];
}
