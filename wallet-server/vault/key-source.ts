import { readFileSync, statSync } from 'node:fs';
import { parseKeys } from '../settings/keep-key.ts';
import type { KeyList } from './vault-settings.ts';

/** Where keys are asked for at each use, so that they can be changed while the process runs. */
export interface KeySource {
  /** Newest first, never empty. */
  list(): KeyList;
}

export function fixKeys(keys: KeyList): KeySource {
  return { list: () => keys };
}

/** How old what is known of the file may be; who changes keys waits longer before relying on them. */
const FRESH_MS = 200;
export const KEYS_KNOWN_AFTER_MS = 1000;

/** Keys in a file, read again when the file was replaced. */
export function readKeysFrom(path: string): KeySource {
  const nameFile = () => `${statSync(path).ino}:${statSync(path).mtimeMs}`;
  const read = () => ({ name: nameFile(), keys: parseKeys(readFileSync(path, 'utf8'), path) });
  const state = { ...read(), checkedAtMs: performance.now() };
  return {
    list: () => {
      if (performance.now() - state.checkedAtMs < FRESH_MS) return state.keys;
      state.checkedAtMs = performance.now();
      if (nameFile() !== state.name) Object.assign(state, read());
      return state.keys;
    },
  };
}
