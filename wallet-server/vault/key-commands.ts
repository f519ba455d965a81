import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../app/services.ts';
import { attachDatabases } from '../storage/attach-storage.ts';
import type { StorageSettings } from '../storage/open-storage.ts';
import type { Queryable } from '../storage/sql.ts';
import { dropKeys, rotateKeys } from './change-keys.ts';
import { listStaged } from './heads.ts';
import { findKeyFile, keepVaultKeys } from './keep-vault-keys.ts';
import { REMEMBERED_FOR_MS } from './learn-public-key.ts';
import { openVaultStores } from './open-vault.ts';
import type { VaultSettings } from './vault-settings.ts';

export type KeyCommand = 'rotate-keys' | 'drop-keys';

/** Changes the vault's keys beside servers that run. Returns whether nothing is left to do. */
export async function runKeyCommand(
  command: KeyCommand,
  settings: { vault: VaultSettings; storage: StorageSettings },
  { log, print }: { log: Logger; print: (line: string) => void },
): Promise<boolean> {
  if (settings.vault.remote) {
    print(`The vault is a process of its own: run this command there, npm run vault -- ${command}.`);
    return false;
  }
  const { dataDirectory, databaseUrl, vaultDatabaseUrl } = settings.storage;
  const isShared = (databaseUrl ?? vaultDatabaseUrl) !== undefined;
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const place = { folder: join(dataDirectory, 'keys'), isShared };
  const { pools, close } = await attachDatabases(settings.storage, { logger: log });
  const vault = pools.get('vault');
  if (!vault) throw new Error('the vault has no database here');
  const keys = await keepVaultKeys(settings.vault.keys, place, random);
  const opened = openVaultStores(
    { settings: settings.vault, dataDirectory },
    { vault, vaultSecond: pools.get('vault_second') },
    keys,
  );
  try {
    const ports = { given: settings.vault.keys, place, stores: opened.stores, random, print };
    if (command === 'rotate-keys') return await rotateKeys(ports);
    const path = findKeyFile(settings.vault.keys, place, 'vault');
    return await dropKeys(ports, await isVaultKeyIdle(path, pools.get('directory')));
  } finally {
    await opened.close();
    await close();
  }
}

/**
 * Whether no server can seal to an older key of the vault any more, and nothing waits that one did. At the vault's own
 * process the directory is not there to ask; what waits moves in within seconds while that process runs.
 */
async function isVaultKeyIdle(path: string | null, directory: Queryable | undefined): Promise<boolean> {
  const isRecent = path !== null && Date.now() - (await stat(path)).mtimeMs < 2 * REMEMBERED_FOR_MS;
  return !isRecent && (directory === undefined || (await listStaged(directory, 1)).length === 0);
}
