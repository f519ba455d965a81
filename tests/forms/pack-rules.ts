import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '#extension/detect/rules/all-rules.ts';
import { packLexicons } from '#extension/detect/rules/pack-lexicon.ts';
import { WORD_LISTS } from '#extension/detect/rules/word-lists.ts';

const LINE_WIDTH = 110;
/** Behind a shorter name a value that is too long stays in its line. */
const SHORTEST_NAME = 5;

/** The texts of `packed-lexicon.ts` and `packed-names.ts`, by their names. */
export function writePackedRules(): Record<string, string> {
  const { lexicons, names } = packLexicons(RULES, WORD_LISTS);
  return {
    'packed-lexicon.ts': writeModule('PACKED_LEXICONS: PackedLexicons', lexicons),
    'packed-names.ts': writeModule('PACKED_NAMES: PackedNames', names),
  };
}

function writeModule(declared: string, value: object): string {
  return `import type { ${declared.split(' ')[1]} } from './lexicon.ts';

/** Made of the rules by \`npm run pack:rules\`; a test holds both together. */
export const ${declared} = ${writeObject(value, 2)};
`;
}

function writeObject(object: object, indent: number): string {
  const end = ' '.repeat(indent - 2);
  const lines = Object.entries(object).map(([name, value]) => writeProperty(name, value, indent));
  return `{\n${lines.join('\n')}\n${end}}`;
}

// As the formatter would have it.
function writeProperty(name: string, value: unknown, indent: number): string {
  const key = `${' '.repeat(indent)}${/\W/.test(name) ? `'${name}'` : name}:`;
  if (typeof value === 'object' && value !== null) return `${key} ${writeObject(value, indent + 2)},`;
  const text = typeof value === 'string' ? `'${value}',` : `${value},`;
  const line = `${key} ${text}`;
  const fits = line.length <= LINE_WIDTH || name.length < SHORTEST_NAME;
  return fits ? line : `${key}\n${' '.repeat(indent + 2)}${text}`;
}

export const RULES_FOLDER = join(import.meta.dirname, '../../extension/detect/rules');

if (import.meta.main) {
  for (const [name, text] of Object.entries(writePackedRules()))
    writeFileSync(join(RULES_FOLDER, name), text);
}
