import { expect, test } from 'vitest';
import { compileLexicon } from './detect/rules/compile-lexicon.ts';
import { RULES } from './detect/rules/match-rules.ts';
import { packRule } from './pack-rules.ts';

test.each([false, true])('packed rules know the same phrases (of developers: %s)', code => {
  const packed = RULES.map(packRule);
  expect(compileLexicon(packed, code)).toEqual(compileLexicon(RULES, code));
  expect(JSON.stringify(packed).length).toBeLessThan(JSON.stringify(RULES).length);
});
