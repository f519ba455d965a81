import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '#extension/detect/rules/all-rules.ts';
import { packLexicons } from '#extension/detect/rules/pack-lexicon.ts';

/** The text of `packed-lexicon.ts`. */
export function writePackedLexicon(): string {
  const { meanings, prose, code, inside } = packLexicons(RULES);
  const quote = (one: unknown): string => `'${one}'`;
  const phrases = ({ counts, tails, meanings: letters }: typeof prose): string =>
    `{\n    counts:\n      ${quote(counts)},\n    tails:\n      ${quote(tails)},\n    meanings:\n      ${quote(letters)},\n  }`;
  return `import type { PackedLexicons } from './lexicon.ts';

/** Made of the rules by \`npm run pack:rules\`; a test holds both together. */
export const PACKED_LEXICONS: PackedLexicons = {
  meanings:
    ${quote(meanings)},
  prose: ${phrases(prose)},
  code: ${phrases(code)},
  inside:
    ${quote(inside)},
};
`;
}

export const PACKED_LEXICON_FILE = join(
  import.meta.dirname,
  '../../extension/detect/rules/packed-lexicon.ts',
);

if (import.meta.main) writeFileSync(PACKED_LEXICON_FILE, writePackedLexicon());
