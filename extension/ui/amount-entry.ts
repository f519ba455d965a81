import { keepVisible } from '#shared/api/visible-text.ts';
import { parseAmount } from '#shared/money/amount.ts';
import { CURRENCIES, type Currency } from '#shared/money/currency.ts';

/**
 * What a person typed as an amount, in minor units, or null where it is none: `48,50`, `1.234,56`, `48 000`, `1,234`.
 * The last of two kinds of sign is the decimal one; a single sign before exactly three digits groups, unless the
 * currency itself has three decimals.
 */
export function readAmountEntry(entry: string, currency: Currency): bigint | null {
  const text = keepVisible(entry)
    .normalize('NFKC')
    .replace(/[\s'’_]/g, '');
  if (!/^\d[\d.,]*$/.test(text)) return null;
  return parseAmount(toPlainDecimal(text, CURRENCIES[currency].exponent), currency);
}

function toPlainDecimal(text: string, exponent: number): string {
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (at < 0) return text;
  const sign = text[at] ?? '';
  const [whole, fraction] = [text.slice(0, at), text.slice(at + 1)];
  const mixed = /[.,]/.test(whole.replaceAll(sign, ''));
  const repeated = whole.includes(sign);
  const groups = !mixed && (repeated || (fraction.length === 3 && exponent !== 3));
  const digits = whole.replace(/[.,]/g, '');
  return groups ? digits + fraction : `${digits}.${fraction}`;
}
