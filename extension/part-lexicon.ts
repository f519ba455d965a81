import { join } from 'node:path';
import type { Plugin } from 'vite';

const HANDED = join(import.meta.dirname, 'detect/rules/handed-lexicon.ts');

/** Lets the build whose entry ends with `entry` take the lexicon from the script before it (`lexicon.js`). */
export function partLexicon(entry: string): Plugin {
  let parts = false;
  return {
    name: 'wayveil-part-lexicon',
    apply: 'build',
    enforce: 'pre',
    configResolved({ build }) {
      parts = typeof build.lib === 'object' && String(build.lib.entry).endsWith(entry);
    },
    resolveId: source => (parts && source.endsWith('/packed-lexicon.ts') ? HANDED : null),
  };
}
