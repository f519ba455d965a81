import { CURRENCIES, type Currency } from './currency.ts';

/** The largest amount that any call takes, in minor units: it fits a PostgreSQL bigint and ISO 8583 field 4. */
export const MAX_AMOUNT_MINOR = 999_999_999_999n;

/**
 * Reads a plain decimal string (`48`, `48.5`, `1234.56`) into minor units.
 * Returns null for anything else: signs, grouping, too many decimals, zero, or more than the maximum.
 */
export function parseAmount(decimal: string, currency: Currency): bigint | null {
  const { exponent } = CURRENCIES[currency];
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(decimal);
  if (!match) return null;
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > exponent) return null;
  const amountMinor = BigInt(whole + fraction.padEnd(exponent, '0'));
  return amountMinor > 0n && amountMinor <= MAX_AMOUNT_MINOR ? amountMinor : null;
}

/** Minor units as a plain decimal string with the currency's own number of decimals: `4800n` USD is `48.00`. */
export function toDecimal(amountMinor: bigint, currency: Currency): string {
  const { exponent } = CURRENCIES[currency];
  const sign = amountMinor < 0n ? '-' : '';
  const digits = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(exponent + 1, '0');
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** The amount with its currency in the form of `locale` (BCP 47), exact at any size: `₩48,000`, `48,00 €`. */
export function formatMoney(
  amountMinor: bigint,
  currency: Currency,
  locale: string,
  format = makeMoneyFormat(currency, locale),
): string {
  return format.format(toDecimal(amountMinor, currency) as Intl.StringNumericLiteral);
}

/** For many amounts of one currency: making it takes longer than using it. */
export function makeMoneyFormat(currency: Currency, locale: string): Intl.NumberFormat {
  const { exponent } = CURRENCIES[currency];
  const digits = { minimumFractionDigits: exponent, maximumFractionDigits: exponent };
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits });
}
