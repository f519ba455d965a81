import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

/**
 * The folder of the built application. It is built once for each state of the sources: the folder's name holds
 * their hash, so that later starts, and other processes, find it ready.
 */
export async function bundleAtelier(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['../basket.ts', ...readdirSync(ROOT).toSorted()])
    hash.update(readFileSync(join(ROOT, file)));
  const folder = join(tmpdir(), `atelier-lindgruen-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  const outDir = mkdtempSync(join(tmpdir(), 'atelier-build-'));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir, emptyOutDir: true },
  });
  try {
    renameSync(outDir, folder);
  } catch {
    // Another process was faster; its build is the same.
    rmSync(outDir, { recursive: true, force: true });
  }
  return folder;
}
