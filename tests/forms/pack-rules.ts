import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '#extension/detect/rules/all-rules.ts';
import { packLexicons } from '#extension/detect/rules/pack-lexicon.ts';

const LINE_WIDTH = 110;

/** The text of `packed-lexicon.ts`. */
export function writePackedLexicon(): string {
  const { meanings, prose, code, inside } = packLexicons(RULES);
  const phrases = ({ bucketBits, buckets, records }: typeof prose): string =>
    [
      '{',
      `    bucketBits: ${bucketBits},`,
      writeText(4, 'buckets', buckets),
      writeText(4, 'records', records),
      '  }',
    ].join('\n');
  return `import type { PackedLexicons } from './lexicon.ts';

/** Made of the rules by \`npm run pack:rules\`; a test holds both together. */
export const PACKED_LEXICONS: PackedLexicons = {
  prose: ${phrases(prose)},
  code: ${phrases(code)},
${writeText(2, 'meanings', meanings)}
${writeText(2, 'inside', inside)}
};
`;
}

// As the formatter would have it.
function writeText(indent: number, name: string, text: string): string {
  const line = `${' '.repeat(indent)}${name}: '${text}',`;
  return line.length <= LINE_WIDTH ? line : line.replace(': ', `:\n${' '.repeat(indent + 2)}`);
}

export const PACKED_LEXICON_FILE = join(
  import.meta.dirname,
  '../../extension/detect/rules/packed-lexicon.ts',
);

if (import.meta.main) writeFileSync(PACKED_LEXICON_FILE, writePackedLexicon());
