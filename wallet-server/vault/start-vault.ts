import { randomBytes } from 'node:crypto';
import { makeLogger } from '../app/make-logger.ts';
import type { Logger } from '../app/services.ts';
import type { VaultProcessSettings } from '../settings/start-settings.ts';
import { openDatabases } from '../storage/open-storage.ts';
import type { VaultAddress } from './address.ts';
import { openStores } from './open-vault.ts';
import { serveKeeper } from './serve-keeper.ts';

/**
 * The vault as a process of its own (S6, S7): it has the stores and their keys and no credential of the directory; the
 * servers have the directory and no credential of a store.
 */
export async function startVault(
  settings: VaultProcessSettings,
  log: Logger = makeLogger(settings.logLevel),
): Promise<{ address: VaultAddress; close(): Promise<void> }> {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const { pools, close: closeDatabases } = await openDatabases(settings.storage, { logger: log });
  const closing = [closeDatabases];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    const vault = pools.get('vault');
    if (!vault) throw new Error('the vault was to open no database');
    const { dataDirectory, vaultDatabaseUrl } = settings.storage;
    const place = { settings: settings.vault, dataDirectory, isShared: vaultDatabaseUrl !== undefined };
    const databases = { vault, vaultSecond: pools.get('vault_second') };
    const stores = await openStores(place, databases, { random, log });
    closing.push(stores.close);
    const { parties, callsPerSecond } = settings;
    const ports = { keeper: stores.keeper, parties, clock: Date.now, random, log, callsPerSecond };
    const { address, close: stopServing } = await serveKeeper(ports, settings.address);
    closing.push(stopServing);
    log.info('vault_started', { ...address });
    return { address, close };
  } catch (fault) {
    await close();
    throw fault;
  }
}
