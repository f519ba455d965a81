import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { eraseAgain } from '../erasures/erase-again.ts';
import { locateJournal, type StartSettings } from '../settings/start-settings.ts';
import { attachStorage } from '../storage/attach-storage.ts';
import { findManifest } from '../storage/backup/manifest.ts';
import { restoreBackup } from '../storage/backup/restore-backup.ts';
import { endRestore } from '../storage/backup/restore-mark.ts';
import { findMigrations } from '../storage/find-migrations.ts';
import { openStorage, type Storage } from '../storage/open-storage.ts';
import { type CommandPorts, listDatabases } from './back-up.ts';
import { type FoundJournals, findJournals, locateCopy } from './find-journals.ts';

/** Which journals to erase again from: those at these paths, those where they usually lie, or none at all. */
export type AskedJournals = readonly string[] | 'usual' | 'none';

const NONE: FoundJournals = { paths: [], entries: [] };

/**
 * Puts a backup into an empty data folder, or into empty outside databases, and erases again what was erased since it
 * was written. No server opens the directory before that is done.
 */
export async function restore(
  settings: StartSettings,
  { from, journals }: { from: string; journals: AskedJournals },
  ports: CommandPorts,
): Promise<void> {
  await findManifest(resolve(from));
  const found = await readJournals(journals, [locateJournal(settings), locateCopy(from)]);
  const storage = await openStorage(settings.storage, { logger: ports.log, asItIs: true });
  try {
    await restoreInto(storage, { from, found }, ports);
    ports.print(
      'Put its keys in place (WAYVEIL_SECRET_KEY, WAYVEIL_VAULT_KEY or the folder keys), then run doctor.',
    );
  } finally {
    await storage.close();
  }
}

async function readJournals(journals: AskedJournals, usual: readonly string[]): Promise<FoundJournals> {
  if (journals === 'none') return NONE;
  return await findJournals(journals === 'usual' ? [] : journals, usual);
}

/** The same, with databases that are open and journals that were read. */
export async function restoreInto(
  storage: Storage,
  { from, found }: { from: string; found: FoundJournals },
  { log, print }: CommandPorts,
): Promise<void> {
  const targets = await Promise.all(
    listDatabases(storage).map(async ({ name, sql }) => {
      return { name, sql, migrations: await findMigrations(name) };
    }),
  );
  const manifest = await restoreBackup(targets, resolve(from), log);
  print(`Restored what was written on ${new Date(manifest.createdAtMs).toISOString()}.`);
  await finishRestore(storage, found, print);
}

/** Ends a restore that was interrupted, or takes up a journal that was found later. */
export async function eraseFromJournals(
  settings: StartSettings,
  journals: AskedJournals,
  { log, print }: CommandPorts,
): Promise<void> {
  const found = await readJournals(journals, [locateJournal(settings)]);
  const storage = await attachStorage(settings.storage, { logger: log });
  try {
    await finishRestore(storage, found, print);
  } finally {
    await storage.close();
  }
}

async function finishRestore(
  { directory }: Storage,
  { paths, entries }: FoundJournals,
  print: CommandPorts['print'],
): Promise<void> {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const again = await eraseAgain({ directory, random, nowMs: Date.now() }, entries);
  await endRestore(directory);
  if (paths.length === 0) return print('Nothing was erased again: no journal was asked for.');
  const newest = entries.reduce((latest, { atMs }) => Math.max(latest, atMs), 0);
  const until = newest === 0 ? 'has no entry' : `ends on ${new Date(newest).toISOString()}`;
  print(
    `Erased again: ${again}. The journal (${paths.join(', ')}) ${until}; where a newer one exists, run erase-again with it.`,
  );
}
