import { resolve } from 'node:path';
import type { Logger } from '../app/services.ts';
import type { StartSettings } from '../settings/start-settings.ts';
import { attachStorage } from '../storage/attach-storage.ts';
import { restoreBackup } from '../storage/backup/restore-backup.ts';
import { writeBackup } from '../storage/backup/write-backup.ts';
import { findMigrations } from '../storage/find-migrations.ts';
import { openStorage, type Storage } from '../storage/open-storage.ts';

interface CommandPorts {
  log: Logger;
  print: (line: string) => void;
}

/** The directory first: what it remembers of the vault may be behind the stores, and never ahead of them. */
function listDatabases({ directory, vault, vaultSecond }: Storage) {
  return [
    { name: 'directory', sql: directory } as const,
    ...(vault ? [{ name: 'vault', sql: vault } as const] : []),
    ...(vaultSecond ? [{ name: 'vault_second', sql: vaultSecond } as const] : []),
  ];
}

/** Writes a backup of a server that may be running. The keys are not in it: without them nobody reads it. */
export async function backUp(
  settings: StartSettings,
  to: string,
  { log, print }: CommandPorts,
): Promise<void> {
  const storage = await attachStorage(settings.storage, { logger: log });
  try {
    const manifest = await writeBackup(listDatabases(storage), resolve(to), Date.now());
    for (const { name, tables } of manifest.databases) {
      const rows = tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
      print(`${name}: ${tables.length} tables, ${rows} rows`);
    }
    print(`Written to ${resolve(to)}. Keep the server's keys elsewhere: it opens by them alone.`);
  } finally {
    await storage.close();
  }
}

/** Puts a backup into an empty data folder, or into empty outside databases. */
export async function restore(
  settings: StartSettings,
  from: string,
  { log, print }: CommandPorts,
): Promise<void> {
  const storage = await openStorage(settings.storage, { logger: log, asItIs: true });
  try {
    const targets = await Promise.all(
      listDatabases(storage).map(async ({ name, sql }) => {
        return { name, sql, migrations: await findMigrations(name) };
      }),
    );
    const manifest = await restoreBackup(targets, resolve(from), log);
    print(`Restored what was written on ${new Date(manifest.createdAtMs).toISOString()}.`);
    print(
      'Put its keys in place (WAYVEIL_SECRET_KEY, WAYVEIL_VAULT_KEY or the folder keys), then run doctor.',
    );
  } finally {
    await storage.close();
  }
}
