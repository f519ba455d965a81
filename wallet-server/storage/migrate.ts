import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from './logger.ts';
import { type Sql, sqlStateOf, type Transaction } from './sql.ts';
import { transact } from './transact.ts';

export interface Migration {
  number: number;
  /** File name, such as `0010-people.sql`. */
  name: string;
  /** SHA-256 of the file in hex. */
  hash: string;
  text: string;
}

interface AppliedMigration {
  number: number;
  name: string;
  hash: string;
}

export type MigrationRefusal =
  | 'migration_name_invalid'
  | 'migration_number_taken_twice'
  | 'migration_changed'
  | 'migration_out_of_order'
  | 'database_newer_than_code';

/** The files and the database do not fit together; `code` says in which way. */
export class MigrationError extends Error {
  readonly code: MigrationRefusal;
  constructor(code: MigrationRefusal, message: string) {
    super(message);
    this.name = 'MigrationError';
    this.code = code;
  }
}

const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** Reads a folder of `NNNN-name.sql`, in the order of their numbers. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort();
  const migrations = await Promise.all(names.map(name => readMigration(folder, name)));
  for (const [index, migration] of migrations.entries()) {
    const before = migrations[index - 1];
    if (before?.number === migration.number) {
      const message = `${before.name} and ${migration.name} in ${folder} have one number: give one of them another`;
      throw new MigrationError('migration_number_taken_twice', message);
    }
  }
  return migrations;
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const number = FILE_NAME.exec(name)?.[1];
  if (number === undefined) {
    throw new MigrationError('migration_name_invalid', `${name} in ${folder}: name it like 0010-people.sql`);
  }
  const text = await readFile(join(folder, name), 'utf8');
  return { number: Number(number), name, hash: createHash('sha256').update(text).digest('hex'), text };
}

/** The migrations still to run, or a `MigrationError` when the database does not descend from these files. */
export function planMigrations(
  files: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration[] {
  const byNumber = new Map(files.map(file => [file.number, file]));
  for (const record of applied) {
    const file = byNumber.get(record.number);
    if (file === undefined) {
      const message = `the database has ${record.name}, which this version does not know: run a newer version`;
      throw new MigrationError('database_newer_than_code', message);
    }
    if (file.hash !== record.hash) {
      const message = `${file.name} was changed after it ran on this database: restore it and add a new file`;
      throw new MigrationError('migration_changed', message);
    }
  }
  const done = new Set(applied.map(record => record.number));
  const newest = Math.max(0, ...done);
  const pending = files.filter(file => !done.has(file.number));
  const late = pending.find(file => file.number < newest);
  if (late !== undefined) {
    const message = `${late.name} comes before a migration that already ran: give it a number above ${newest}`;
    throw new MigrationError('migration_out_of_order', message);
  }
  return pending;
}

/** Brings a database up to the files, each in a transaction of its own. Several processes may do so at once. */
export async function migrate(sql: Sql, files: readonly Migration[], logger: Logger): Promise<void> {
  await prepareRecords(sql);
  for (;;) {
    const applied = await transact(sql, tx => applyNext(tx, files));
    if (applied === undefined) return;
    logger.info('migration applied', { migration: applied });
  }
}

/** Applies the first pending migration while it holds the lock row, and returns its name. */
async function applyNext(tx: Transaction, files: readonly Migration[]): Promise<string | undefined> {
  await tx`select id from migration_lock where id = 1 for update`;
  const applied = await tx<AppliedMigration[]>`select number, name, hash from migrations order by number`;
  const next = planMigrations(files, applied)[0];
  if (next === undefined) return undefined;
  await tx.unsafe(next.text).simple();
  await tx`insert into migrations (number, name, hash) values (${next.number}, ${next.name}, ${next.hash})`;
  return next.name;
}

// unique_violation, duplicate_table, duplicate_object: the table's own type may be what was there first.
const CREATED_MEANWHILE: readonly (string | undefined)[] = ['23505', '42P07', '42710'];

/** `if not exists` is not safe against a second process creating the same table: then it is there, which is all we want. */
async function prepareRecords(sql: Sql): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sql`create table if not exists migration_lock (id int primary key)`;
      await sql`create table if not exists migrations (number int primary key, name text not null, hash text not null)`;
      await sql`insert into migration_lock (id) values (1) on conflict do nothing`;
      return;
    } catch (fault) {
      if (attempt >= 5 || !CREATED_MEANWHILE.includes(sqlStateOf(fault))) throw fault;
    }
  }
}
