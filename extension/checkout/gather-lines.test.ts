import { expect, test } from 'vitest';
import { foldLetters } from '../detect/fold-text.ts';
import { SUM_STEM } from './gather-lines.ts';
import { weighLabel } from './judge-totals.ts';
import { LIKELY_TOTAL, SURE_TOTAL } from './total-labels.ts';

/** The phrases of a pattern that is a list, as far as they are plain. */
const listPhrases = ({ source }: RegExp): string[] =>
  source
    .replace(/\\b\(\?:|\)\\b/g, '|')
    .replaceAll(' ?', ' ')
    .split('|')
    .filter(phrase => phrase.length > 1 && !/[()?*\\]/.test(phrase));

test('every word for a sum begins with what is gathered', () => {
  const phrases = [SURE_TOTAL, LIKELY_TOTAL].flatMap(listPhrases);
  expect(phrases.length).toBeGreaterThan(90);
  expect(phrases.filter(phrase => !SUM_STEM.test(phrase))).toEqual([]);
});

test.each([
  'Heute fällig',
  'Charged today',
  'Importo dovuto oggi',
  'お支払い合計',
  'ご請求',
  '訂單總額',
  '합계',
  '应付',
  '实付',
])('%s is gathered', label => {
  expect(weighLabel(foldLetters(label))).toBeGreaterThan(0);
  expect(SUM_STEM.test(foldLetters(label))).toBe(true);
});
