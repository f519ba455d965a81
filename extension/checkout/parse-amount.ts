import { CURRENCY_PATTERN, countCurrencyDigits, nameCurrency } from './currencies.ts';

export interface Money {
  /** Decimal string such as `1234.56`. */
  amount: string;
  /** ISO 4217; null where the text names none. */
  currency: string | null;
  /** Where in the text it begins. */
  at: number;
}

const DIGITS = String.raw`\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,3})?|\d+(?:[.,]\d{1,3})?`;
const MONEY = new RegExp(
  String.raw`(?:(?<before>${CURRENCY_PATTERN})\s{0,2})?(?<![\d.,])(?<digits>${DIGITS})(?![\d%])(?:,-|,–|\.-)?(?:\s{0,2}(?<after>${CURRENCY_PATTERN}))?`,
  'giu',
);

/** All amounts in a text, in its order. A number without a currency counts only where `bare` is true. */
export function findAmounts(text: string, language: string, bare = false): Money[] {
  const found: Money[] = [];
  for (const match of text.matchAll(MONEY)) {
    const { before, digits = '', after } = match.groups ?? {};
    const mark = before ?? after;
    if (!mark && !bare) continue;
    const currency = mark ? nameCurrency(mark, language) : null;
    found.push({ amount: toDecimal(digits, currency), currency, at: match.index });
  }
  return found;
}

/** Reads grouped digits: the last separator parts the decimals only where that many digits may follow it. */
export function toDecimal(written: string, currency: string | null): string {
  const text = written.replace(/['’\u00a0\u202f ]/g, '');
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last < 0) return stripLeadingZeros(text);
  const decimals = text.slice(last + 1);
  const exponent = countCurrencyDigits(currency);
  const other = text.charAt(last) === '.' ? ',' : '.';
  const repeated = text.indexOf(text.charAt(last)) !== last;
  const twoKinds = text.slice(0, last).includes(other);
  const isDecimal = exponent > 0 && !repeated && (twoKinds || decimals.length < 3 || exponent === 3);
  const whole = text.replace(/[.,]/g, '');
  if (!isDecimal) return stripLeadingZeros(whole);
  return `${stripLeadingZeros(whole.slice(0, whole.length - decimals.length))}.${decimals}`;
}

function stripLeadingZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '') || '0';
}
