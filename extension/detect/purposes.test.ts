import { expect, test } from 'vitest';
import { foldText } from './fold-text.ts';
import * as purposes from './purposes.ts';
import * as services from './service-purposes.ts';

const PATTERNS = Object.entries({ ...purposes, ...services }).flatMap(([name, pattern]) =>
  pattern instanceof RegExp ? [[name, pattern] as const] : [],
);

test.each(PATTERNS)('%s: what is compared with folded texts is folded itself', (_name, { source }) => {
  const phrases = source.split('|').filter(phrase => /^[\p{L}\p{M} ]+$/u.test(phrase));
  expect(phrases.length).toBeGreaterThan(10);
  expect(phrases.filter(phrase => foldText(phrase).trim() !== phrase.trim())).toEqual([]);
});
