import { resolve } from 'node:path';
import type { Logger } from '../app/services.ts';
import { exportErasures } from '../erasures/keep-journal.ts';
import type { StartSettings } from '../settings/start-settings.ts';
import { attachStorage } from '../storage/attach-storage.ts';
import { writeBackup } from '../storage/backup/write-backup.ts';
import type { Storage } from '../storage/open-storage.ts';
import { locateCopy } from './find-journals.ts';

export interface CommandPorts {
  log: Logger;
  print: (line: string) => void;
}

/** The directory first: what it remembers of the vault may be behind the stores, and never ahead of them. */
export function listDatabases({ directory, vault, vaultSecond }: Storage) {
  return [
    { name: 'directory', sql: directory } as const,
    ...(vault ? [{ name: 'vault', sql: vault } as const] : []),
    ...(vaultSecond ? [{ name: 'vault_second', sql: vaultSecond } as const] : []),
  ];
}

/** Writes a backup of a server that may be running. The keys are not in it: without them nobody reads it. The
 * journal of erasures is brought up to date beside it. */
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
    await exportErasures(storage.directory, locateCopy(to));
    print(`Written to ${resolve(to)}. Keep the server's keys elsewhere: it opens by them alone.`);
  } finally {
    await storage.close();
  }
}

/** Writes the journal of erasures anew, from what the directory knows, beside what stands in the file. */
export async function writeErasures(
  settings: StartSettings,
  to: string,
  { log, print }: CommandPorts,
): Promise<void> {
  const storage = await attachStorage(settings.storage, { logger: log });
  try {
    print(`${await exportErasures(storage.directory, resolve(to))} erasures added to ${resolve(to)}.`);
  } finally {
    await storage.close();
  }
}
