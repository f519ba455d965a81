import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RULES_FOLDER, writePackedRules } from './pack-rules.ts';

it('the packed lexicon and its names are what the rules say (npm run pack:rules)', () => {
  for (const [name, text] of Object.entries(writePackedRules()))
    expect(readFileSync(join(RULES_FOLDER, name), 'utf8'), name).toBe(text);
});
