import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Keeper } from './keeper.ts';

const FRESH_MS = 60_000;
const REMEMBERED_EACH_MS = 3_600_000;
/** How long a remembered key is used without the vault saying so again; a dropped key lives on for twice as long. */
export const REMEMBERED_FOR_MS = 12 * 3_600_000;

/** The vault's public key; `fresh`: asked anew, since the one that was known opened nothing. */
export type FindPublicKey = (fresh?: boolean) => Promise<string | null>;

/**
 * The vault's public key as the vault itself told it, asked again now and then, since keys are changed. Kept in a file
 * of ours, so that a server which starts while the vault is away can let writes wait; never in the directory, where a
 * thief of its credentials could put a key of their own.
 */
export function makeKeyLearner(keeper: Keeper, path: string | null): FindPublicKey {
  const never = Number.NEGATIVE_INFINITY;
  const state: { key: string | null; learnedAtMs: number; rememberedAtMs: number } = {
    ...{ key: null, learnedAtMs: never, rememberedAtMs: never },
  };
  return async (fresh = false) => {
    const nowMs = performance.now();
    if (!fresh && state.key !== null && nowMs - state.learnedAtMs < FRESH_MS) return state.key;
    const told = await keeper.describe({});
    if ('refused' in told) {
      state.key ??= path === null ? null : await recall(path);
      return state.key;
    }
    const isDue = told.publicKey !== state.key || nowMs - state.rememberedAtMs > REMEMBERED_EACH_MS;
    if (path !== null && isDue) {
      await remember(path, told.publicKey);
      state.rememberedAtMs = nowMs;
    }
    Object.assign(state, { key: told.publicKey, learnedAtMs: nowMs });
    return told.publicKey;
  };
}

async function remember(path: string, key: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.new`, key, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}

/** What was sealed to a key that the vault dropped since would open nowhere: an old memory is none. */
async function recall(path: string): Promise<string | null> {
  try {
    const { mtimeMs } = await stat(path);
    return Date.now() - mtimeMs < REMEMBERED_FOR_MS ? await readFile(path, 'utf8') : null;
  } catch {
    return null;
  }
}
