import { formatPrice } from '../basket.ts';

export function formatEuro(amountMinor: number): string {
  return formatPrice(amountMinor, 'EUR', 'de-DE');
}

/** Groups of four digits, as printed on the card. */
export function maskCardNumber(text: string): string {
  return text
    .replaceAll(/\D/g, '')
    .slice(0, 19)
    .replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** `MM / JJ`, growing as it is typed. */
export function maskExpiry(text: string): string {
  const digits = text.replaceAll(/\D/g, '').slice(0, 4);
  return digits.length > 2 ? `${digits.slice(0, 2)} / ${digits.slice(2)}` : digits;
}
