import { dirname, join, resolve } from 'node:path';
import { type JournalEntry, readJournal } from '../erasures/erasure-journal.ts';
import { BackupError } from '../storage/backup/manifest.ts';

/** The copy of the journal that each backup leaves beside its folder. */
export function locateCopy(backupFolder: string): string {
  return join(dirname(resolve(backupFolder)), 'erasures.jsonl');
}

/** What is to be erased again after a restore; `paths` are the journals that it is from. */
export interface FoundJournals {
  paths: string[];
  entries: JournalEntry[];
}

/**
 * Reads the journals that are named, or those that lie where the server and its backups leave them.
 * @throws BackupError where a named one is not there, or none is.
 */
export async function findJournals(
  named: readonly string[],
  usual: readonly string[],
): Promise<FoundJournals> {
  const found: FoundJournals = { paths: [], entries: [] };
  for (const path of named.length > 0 ? named : new Set(usual)) {
    const entries = await readJournal(path);
    if (entries) {
      found.paths.push(path);
      found.entries.push(...entries);
    } else if (named.length > 0)
      throw new BackupError('erasures_missing', `there is no journal of erasures at ${path}`);
  }
  if (found.paths.length > 0) return found;
  const message = `no journal of erasures was found (${[...new Set(usual)].join(', ')}): name the newest by --erasures FILE, or write --without-erasures where nothing was ever erased`;
  throw new BackupError('erasures_missing', message);
}
