import {
  isAddressLine,
  isCardNumber,
  isCsc,
  isEmailAddress,
  isExpiry,
  isPersonName,
  isPhone,
  isPostcode,
  mentionsPostBox,
} from '../checks.ts';
import { isZipInState } from '../us-zip.ts';
import { findRegion } from './regions.ts';

export type Fields = Readonly<Record<string, string>>;
export type FieldErrors = Readonly<Record<string, string>>;

/** What is wrong with a filled checkout, by field name. Empty when nothing is. */
export function checkCheckout(fields: Fields, nowMs: number): FieldErrors {
  return {
    ...checkContact(fields),
    ...checkAddress(fields, 'ship'),
    ...(fields.billing_same ? {} : checkAddress(fields, 'bill')),
    ...(fields.payment_method === 'wayveil' ? checkWayveil(fields) : checkCard(fields, nowMs)),
    ...when(!fields.terms, 'terms', 'Please accept the terms of sale.'),
  };
}

function when(wrong: boolean, field: string, text: string): FieldErrors {
  return wrong ? { [field]: text } : {};
}

function checkContact(fields: Fields): FieldErrors {
  const country = fields.ship_country ?? 'US';
  return {
    ...when(!isEmailAddress(fields.email ?? ''), 'email', 'Enter a valid email address.'),
    ...when(!isPhone(fields.phone ?? '', country), 'phone', 'Enter a valid phone number.'),
  };
}

function checkAddress(fields: Fields, prefix: 'ship' | 'bill'): FieldErrors {
  const of = (field: string): string => fields[`${prefix}_${field}`] ?? '';
  const lines = [of('company'), of('address1'), of('address2')];
  return {
    ...when(!isPersonName(of('first_name')), `${prefix}_first_name`, 'Enter a first name, letters only.'),
    ...when(!isPersonName(of('last_name')), `${prefix}_last_name`, 'Enter a last name, letters only.'),
    ...when(!isAddressLine(of('address1')), `${prefix}_address1`, 'Enter a street address.'),
    ...when(
      of('address2') !== '' && !isUnitLine(of('address2')),
      `${prefix}_address2`,
      'Use letters and digits.',
    ),
    ...when(
      lines.some(mentionsPostBox),
      `${prefix}_address1`,
      'We can’t ship to PO boxes or parcel lockers.',
    ),
    ...when(!isPersonName(of('city')), `${prefix}_city`, 'Enter a city.'),
    ...checkRegion(of('country'), of('state'), of('zip'), prefix),
  };
}

function isUnitLine(text: string): boolean {
  return isAddressLine(text.replace(/^#\s*/, ''));
}

function checkRegion(country: string, state: string, zip: string, prefix: string): FieldErrors {
  const region = findRegion(country);
  if (!region) return { [`${prefix}_country`]: 'Choose a country.' };
  if (region.states.length > 0 && !region.states.some(([code]) => code === state)) {
    return { [`${prefix}_state`]: 'Choose a state or province.' };
  }
  if (!isPostcode(zip, country)) return { [`${prefix}_zip`]: 'Enter a valid postal code.' };
  return when(
    country === 'US' && !isZipInState(zip, state),
    `${prefix}_zip`,
    'This ZIP code is not in that state.',
  );
}

function checkCard(fields: Fields, nowMs: number): FieldErrors {
  const of = (field: string): string => fields[`cc_${field}`] ?? '';
  return {
    ...when(!isPersonName(of('name')), 'cc_name', 'Enter the name on the card.'),
    ...when(!isCardNumber(of('number')), 'cc_number', 'This card number is not valid.'),
    ...when(!isExpiry(of('month'), of('year'), nowMs), 'cc_month', 'Check the expiration date.'),
    ...when(!isCsc(of('csc')), 'cc_csc', 'Enter the 3 or 4 digit code.'),
  };
}

function checkWayveil(fields: Fields): FieldErrors {
  return when(!isEmailAddress(fields.wayveil_email ?? ''), 'wayveil_email', 'Enter your Wayveil address.');
}
