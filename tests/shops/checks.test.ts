import { expect, test } from 'vitest';
import {
  isAddressLine,
  isCardNumber,
  isExpiry,
  isPersonName,
  isPhone,
  isPostcode,
  mentionsPostBox,
} from './checks.ts';
import { isZipInState } from './us-zip.ts';

test('names are letters of any script', () => {
  expect(['Ann', 'Jean-Luc', 'O’Neill', '이나리', 'José'].every(isPersonName)).toBe(true);
  expect(['', 'A1', 'user_7', 'x@y'].some(isPersonName)).toBe(false);
});

test('post boxes and lockers are refused, hubs with a code are not', () => {
  expect(['PO Box 12', 'P.O. Box 3', 'Locker 7', 'Postfach 12'].every(mentionsPostBox)).toBe(true);
  expect(['PMB 30217', '# 30217', 'Unit 30217, Quay Hub', 'c/o Hub 30217'].some(mentionsPostBox)).toBe(false);
  expect(['4200 Superior St', 'PMB 30217', 'c/o Hub 30217', '1-2-3 Ginza'].every(isAddressLine)).toBe(true);
});

test('a ZIP code lies in its own state only', () => {
  expect(isZipInState('55802', 'MN')).toBe(true);
  expect(isZipInState('10001', 'MN')).toBe(false);
  expect(isZipInState('00501', 'NY')).toBe(true);
});

test('card numbers stand the Luhn test and expiry dates lie ahead', () => {
  expect(isCardNumber('4242 4242 4242 4242')).toBe(true);
  expect(isCardNumber('4242 4242 4242 4241')).toBe(false);
  const now = Date.UTC(2026, 10, 21);
  expect(isExpiry('11', '26', now)).toBe(true);
  expect(isExpiry('10', '2026', now)).toBe(false);
  expect(isExpiry('13', '2027', now)).toBe(false);
});

test('phones and postcodes follow their country', () => {
  expect(isPhone('01012345678', 'KR')).toBe(true);
  expect(isPhone('+1 218 722 0143', 'US')).toBe(true);
  expect(isPhone('12', 'US')).toBe(false);
  expect(isPostcode('BS1 4DJ', 'GB')).toBe(true);
  expect(isPostcode('1234', 'DE')).toBe(false);
});
