import type { KeyPair } from 'dpop';
import { openDB } from 'idb';
import type { SessionTokens } from '#shared/api/people.ts';

/** What this browser keeps for the console: the device key, not to be exported, and the tokens bound to it. */
interface Kept {
  deviceKey: KeyPair;
  tokens: SessionTokens;
}

export interface DeviceStore {
  get: <K extends keyof Kept>(key: K) => Promise<Kept[K] | null>;
  put: <K extends keyof Kept>(key: K, value: Kept[K]) => Promise<void>;
  remove: (key: keyof Kept) => Promise<void>;
}

const SHELF = 'kept';

/** Opens the database of the console's origin. */
export function openStore(): DeviceStore {
  const opened = openDB('wayveil-console', 1, {
    upgrade: database => void database.createObjectStore(SHELF),
  });
  return {
    get: async key => (await (await opened).get(SHELF, key)) ?? null,
    put: async (key, value) => void (await (await opened).put(SHELF, value, key)),
    remove: async key => (await opened).delete(SHELF, key),
  };
}
