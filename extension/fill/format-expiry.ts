import type { FieldDescription } from '../detect/field-description.ts';

const LETTERED = /(m{1,2}|к{1,2}|k{2}|м{2}|t{2})\s?([/.\-|]?)\s?((?:y|j|a|å|r|г|g|v|年){2,4})/i;
const YEAR_FIRST = /(?:yyyy|jjjj|aaaa|åååå)\s?([/.-])\s?mm/i;

export interface Expiry {
  /** 1 to 12. */
  month: number;
  /** Four digits. */
  year: number;
}

/** An expiry for one field in the order and length that the field shows, with other forms after it. */
export function formatExpiry(field: FieldDescription, expiry: Expiry): string[] {
  const month = String(expiry.month).padStart(2, '0');
  const year = String(expiry.year);
  const short = year.slice(2);
  const usual = [
    `${month}/${short}`,
    `${month} / ${short}`,
    `${month}${short}`,
    `${month}/${year}`,
    `${month}${year}`,
    `${year}-${month}`,
  ];
  if (field.type === 'month') return [`${year}-${month}`];
  return [
    ...new Set([...readShown(field, month, year), ...byLength(field.maxLength, month, year), ...usual]),
  ];
}

function readShown(field: FieldDescription, month: string, year: string): string[] {
  for (const { text } of field.texts) {
    const yearFirst = YEAR_FIRST.exec(text);
    if (yearFirst) return [`${year}${yearFirst[1]}${month}`];
    const shown = LETTERED.exec(text);
    if (!shown) continue;
    const [whole = '', , separator = '', letters = ''] = shown;
    const spaced = /\s[/.\-|]\s/.test(whole) ? ` ${separator} ` : separator;
    return [`${month}${spaced}${letters.length >= 4 ? year : year.slice(2)}`];
  }
  return [];
}

function byLength(length: number | null, month: string, year: string): string[] {
  if (length === 4) return [`${month}${year.slice(2)}`];
  if (length === 6) return [`${month}${year}`];
  if (length === 7) return [`${month}/${year}`];
  return [];
}

/** A month for a field of its own: select or text. */
export function formatMonth(month: number, language: string): string[] {
  const padded = String(month).padStart(2, '0');
  return [padded, String(month), ...nameMonth(month, language), ...nameMonth(month, 'en')];
}

function nameMonth(month: number, language: string): string[] {
  try {
    const date = new Date(Date.UTC(2000, month - 1, 1));
    return (['long', 'short'] as const).map(style =>
      new Intl.DateTimeFormat(language || 'en', { month: style, timeZone: 'UTC' }).format(date),
    );
  } catch {
    return []; // A `lang` attribute that names no language.
  }
}

/** A year for a field of its own: two digits only where the field shows or allows no more. */
export function formatYear(field: FieldDescription, year: number): string[] {
  const long = String(year);
  const short = long.slice(2);
  const shown = field.texts.map(one => one.text).join(' ');
  const two = field.maxLength === 2 || (/\b(?:yy|jj|aa|åå|rr)\b/i.test(shown) && field.maxLength !== 4);
  return two ? [short, long] : [long, short];
}
