import { join } from 'node:path';
import type { Clock, Logger, Random, Vault } from '../app/services.ts';
import { groupCalls } from '../storage/group-calls.ts';
import type { Sql } from '../storage/sql.ts';
import { adoptRecords } from './adopt-records.ts';
import type { StoreName } from './envelope.ts';
import { openFileStore } from './file-store.ts';
import { guardVault } from './guard-vault.ts';
import { findStandings } from './heads.ts';
import { keepVaultKeys } from './keep-vault-keys.ts';
import type { Keeper } from './keeper.ts';
import type { KeySource } from './key-source.ts';
import { makeKeyLearner } from './learn-public-key.ts';
import { openKeeper } from './open-keeper.ts';
import { openPostgresStore } from './postgres-store.ts';
import { reachKeeper } from './reach-keeper.ts';
import type { Store } from './store.ts';
import { makeStoreKeys, type StoreKeys } from './store-keys.ts';
import type { VaultSettings } from './vault-settings.ts';

export interface VaultPlace {
  settings: VaultSettings;
  dataDirectory: string;
  /** Whether several servers work on the same outside databases. */
  isShared: boolean;
}

/** The vault's databases, opened and migrated by who starts the process. */
export interface VaultDatabases {
  vault: Sql;
  /** Absent: a second store in files, for an outside server that gave one vault database only. */
  vaultSecond?: Sql | undefined;
  /** Leaves records of the time with one database where they are. */
  asItIs?: boolean;
}

interface Effects {
  clock: Clock;
  random: Random;
  log: Logger;
  /** How long a store may be silent. @default 2000 */
  answerWithinMs?: number;
}

/** The vault: its keeper in this process or another, and the directory's guard before it. */
export async function openVault(
  place: VaultPlace,
  databases: Omit<VaultDatabases, 'vault'> & { vault?: Sql | undefined; directory: Sql },
  effects: Effects,
): Promise<Vault> {
  const { directory, vault } = databases;
  const { remote } = place.settings;
  const findStanding = groupCalls((ids: readonly string[]) => findStandings(directory, ids), {
    largest: 256,
    lanes: 1,
  });
  const guard = { directory, findStanding, ...effects };
  if (remote) {
    const path = join(place.dataDirectory, 'keys', 'vault-public');
    const keeper = reachKeeper({ ...remote, ...effects, clock: Date.now });
    const close = async () => keeper.close();
    return guardVault({ ...guard, keeper, close, findPublicKey: makeKeyLearner(keeper, path) });
  }
  if (!vault) throw new Error('the vault is in this process, and its database was not opened');
  const { keeper, close } = await openStores(place, { ...databases, vault }, effects);
  return guardVault({ ...guard, keeper, close, findPublicKey: makeKeyLearner(keeper, null) });
}

/** The keeper over its three stores; records of the time with one database are moved into them first. */
export async function openStores(
  place: VaultPlace,
  databases: VaultDatabases,
  effects: Omit<Effects, 'clock'>,
): Promise<{ keeper: Keeper; close(): Promise<void> }> {
  const { settings, dataDirectory, isShared } = place;
  const folder = join(dataDirectory, 'keys');
  const keys = await keepVaultKeys(settings.keys, { folder, isShared }, effects.random);
  const { stores, close } = openVaultStores(place, databases, keys);
  const keeper = openKeeper({ stores, vaultKeys: keys.vault, ...effects });
  const adoption = { sql: databases.vault, keeper, vaultKeys: keys.vault.list(), log: effects.log };
  if (!databases.asItIs) await adoptRecords(adoption);
  return { keeper, close };
}

/** The three stores with their keys. */
export function openVaultStores(
  { settings, dataDirectory }: Pick<VaultPlace, 'settings' | 'dataDirectory'>,
  { vault, vaultSecond }: VaultDatabases,
  keys: Record<StoreName, KeySource>,
): { stores: Record<StoreName, { store: Store; keys: StoreKeys }>; close(): Promise<void> } {
  const folder = settings.filesFolder ?? join(dataDirectory, 'vault-files');
  const second = vaultSecond ? openPostgresStore(vaultSecond) : openFileStore(nameSecond(folder));
  const files = openFileStore(folder);
  const stores = {
    first: { store: openPostgresStore(vault), keys: makeStoreKeys(keys.first) },
    second: { store: second, keys: makeStoreKeys(keys.second) },
    files: { store: files, keys: makeStoreKeys(keys.files) },
  };
  const close = async () => {
    await second.close();
    await files.close();
  };
  return { stores, close };
}

/** A store in memory stays one. */
function nameSecond(filesFolder: string): string {
  return filesFolder.startsWith(':') ? filesFolder : `${filesFolder}-second`;
}
