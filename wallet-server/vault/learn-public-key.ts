import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Keeper } from './keeper.ts';

const FRESH_MS = 60_000;

/**
 * The vault's public key as the vault itself told it, asked again now and then, since keys are changed. Kept in a file
 * of ours, so that a server which starts while the vault is away can let writes wait; never in the directory, where a
 * thief of its credentials could put a key of their own.
 */
export function makeKeyLearner(keeper: Keeper, path: string | null): () => Promise<string | null> {
  const state: { key: string | null; learnedAtMs: number } = {
    key: null,
    learnedAtMs: Number.NEGATIVE_INFINITY,
  };
  return async () => {
    if (state.key !== null && performance.now() - state.learnedAtMs < FRESH_MS) return state.key;
    const told = await keeper.describe({});
    if ('refused' in told) {
      state.key ??= path === null ? null : await readFile(path, 'utf8').catch(() => null);
      return state.key;
    }
    if (path !== null && told.publicKey !== state.key) await remember(path, told.publicKey);
    state.key = told.publicKey;
    state.learnedAtMs = performance.now();
    return state.key;
  };
}

async function remember(path: string, key: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.new`, key, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}
