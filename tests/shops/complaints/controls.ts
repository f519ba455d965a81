/** Markup of a labelled input; `attributes` as they are. */
export function input(label: string, key: string, attributes = ''): string {
  return `<label>${label} <input data-key="${key}" ${attributes}></label>`;
}

/** Markup of a labelled select; options by value. */
export function select(label: string, key: string, options: Record<string, string>, attributes = ''): string {
  return `<label>${label} <select data-key="${key}" ${attributes}>${listOptions(options)}</select></label>`;
}

/** Options by value; keys that are numbers come first, as objects have them. */
export function listOptions(options: Record<string, string>): string {
  return Object.entries(options)
    .map(([value, text]) => `<option value="${value}">${text}</option>`)
    .join('');
}

export const COUNTRIES = {
  '': 'Select a country',
  CA: 'Canada',
  DE: 'Germany',
  GB: 'United Kingdom',
  KR: 'South Korea',
  US: 'United States',
};

export const STATES = { '': 'Select a state', CA: 'California', NY: 'New York', OR: 'Oregon', TX: 'Texas' };
