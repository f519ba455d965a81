import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeLuhnDigit, isPrimaryAccountNumber } from './luhn.ts';

test('the check digit is that of ISO/IEC 7812-1', () => {
  expect(computeLuhnDigit('7992739871')).toBe('3');
  expect(isPrimaryAccountNumber('4111111111111111')).toBe(true);
  expect(isPrimaryAccountNumber('4111111111111112')).toBe(false);
  expect(isPrimaryAccountNumber('4111 1111 1111 1111')).toBe(false);
});

test('one wrong digit is found', () => {
  const bodies = fc.stringMatching(/^\d{15}$/);
  fc.assert(
    fc.property(bodies, fc.nat(14), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
      const number = body + computeLuhnDigit(body);
      const wrong = String((Number(number[at]) + by) % 10);
      expect(isPrimaryAccountNumber(number)).toBe(true);
      expect(isPrimaryAccountNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false);
    }),
  );
});
