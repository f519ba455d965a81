import { expect, test } from 'vitest';
import { foldText } from './fold-text.ts';
import * as orders from './order-words.ts';
import * as others from './other-words.ts';

const PATTERNS = Object.entries({ ...orders, ...others }).flatMap(([name, pattern]) =>
  pattern instanceof RegExp && name !== 'SHOWN_SUM' ? [[name, pattern] as const] : [],
);

test.each(PATTERNS)('%s: what is compared with folded texts is folded itself', (_name, { source }) => {
  const phrases = source.split('|').filter(phrase => /^[\p{L}\p{M} ]+$/u.test(phrase));
  expect(phrases.length).toBeGreaterThan(8);
  expect(phrases.filter(phrase => foldText(phrase).trim() !== phrase.trim())).toEqual([]);
});
