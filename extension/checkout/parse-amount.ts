import { CURRENCY_PATTERN, countCurrencyDigits, isCurrencyCode, nameCurrency } from './currencies.ts';

export interface Money {
  /** Decimal string such as `1234.56`. */
  amount: string;
  /** ISO 4217; null where the text names none. */
  currency: string | null;
  /** Where in the text it begins. */
  at: number;
}

const DIGITS = [
  // Thousands, then hundreds: 1,23,456.00.
  String.raw`\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,2})?`,
  String.raw`\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,3})?`,
  String.raw`\d+(?:[.,]\d{1,3})?`,
  // Cents by themselves, behind their sign.
  String.raw`(?<=[$€£]\s?)\.\d{2}`,
].join('|');
const MONEY = new RegExp(
  [
    String.raw`(?:(?<before>${CURRENCY_PATTERN})\s{0,2})?`,
    // 1万2300円 is one number.
    String.raw`(?<![\d.,]|[万億만억]\s?)(?<digits>${DIGITS})(?![\d%])(?:[.,][-–—])?`,
    String.raw`(?:\s{0,2}(?<after>${CURRENCY_PATTERN})(?<cents>(?<=€)\d{2}(?!\d))?)?`,
  ].join(''),
  'giu',
);
/** A code behind a sum with a sign, where no other sum begins with it. */
const CODE_BEHIND = /^\s{0,2}([A-Z]{3})(?!\p{L}|\s?\d)/u;
/** Marks that several currencies have. */
const SHARED = /^(?:[$¥￥元]|kr)$/i;

/** All amounts in a text, in its order. A number without a currency counts only where `bare` is true. */
export function findAmounts(text: string, language: string, bare = false): Money[] {
  const found: Money[] = [];
  const plain = writePlainly(text);
  for (const match of plain.matchAll(MONEY)) {
    const { before, digits = '', after, cents } = match.groups ?? {};
    const mark = before ?? after;
    if (!mark && !bare) continue;
    const behind = plain.slice(match.index + match[0].length);
    const currency = mark ? nameMark(mark, before && after ? after : behind, digits, language) : null;
    const written = cents && !/[.,]\d{1,2}$/.test(digits) ? `${digits},${cents}` : digits;
    found.push({ amount: toDecimal(written, currency), currency, at: match.index });
  }
  return found;
}

function nameMark(mark: string, behind: string, digits: string, language: string): string | null {
  const code = SHARED.test(mark) ? CODE_BEHIND.exec(behind)?.[1] : undefined;
  if (code && isCurrencyCode(code)) return code;
  // A yen has no hundredths, a yuan has.
  if (/^[¥￥]$/.test(mark) && /[.,]\d{2}$/.test(digits)) return 'CNY';
  return nameCurrency(mark, language);
}

const MARKS_OF_WRITING = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const ZEROS = ['\u0660', '\u06f0', '\u0966', '\uff10'].map(zero => zero.charCodeAt(0));

/** Digits and signs of other scripts as European ones, thin spaces as ordinary ones, nothing that is not seen. */
export function writePlainly(text: string): string {
  return (
    text
      .replace(MARKS_OF_WRITING, '')
      .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, digit => {
        const code = digit.charCodeAt(0);
        return String(code - (ZEROS.findLast(zero => zero <= code) ?? code));
      })
      .replace(/[\u066b\uff0e]/g, '.')
      .replace(/[\u066c\uff0c]/g, ',')
      .replace(/[\u2000-\u200a\u3000]/g, ' ')
      // Öre behind a colon.
      .replace(/(\d):(\d\d)(?=\s?kr)/gi, '$1,$2')
  );
}

/** Reads grouped digits: the last separator parts the decimals only where that many digits may follow it. */
export function toDecimal(written: string, currency: string | null): string {
  const text = written.replace(/['’\u00a0\u202f ]/g, '');
  // Groups are parted alike: a comma behind spaces is none of theirs.
  const isParted = /['’\u00a0\u202f ]\d{3}[.,]\d+$/.test(written);
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last < 0) return stripLeadingZeros(text);
  const decimals = text.slice(last + 1);
  const exponent = countCurrencyDigits(currency);
  const other = text.charAt(last) === '.' ? ',' : '.';
  const repeated = text.indexOf(text.charAt(last)) !== last;
  const twoKinds = text.slice(0, last).includes(other);
  // Groups have three digits: one or two behind a separator are parts, in a currency of no parts too.
  const isDecimal =
    !repeated && (decimals.length < 3 || (exponent > 0 && twoKinds) || exponent === 3 || isParted);
  const whole = text.replace(/[.,]/g, '');
  if (!isDecimal) return stripLeadingZeros(whole);
  const units = stripLeadingZeros(whole.slice(0, whole.length - decimals.length));
  return exponent === 0 && /^0+$/.test(decimals) ? units : `${units}.${decimals}`;
}

function stripLeadingZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '') || '0';
}
