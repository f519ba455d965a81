import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Sql, Transaction } from '../sql.ts';
import { listTables } from './list-tables.ts';
import {
  BackupError,
  type DatabaseRecord,
  hashFile,
  MANIFEST_FILE,
  type Manifest,
  type TableRecord,
} from './manifest.ts';

/** One database by the name that it has in the backup. */
export interface BackupSource {
  name: string;
  sql: Sql;
}

/**
 * Writes every row of the databases into `folder` while the server goes on. Each database is read at one moment (one
 * snapshot); the moments of two databases differ by the time that the first takes. Rows that were encrypted stay so, and
 * no key is among them.
 * @throws BackupError where the folder has something in it already.
 */
export async function writeBackup(
  sources: readonly BackupSource[],
  folder: string,
  nowMs: number,
): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new BackupError(
      'backup_folder_not_empty',
      `${folder} is not empty: name a folder that is not there yet`,
    );
  const databases: DatabaseRecord[] = [];
  for (const { name, sql } of sources) {
    await mkdir(join(folder, name), { mode: 0o700 });
    databases.push(
      await sql.begin('isolation level repeatable read read only', tx => dump(tx, name, folder)),
    );
  }
  const manifest: Manifest = { format: 1, createdAtMs: nowMs, databases };
  await writeLast(join(folder, MANIFEST_FILE), JSON.stringify(manifest, null, 2));
  return manifest;
}

async function dump(tx: Transaction, name: string, folder: string): Promise<DatabaseRecord> {
  const migrations = await tx<DatabaseRecord['migrations']>`
    select number, name, hash from migrations order by number`;
  const tables: TableRecord[] = [];
  for (const table of await listTables(tx))
    tables.push(await dumpTable(tx, table, `${name}/${table}.copy.gz`, folder));
  return { name, migrations: [...migrations], tables };
}

async function dumpTable(tx: Transaction, table: string, file: string, folder: string): Promise<TableRecord> {
  const path = join(folder, file);
  const [counted] = await tx<{ count: bigint }[]>`select count(*) from ${tx(table)}`;
  const rows = await tx`copy ${tx(table)} to stdout`.readable();
  await pipeline(rows, createGzip(), createWriteStream(path, { mode: 0o600, flush: true }));
  return { table, file, rowCount: Number(counted?.count ?? 0n), sha256: await hashFile(path) };
}

/** Under another name first, so that a manifest is whole or not there. */
async function writeLast(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600);
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}
