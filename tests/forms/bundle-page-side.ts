import { build } from 'vite';

/** The page side as one classic script, made from the very files that ship and minified. */
export function bundlePageSide(): Promise<string> {
  return bundleScript('page-side.ts', 'wayveilPageSide');
}

/** One module of this folder as a classic script that leaves its exports in a global called `name`. */
export async function bundleScript(entry: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const one of outputs) {
    if (!('output' in one)) continue;
    const chunk = one.output.find(file => file.type === 'chunk');
    if (chunk?.type === 'chunk') return `${chunk.code};globalThis.${name} = ${name};`;
  }
  throw new Error(`Vite gave no script for tests/forms/${entry}`);
}
