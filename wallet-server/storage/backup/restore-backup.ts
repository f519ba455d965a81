import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Logger } from '../logger.ts';
import { type Migration, migrate } from '../migrate.ts';
import type { Sql, Transaction } from '../sql.ts';
import { listTables } from './list-tables.ts';
import { BackupError, type DatabaseRecord, type Manifest, readManifest } from './manifest.ts';
import { markRestore } from './restore-mark.ts';

/** A database to restore into, and the migrations of this version for it. */
export interface RestoreTarget {
  name: string;
  sql: Sql;
  migrations: readonly Migration[];
}

/**
 * Puts a backup into empty databases: every file is checked first, then the schema of that day is made, its rows are put
 * in (one transaction per database), and newer migrations run. Nothing is written where something is there already. The
 * directory is marked: no server opens it before `endRestore`.
 * @throws BackupError, or MigrationError where the backup does not descend from this version.
 */
export async function restoreBackup(
  targets: readonly RestoreTarget[],
  folder: string,
  logger: Logger,
): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const pairs = manifest.databases.map(record => {
    const target = targets.find(({ name }) => name === record.name);
    if (!target) throw new BackupError('backup_damaged', `no database here is called ${record.name}`);
    return { record, target };
  });
  for (const { target } of pairs) await expectEmpty(target);
  for (const { record, target } of pairs) {
    const newest = Math.max(0, ...record.migrations.map(({ number }) => number));
    await migrate(
      target.sql,
      target.migrations.filter(({ number }) => number <= newest),
      logger,
    );
    await target.sql.begin(tx => load(tx, record, folder));
    await migrate(target.sql, target.migrations, logger);
  }
  return manifest;
}

async function expectEmpty({ name, sql }: RestoreTarget): Promise<void> {
  const [found] = await listTables(sql);
  if (found === undefined) return;
  const message = `the database ${name} has tables: restore into an empty folder or empty databases`;
  throw new BackupError('target_not_empty', message);
}

async function load(tx: Transaction, record: DatabaseRecord, folder: string): Promise<void> {
  if (record.name === 'directory') await markRestore(tx);
  for (const { table, file, rowCount } of record.tables) {
    // A migration may have put rows in that the backup holds too; not into tables that nobody may delete from.
    const [made] = await tx`select 1 from ${tx(table)} limit 1`;
    if (made) await tx`delete from ${tx(table)}`;
    const rows = await tx`copy ${tx(table)} from stdin`.writable();
    await pipeline(createReadStream(join(folder, file)), createGunzip(), rows);
    const [counted] = await tx<{ count: bigint }[]>`select count(*) from ${tx(table)}`;
    if (Number(counted?.count) !== rowCount)
      throw new BackupError('backup_damaged', `${file} has ${counted?.count} rows, not ${rowCount}`);
    await moveSequences(tx, table);
  }
}

/** The next number that a table makes comes after all that it has. */
async function moveSequences(tx: Transaction, table: string): Promise<void> {
  const columns = await tx<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attidentity <> '' and not attisdropped`;
  for (const { name } of columns) {
    await tx`
      select setval(pg_get_serial_sequence(${table}, ${name}), coalesce(max(${tx(name)}), 0) + 1, false)
      from ${tx(table)}`;
  }
}
