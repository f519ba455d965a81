import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PACKED_LEXICON_FILE, writePackedLexicon } from './pack-rules.ts';

it('the packed lexicon is what the rules say (npm run pack:rules)', () => {
  expect(readFileSync(PACKED_LEXICON_FILE, 'utf8')).toBe(writePackedLexicon());
});
