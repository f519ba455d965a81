/** What a person may say that a field asks for; tokens that mean the same to them are one. */
export const MEANINGS = [
  ...(['name', 'given-name', 'additional-name', 'family-name', 'organization', 'email'] as const),
  ...(['phonetic-name', 'phonetic-given-name', 'phonetic-family-name'] as const),
  ...(['tel', 'tel-country-code', 'tel-area-code', 'tel-local', 'tel-extension'] as const),
  ...(['address-line1', 'address-line2', 'street-name', 'house-number'] as const),
  ...(['address-level1', 'address-level2', 'address-level3', 'postal-code', 'country'] as const),
  ...(['cc-name', 'cc-number', 'cc-exp', 'cc-exp-month', 'cc-exp-year', 'cc-csc', 'cc-type'] as const),
  'none',
] as const;
export type Meaning = (typeof MEANINGS)[number];

const SAME: Partial<Record<string, Meaning>> = {
  'street-address': 'address-line1',
  'address-line3': 'address-line2',
  'tel-national': 'tel',
  'tel-local-prefix': 'tel-local',
  'tel-local-suffix': 'tel-local',
  'cc-given-name': 'cc-name',
  'cc-family-name': 'cc-name',
};

/** The meaning of a field's token, in the words of the list above. */
export function toMeaning(token: string): Meaning {
  return SAME[token] ?? MEANINGS.find(meaning => meaning === token) ?? 'none';
}
