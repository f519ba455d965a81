import { join } from 'node:path';
import type { Clock, Logger, Random, Vault } from '../app/services.ts';
import type { Sql } from '../storage/sql.ts';
import { adoptRecords } from './adopt-records.ts';
import { openFileStore } from './file-store.ts';
import { guardVault } from './guard-vault.ts';
import { keepVaultKeys } from './keep-vault-keys.ts';
import type { Keeper } from './keeper.ts';
import { openKeeper } from './open-keeper.ts';
import { openPostgresStore } from './postgres-store.ts';
import { makeStoreKeys } from './store-keys.ts';
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

/** The vault in this process: its keeper with three stores, and the directory's guard before it. */
export async function openVault(
  place: VaultPlace,
  databases: VaultDatabases & { directory: Sql },
  effects: Effects,
): Promise<Vault> {
  const { keeper, close } = await openStores(place, databases, effects);
  const status = await keeper.describe({});
  const publicKey = 'refused' in status ? null : status.publicKey;
  const { directory } = databases;
  return guardVault({ directory, keeper, ...effects, findPublicKey: async () => publicKey, close });
}

/** The keeper over its three stores; records of the time with one database are moved into them first. */
export async function openStores(
  { settings, dataDirectory, isShared }: VaultPlace,
  { vault, vaultSecond, asItIs = false }: VaultDatabases,
  effects: Omit<Effects, 'clock'>,
): Promise<{ keeper: Keeper; close(): Promise<void> }> {
  const folder = join(dataDirectory, 'keys');
  const keys = await keepVaultKeys(settings.keys, { folder, isShared }, effects.random);
  const filesFolder = settings.filesFolder ?? join(dataDirectory, 'vault-files');
  const first = openPostgresStore(vault);
  const second = vaultSecond ? openPostgresStore(vaultSecond) : openFileStore(nameSecond(filesFolder));
  const files = openFileStore(filesFolder);
  const keeper = await openKeeper({
    stores: {
      first: { store: first, keys: makeStoreKeys(keys.first) },
      second: { store: second, keys: makeStoreKeys(keys.second) },
      files: { store: files, keys: makeStoreKeys(keys.files) },
    },
    vaultKeys: keys.vault,
    ...effects,
  });
  if (!asItIs) await adoptRecords({ sql: vault, keeper, vaultKeys: keys.vault, log: effects.log });
  const close = async () => {
    await second.close();
    await files.close();
  };
  return { keeper, close };
}

/** A store in memory stays one. */
function nameSecond(filesFolder: string): string {
  return filesFolder.startsWith(':') ? filesFolder : `${filesFolder}-second`;
}
