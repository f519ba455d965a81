import type { FieldDescription, FieldToken } from '../detect/field-description.ts';
import { formatExpiry, formatMonth, formatYear } from './format-expiry.ts';
import type { CardToFill } from './identity.ts';
import type { AddressField } from './plan-address.ts';

/** A card number whole, or in four where the page has four short inputs. Values by field key. */
export function planCardNumber(rows: readonly AddressField[], number: string): Map<string, string> {
  const plan = new Map<string, string>();
  const inputs = rows.filter(one => one.token === 'cc-number').map(one => one.field);
  const inParts =
    inputs.length >= 3 && inputs.every(field => field.maxLength !== null && field.maxLength <= 6);
  let at = 0;
  for (const field of inputs) {
    const length = inParts ? (field.maxLength ?? 4) : number.length;
    plan.set(field.key, number.slice(at, at + length));
    if (inParts) at += length;
  }
  return plan;
}

/** What a card field of one value gets. */
export function listCardValues(
  field: FieldDescription,
  token: FieldToken,
  card: CardToFill,
  language: string,
): string[] {
  switch (token) {
    case 'cc-name':
      return [card.name];
    case 'cc-given-name':
      return [card.name.split(' ')[0] ?? ''];
    case 'cc-family-name':
      return [card.name.split(' ').slice(1).join(' ')];
    case 'cc-exp':
      return formatExpiry(field, { month: card.expiryMonth, year: card.expiryYear });
    case 'cc-exp-month':
      return formatMonth(card.expiryMonth, language);
    case 'cc-exp-year':
      return formatYear(field, card.expiryYear);
    case 'cc-csc':
      return [card.csc];
    case 'cc-type':
      return nameBrand(card.number);
    default:
      return [];
  }
}

/** The brand by the first digits (ISO/IEC 7812 issuer ranges), as selects write it. */
function nameBrand(number: string): string[] {
  if (/^4/.test(number)) return ['Visa', 'VI', 'V', 'VISA'];
  if (/^(?:5[1-5]|2[2-7])/.test(number)) return ['Mastercard', 'MasterCard', 'Master Card', 'MC', 'M'];
  if (/^3[47]/.test(number)) return ['American Express', 'Amex', 'AE', 'AX'];
  return [];
}
