import { describe, expect, it } from 'vitest';
import { describeLabelled } from '../describe-labelled.ts';
import { scoreField } from '../score-field.ts';
import { RULES } from './all-rules.ts';
import { EASTERN_LABELS } from './common-labels-east.ts';
import { FARTHER_LABELS } from './common-labels-far.ts';
import { WESTERN_LABELS } from './common-labels-west.ts';
import { isListed } from './match-rules.ts';
import { WORD_LISTS } from './word-lists.ts';

/** What alone is nothing yet, and what other fields make of it. */
const LEAST_SCORE = 4;

describe('common labels say after packing what they say', () => {
  for (const [language, labels] of Object.entries({
    ...WESTERN_LABELS,
    ...EASTERN_LABELS,
    ...FARTHER_LABELS,
  }))
    it(language, () => {
      const expected = Object.entries(labels).flatMap(([token, said]) =>
        said.split('|').map(label => `${label}: ${token}`),
      );
      expect(expected.map(line => readLine(line))).toEqual(expected);
    });
});

it('no phrase is taken for a word that says something only alone', () => {
  // A packing takes a few texts for what they are not. Once "mail" was one of them; a date of birth is nobody's here.
  const harmless = ['出生日期'];
  const phrases = RULES.flatMap(({ words }) => Object.values(words))
    .flatMap(said => said.split('|'))
    .map(phrase => phrase.replace('~', ''));
  const alone = WORD_LISTS.alone.split('|');
  const taken = phrases.filter(phrase => isListed('alone', phrase) && !alone.includes(phrase));
  expect(taken.filter(phrase => !harmless.includes(phrase))).toEqual([]);
});

function readLine(line: string): string {
  const [label = ''] = line.split(/: (?=[a-z0-9-]+$)/);
  const best = scoreField(describeLabelled(label)).candidates[0];
  return `${label}: ${best && best.score >= LEAST_SCORE ? best.token : 'none'}`;
}
