import type { Queryable } from '../sql.ts';
import { BackupError } from './manifest.ts';

/** A table of its own, so that it is there with the very transaction that fills a directory of any version. */
export const RESTORE_MARK = 'restore_unfinished';

/** From now on no server opens this directory: erasures since the backup are still to be made again. */
export async function markRestore(tx: Queryable): Promise<void> {
  await tx`create table if not exists ${tx(RESTORE_MARK)} (id int primary key)`;
}

export async function endRestore(sql: Queryable): Promise<void> {
  await sql`drop table if exists ${sql(RESTORE_MARK)}`;
}

/** @throws BackupError where a backup was put into this directory and erasures since then were not made again. */
export async function expectRestored(sql: Queryable): Promise<void> {
  const found = await sql`
    select 1 from information_schema.tables where table_name = ${RESTORE_MARK} and table_schema = 'public'`;
  if (found.length === 0) return;
  const message =
    'a backup was restored here, and what was erased since it was written was not erased again: run npm run wayveil erase-again -- --erasures FILE';
  throw new BackupError('restore_unfinished', message);
}
