import { build } from 'vite';
import { minifyPageScripts, RUN_WHOLE } from '#extension/minify-page-scripts.ts';
import { partLexicon } from '#extension/part-lexicon.ts';

/** Detection alone, built as what ships: the lexicon in a script of its own before it, both minified alike. */
export async function bundleDetection(): Promise<string> {
  const lexicon = await bundleScript('lexicon-side.ts', 'wayveilLexicon', 'short');
  return `${RUN_WHOLE}${lexicon}\n${await bundleScript('detection-side.ts', 'wayveilDetection', 'short')}`;
}

/** Detection, filling and reading a checkout in one script. */
export function bundlePageSide(): Promise<string> {
  return bundleScript('page-side.ts', 'wayveilPageSide');
}

/**
 * One module of this folder as a classic script that leaves what it exports in a global called `name`. Its inner names
 * ship `short` where nobody reads them who was not built with it.
 */
export async function bundleScript(
  entry: string,
  name: string,
  innerNames: 'kept' | 'short' = 'kept',
): Promise<string> {
  const fileName = `${name}.js`;
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      partLexicon('detection-side.ts'),
      minifyPageScripts([fileName], { keepsNames: innerNames === 'kept' }),
    ],
    build: { write: false, lib: { entry, formats: ['iife'], name, fileName: () => fileName } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const one of outputs) {
    if (!('output' in one)) continue;
    const chunk = one.output.find(file => file.type === 'chunk');
    if (chunk?.type !== 'chunk') continue;
    return chunk.exports.length === 0 ? chunk.code : `${chunk.code};globalThis.${name} = ${name};`;
  }
  throw new Error(`Vite gave no script for tests/forms/${entry}`);
}
