import { build } from 'vite';

/** The page side as one classic script, made from the very files that ship, minified as they are. */
export async function bundlePageSide(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'page-side.ts', formats: ['iife'], name: 'wayveilPageSide' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const one of outputs) {
    if (!('output' in one)) continue;
    const chunk = one.output.find(file => file.type === 'chunk');
    if (chunk?.type === 'chunk') return `${chunk.code};globalThis.wayveilPageSide = wayveilPageSide;`;
  }
  throw new Error('Vite gave no script for tests/forms/page-side.ts');
}
