import { expect, test } from 'vitest';
import { hasRightCheckDigits } from './iban.ts';

test('an IBAN with one digit wrong, or two changed about, is told from a right one', () => {
  expect(hasRightCheckDigits('DE89370400440532013000')).toBe(true);
  expect(hasRightCheckDigits('GB33BUKB20201555555555')).toBe(true);
  expect(hasRightCheckDigits('DE89370400440532013001')).toBe(false);
  expect(hasRightCheckDigits('DE89370400440532010300')).toBe(false);
  expect(hasRightCheckDigits('')).toBe(false);
});
