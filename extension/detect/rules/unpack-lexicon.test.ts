import { describe, expect, it } from 'vitest';
import { RULES } from './all-rules.ts';
import { findMeanings } from './find-meanings.ts';
import { hashPhrase } from './hash-phrase.ts';
import { PACKED_LEXICONS } from './packed-lexicon.ts';
import { PACKED_NAMES } from './packed-names.ts';
import { unpackLexicons } from './unpack-lexicon.ts';

describe('the lexicons that ship', () => {
  const { prose, code } = unpackLexicons(PACKED_LEXICONS, PACKED_NAMES);

  it('know every phrase of every rule', () => {
    const unknown = RULES.flatMap(({ token, meaning = null, words }) =>
      Object.entries(words).flatMap(([language, phrases]) =>
        phrases.split('|').filter(phrase => {
          if (phrase.startsWith('~')) return !code.inside.has(phrase.slice(1, 4));
          const found = findMeanings((language === 'code' ? code : prose).phrases, hashPhrase(phrase));
          return !found.some(one => one.token === token && one.other === meaning);
        }),
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('take hardly a word for a phrase that no rule has', () => {
    const strangers = Array.from({ length: 100_000 }, (_none, at) => `stranger ${at}`);
    const taken = strangers.filter(one => findMeanings(prose.phrases, hashPhrase(one)).length > 0);
    expect(taken.length).toBeLessThan(40);
  });

  it('give one meaning to a hash unless the rules give the phrase several', () => {
    const phrases = RULES.flatMap(({ words }) => Object.values(words).flatMap(one => one.split('|')));
    const plain = new Set(phrases.filter(phrase => !phrase.startsWith('~')));
    expect(new Set([...plain].map(hashPhrase)).size).toBe(plain.size);
  });
});
