import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('clients/', import.meta.url));

/** The folder of the built clients, one script a file; built once for each state of their sources. */
export async function bundleClients(): Promise<string> {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(?:ts|svelte)$/.test(file))
    .toSorted();
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(ROOT, file)));
  const folder = join(tmpdir(), `complaints-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  const outDir = mkdtempSync(join(tmpdir(), 'complaints-build-'));
  const entries = files.filter(file => parse(file).dir === '');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: false })],
    resolve: { alias: { vue: 'vue/dist/vue.esm-bundler.js' } },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: {
      ...{ outDir, emptyOutDir: true, modulePreload: false, chunkSizeWarningLimit: 4000 },
      rolldownOptions: {
        input: Object.fromEntries(entries.map(file => [parse(file).name, join(ROOT, file)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  try {
    renameSync(outDir, folder);
  } catch {
    // Another process was faster; its build is the same.
    rmSync(outDir, { recursive: true, force: true });
  }
  return folder;
}
