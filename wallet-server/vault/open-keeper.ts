import { deriveSealingKeys, openSealed, type SealingKeys } from '#shared/crypto/seal.ts';
import type { Logger, Random } from '../app/services.ts';
import { STORE_NAMES, type StoreName } from './envelope.ts';
import { eraseRecord } from './erase-record.ts';
import { findRecord } from './find-record.ts';
import { keepRecord } from './keep-record.ts';
import type { Keeper, SealedWrite } from './keeper.ts';
import type { KeySource } from './key-source.ts';
import { mendRecord } from './mend-record.ts';
import { RECORD_INFO, recordAad } from './seal-write.ts';
import type { Store } from './store.ts';
import type { StoreKeys } from './store-keys.ts';
import { watchStore } from './watched-store.ts';

export interface KeeperPorts {
  stores: Record<StoreName, { store: Store; keys: StoreKeys }>;
  /** Seeds of the vault's own key pairs: the newest is told, all open. */
  vaultKeys: KeySource;
  random: Random;
  log: Logger;
  /** @default 2000 */
  answerWithinMs?: number;
}

/** The keeper in this process, over its three stores. */
export function openKeeper(ports: KeeperPorts): Keeper {
  const { random, log, answerWithinMs = 2000 } = ports;
  const stores = STORE_NAMES.map(name =>
    watchStore({ name, ...ports.stores[name] }, { log, answerWithinMs }),
  );
  const listPairs = makePairs(ports.vaultKeys);
  const spreading = { stores, random };
  return {
    describe: async () => {
      const [first = false, second = false, files = false] = await Promise.all(
        stores.map(store => store.isThere()),
      );
      const [newest] = await listPairs();
      if (!newest) throw new Error('the vault has no key');
      return { publicKey: newest.publicKey, stores: { first, second, files } };
    },
    keep: async ({ write, known }) => {
      const plaintext = await openWrite(await listPairs(), write);
      if (plaintext === null) return { refused: 'unreadable' };
      return await keepRecord(spreading, { ...write, plaintext }, known);
    },
    find: ({ personId, known }) => findRecord(spreading, personId, known),
    erase: asked => eraseRecord(spreading, asked),
    mend: ({ personId, known }) => mendRecord(spreading, personId, known),
  };
}

/** The key pairs of the seeds, each worked out once. */
function makePairs(source: KeySource): () => Promise<SealingKeys[]> {
  const pairs = new Map<Uint8Array, Promise<SealingKeys>>();
  const derive = (seed: Uint8Array<ArrayBuffer>) => {
    const pair = pairs.get(seed) ?? deriveSealingKeys(seed);
    pairs.set(seed, pair);
    return pair;
  };
  return () => Promise.all(source.list().map(derive));
}

async function openWrite(keys: readonly SealingKeys[], write: SealedWrite) {
  for (const { privateKey } of keys) {
    const plaintext = await openSealed(privateKey, write, RECORD_INFO, recordAad(write));
    if (plaintext !== null) return plaintext;
  }
  return null;
}
