import { expect, test } from 'vitest';
import { disputePurchase } from './purchases.ts';
import { keepVisible } from './visible-text.ts';

test.each([
  ['\u200bLee\ufeff', 'Lee'],
  ['\u202a+1 503 555 0142\u202c', '+1 503 555 0142'],
  ['moc.elgoog\u202e', 'moc.elgoog'],
  [' \u200b \u2060', ''],
  ['\u200d', ''],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['👩\u200d🔧 مرحبا', '👩\u200d🔧 مرحبا'],
])('of %j what is seen is kept', (text, kept) => {
  expect(keepVisible(text)).toBe(kept);
});

test('S36: a dispute says something that an arbiter can see', () => {
  expect(disputePurchase.body.safeParse({ reason: ' \u200b\u200b' }).success).toBe(false);
  expect(disputePurchase.body.parse({ reason: '\u200bThe plug is bent.' })).toEqual({
    reason: 'The plug is bent.',
  });
});
