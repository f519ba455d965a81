import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney, MAX_AMOUNT_MINOR, parseAmount, toDecimal } from './amount.ts';
import { CURRENCIES, type Currency, findCurrencyByNumeric, isCurrency } from './currency.ts';

const currencies = fc.constantFrom(...(Object.keys(CURRENCIES) as Currency[]));
const amounts = fc.bigInt({ min: 1n, max: MAX_AMOUNT_MINOR });

describe('amounts', () => {
  test('an amount is itself again as a decimal, in every currency', () => {
    fc.assert(
      fc.property(amounts, currencies, (amountMinor, currency) => {
        expect(parseAmount(toDecimal(amountMinor, currency), currency)).toBe(amountMinor);
      }),
    );
  });

  test.each([
    ['48', 'USD', 4800n],
    ['48.5', 'USD', 4850n],
    ['48000', 'KRW', 48000n],
    ['1.234', 'KWD', 1234n],
    ['48.505', 'USD', null],
    ['48.0', 'JPY', null],
    ['0.00', 'USD', null],
    ['-1', 'USD', null],
    ['1,000', 'USD', null],
    ['1e3', 'USD', null],
    ['', 'USD', null],
    ['99999999999.99', 'USD', null],
  ] as const)('%s %s reads as %s', (text, currency, amountMinor) => {
    expect(parseAmount(text, currency)).toBe(amountMinor);
  });

  test('money keeps every digit in the form of each locale', () => {
    expect(formatMoney(48000n, 'KRW', 'ko')).toBe('₩48,000');
    expect(formatMoney(999_999_999_999n, 'USD', 'en')).toBe('$9,999,999,999.99');
  });

  test('a numeric code names one currency', () => {
    fc.assert(
      fc.property(currencies, currency => {
        expect(findCurrencyByNumeric(CURRENCIES[currency].numeric)).toBe(currency);
      }),
    );
    expect(findCurrencyByNumeric('000')).toBeNull();
    expect(isCurrency('toString')).toBe(false);
  });
});
