import { describe, expect, it } from 'vitest';
import { foldText } from '../fold-text.ts';
import { RULES } from './all-rules.ts';
import { matchIdentifier, matchText } from './match-rules.ts';

const SPACELESS = /[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/;

describe('rules as data', () => {
  it('every phrase is written folded, as texts are when they are compared', () => {
    const phrases = RULES.flatMap(rule => Object.values(rule.words).flatMap(words => words.split('|')));
    const unfolded = phrases.filter(phrase => {
      const folded = foldText(phrase.replace(/^~/, '')).trim();
      const isJoined = phrase.startsWith('~') || SPACELESS.test(folded);
      return phrase.replace(/^~/, '') !== (isJoined ? folded.replaceAll(' ', '') : folded);
    });
    expect(unfolded).toEqual([]);
  });

  it('every phrase that people read is found as a whole', () => {
    const prose = RULES.flatMap(({ words: { code: _, ...words } }) =>
      Object.values(words).flatMap(one => one.split('|')),
    );
    const missed = prose.filter(
      phrase => !phrase.endsWith('*') && !matchText(` ${phrase} `).some(one => one.phrase === phrase),
    );
    expect(missed).toEqual([]);
  });

  it('every rule that people read knows English and the words of developers', () => {
    const poor = RULES.filter(rule => !rule.words.en || !rule.words.code);
    expect(poor.map(rule => rule.token)).toEqual([]);
  });
});

describe('matching', () => {
  it.each([
    [' name on card ', ['cc-name']],
    [' widget name ', []],
    [' your name ', ['name']],
    [' zip or city ', ['none']],
    [' 받는 사람 ', ['name']],
    [' 国 ', ['country']],
    [' 全国 ', []],
  ])('the text %j means %j', (text, tokens) => {
    expect(matchText(text).map(one => one.token)).toEqual(tokens);
  });

  it('an identifier in one piece is searched inside', () => {
    expect(matchIdentifier(' txtbillingpostcode ').map(one => one.token)).toEqual(['postal-code']);
  });
});
