/** Controls of a page whose country and state are lists of a library; the rest is plain. */
export const TEXTS = [
  ['name', 'Full name'],
  ['street', 'Street address'],
  ['city', 'City'],
  ['postcode', 'ZIP code'],
]
  .map(([key, label]) => `<label>${label} <input data-key="${key}"></label>`)
  .join('');

export const LISTS = `<label for="country">Country</label><select id="country" data-key="country"><option value="">Select
<option value="CA">Canada<option value="US">United States</select>
<label for="state">State</label><select id="state" data-key="state"><option value="">Select<option value="CA">California
<option value="OR">Oregon</select>`;

/** What the plain controls hold, by key. */
export function readTexts(): Record<string, string> {
  const controls = [...document.querySelectorAll<HTMLInputElement>('input[data-key]')];
  return Object.fromEntries(controls.map(one => [one.dataset.key ?? '', one.value]));
}

/** Code and name of what the lists offer. */
export const COUNTRIES = [
  { value: 'CA', label: 'Canada' },
  { value: 'DE', label: 'Germany' },
  { value: 'US', label: 'United States' },
];
export const STATES = [
  { value: 'CA', label: 'California' },
  { value: 'OR', label: 'Oregon' },
  { value: 'WA', label: 'Washington' },
];
