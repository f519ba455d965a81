import { createHash } from 'node:crypto';
import type { KeySource } from './key-source.ts';

/** One of a store's keys. */
export interface StoreKey {
  /** The start of its hash: says which key sealed a row, and nothing else. */
  id: string;
  key: Uint8Array;
}

/** The keys of one store: the newest seals, all open. While keys are changed there are two. */
export interface StoreKeys {
  current(): StoreKey;
  /** Whether this is the name of a key, and of none of these: a name that was damaged is the name of nothing. */
  lacks(id: string): boolean;
  /** The key that is named comes first, for a name can be damaged too. */
  candidates(id: string): StoreKey[];
}

export function makeStoreKeys(source: KeySource): StoreKeys {
  const list = () => source.list().map(key => ({ id: nameKey(key), key }));
  return {
    current: () => {
      const [newest] = list();
      if (!newest) throw new Error('a store has no key');
      return newest;
    },
    lacks: id => /^[0-9a-f]{16}$/.test(id) && !list().some(key => key.id === id),
    candidates: id => list().sort((one, other) => Number(other.id === id) - Number(one.id === id)),
  };
}

function nameKey(key: Uint8Array): string {
  return createHash('sha256').update('wayveil-key-name-1').update(key).digest('hex').slice(0, 16);
}
