/** What a form holds, by key. */
export type FormState = Record<string, string>;

/** Key and label of each field, in the order of the form. */
export const FIELDS: readonly (readonly [key: string, label: string])[] = [
  ['name', 'Full name'],
  ['email', 'Email'],
  ['country', 'Country'],
  ['street', 'Street address'],
  ['city', 'City'],
  ['state', 'State'],
  ['postcode', 'ZIP code'],
];

/** Options of those that are lists. */
export const CHOICES: Readonly<
  Record<string, readonly (readonly [value: string, text: string])[] | undefined>
> = {
  country: [
    ['', 'Select'],
    ['CA', 'Canada'],
    ['US', 'United States'],
  ],
  state: [
    ['', 'Select'],
    ['CA', 'California'],
    ['OR', 'Oregon'],
  ],
};

export const EMPTY: FormState = Object.fromEntries(FIELDS.map(([key]) => [key, '']));

/** Gives the order from what the framework holds. */
export function tellOrder(read: () => FormState): void {
  Object.assign(globalThis, { readOrder: read });
}
