import { expect, test } from 'vitest';
import { readAmountEntry } from './amount-entry.ts';

test.each([
  ['48.50', 'USD', 4850n],
  ['48,50', 'EUR', 4850n],
  ['1,234.56', 'USD', 123456n],
  ['1.234,56', 'EUR', 123456n],
  ['1 234,5', 'EUR', 123450n],
  ['48,000', 'KRW', 48000n],
  ['48.000', 'KRW', 48000n],
  ['1,234', 'USD', 123400n],
  ['1.234', 'KWD', 1234n],
  ['1,234,567', 'JPY', 1234567n],
  ['４８００', 'JPY', 4800n],
  ['\u200e48.50\u200b', 'USD', 4850n],
] as const)('%s %s is read', (entry, currency, amountMinor) => {
  expect(readAmountEntry(entry, currency)).toBe(amountMinor);
});

test.each([
  ['', 'USD'],
  ['-5', 'USD'],
  ['0', 'USD'],
  ['48.5055', 'USD'],
  ['1.5', 'KRW'],
  ['five', 'USD'],
] as const)('%s %s is no amount', (entry, currency) => {
  expect(readAmountEntry(entry, currency)).toBeNull();
});
