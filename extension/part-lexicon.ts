import { join } from 'node:path';
import type { Plugin } from 'vite';

const HANDED = join(import.meta.dirname, 'detect/rules/handed-lexicon.ts');

/** Lets builds whose entry ends with one of `entries` take the lexicon from the script before them (`lexicon.js`). */
export function partLexicon(...entries: string[]): Plugin {
  let parts = false;
  return {
    name: 'wayveil-part-lexicon',
    apply: 'build',
    enforce: 'pre',
    configResolved({ build }) {
      const { lib } = build;
      parts = typeof lib === 'object' && entries.some(entry => String(lib.entry).endsWith(entry));
    },
    resolveId: source => (parts && source.endsWith('/packed-lexicon.ts') ? HANDED : null),
  };
}
