import { type CountryCode, isValidPhoneNumber } from 'libphonenumber-js/max';
import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator';

/** Letters of any script, with the marks that occur between them. */
export function isPersonName(text: string): boolean {
  return /^\p{L}[\p{L}\p{M} .'’-]{0,58}\p{L}\.?$/u.test(text);
}

export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text);
}

export function isPhone(text: string, country: string): boolean {
  return isValidPhoneNumber(text, country as CountryCode);
}

export function isPostcode(text: string, country: string): boolean {
  return postcodeValidatorExistsForCountry(country) ? postcodeValidator(text, country) : text.length > 2;
}

/** Couriers hand parcels to people: post boxes and lockers are refused, as many shops do. */
export function mentionsPostBox(text: string): boolean {
  return /\bp\.?\s*o\.?\s*box\b|\bpost\s*box\b|\blockers?\b|\bpostfach\b|사서함/iu.test(text);
}

/** Street lines as carriers accept them. */
export function isAddressLine(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'’#/&()°-]*$/u.test(text) && text.length <= 60;
}

/** Digits of a card number that stands the Luhn test (ISO/IEC 7812-1). */
export function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (!/^\d{13,19}$/.test(digits)) return false;
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + weighDigit(Number(digit), index), 0);
  return sum % 10 === 0;
}

function weighDigit(digit: number, index: number): number {
  if (index % 2 === 0) return digit;
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}

/** Month 1 to 12 and a year of two or four digits, not yet past. */
export function isExpiry(month: string, year: string, nowMs: number): boolean {
  if (!/^(0?[1-9]|1[0-2])$/.test(month) || !/^(\d\d|20\d\d)$/.test(year)) return false;
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  const ends = Date.UTC(fullYear, Number(month), 1);
  return ends > nowMs && fullYear < new Date(nowMs).getUTCFullYear() + 20;
}

export function isCsc(text: string): boolean {
  return /^\d{3,4}$/.test(text);
}

/** ISO 8583 form of an expiry date: YYMM. */
export function toExpiryDate(month: string, year: string): string {
  return year.slice(-2) + month.padStart(2, '0');
}
