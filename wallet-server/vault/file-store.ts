import { chmodSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Store, StoreAnswer, StoredRow } from './store.ts';

/** A store in memory: gone with the process. */
export const IN_MEMORY = ':memory:';

/** SQLite reads a page that was cut as if its end were zeros, so that a cut has to be looked for. */
const PAGE_BYTES = 4096;

const SCHEMA = `
  pragma page_size = ${PAGE_BYTES};
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma busy_timeout = 2000;
  pragma secure_delete = on;
  create table if not exists vault_rows (
    person_id text not null,
    generation text not null,
    sequence integer not null,
    nonce text not null,
    write_id text not null,
    erased integer not null,
    coordinates blob not null,
    commitments blob not null,
    ciphertext blob not null,
    key_id text not null,
    sealed_share blob not null,
    primary key (person_id, generation)
  ) without rowid;`;

const COLUMNS =
  'person_id, generation, sequence, nonce, write_id, erased, coordinates, commitments, ciphertext, key_id, sealed_share';

const KEEP = `
  insert into vault_rows as kept (${COLUMNS})
  select ?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9, ?10
  where not exists (
    select 1 from vault_rows where person_id = ?1 and erased and (sequence, nonce) > (?3, ?4))
  on conflict (person_id, generation) do update set
    sequence = excluded.sequence, nonce = excluded.nonce, write_id = excluded.write_id,
    coordinates = excluded.coordinates, commitments = excluded.commitments, ciphertext = excluded.ciphertext,
    key_id = excluded.key_id, sealed_share = excluded.sealed_share
  where (kept.sequence, kept.nonce) < (excluded.sequence, excluded.nonce) and not kept.erased`;

const BURY = `
  insert into vault_rows (${COLUMNS}) values (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7, ?8, ?9, ?10)
  on conflict (person_id, generation) do nothing`;

const BURIED = 'delete from vault_rows where person_id = ?1 and (sequence, nonce) < (?2, ?3)';

const EXACTLY =
  'person_id = ? and generation = ? and sequence = ? and nonce = ? and ciphertext = ? and sealed_share = ?';

const REMOVE = `delete from vault_rows where ${EXACTLY}`;

const EXCHANGE = `
  update vault_rows set sequence = ?, nonce = ?, write_id = ?, erased = ?, coordinates = ?, commitments = ?,
    ciphertext = ?, key_id = ?, sealed_share = ?
  where ${EXACTLY}`;

/**
 * The store in files (S10): an SQLite database in `folder`, for our own user alone. A file that is damaged beyond
 * reading is put aside, and an empty one is filled again from the two others.
 */
export function openFileStore(folder: string): Store {
  const place = { files: prepareFiles(openDatabase(folder)) };
  /** Runs `ask`; a damaged file is put aside first, so that the next call finds a new one. */
  const attempt = async <T>(ask: (files: Files) => T): Promise<T> => {
    try {
      return ask(place.files);
    } catch (fault) {
      if (isDamage(fault)) place.files = prepareFiles(replaceDatabase(folder, place.files.database));
      throw fault;
    }
  };
  return {
    read: personId => attempt(files => files.read.all(personId).map(toRow)),
    write: row => attempt(files => (row.erased ? bury(files, row) : keep(files, row))),
    remove: seen =>
      attempt(files => {
        files.remove.run(...listExact(seen));
      }),
    exchange: (seen, row) => attempt(files => exchange(files, seen, row)),
    listSealedOtherwise: (keyId, limit) =>
      attempt(files => files.sealedOtherwise.all(keyId, limit).map(toRow)),
    sampleKeys: () => attempt(files => files.sample.all().map(row => String(row.key_id))),
    close: async () => place.files.database.close(),
  };
}

type Files = ReturnType<typeof prepareFiles>;

function prepareFiles(database: DatabaseSync) {
  return {
    database,
    read: database.prepare('select * from vault_rows where person_id = ?'),
    keep: database.prepare(KEEP),
    bury: database.prepare(BURY),
    buried: database.prepare(BURIED),
    remove: database.prepare(REMOVE),
    exchange: database.prepare(EXCHANGE),
    sealedOtherwise: database.prepare('select * from vault_rows where key_id <> ? limit ?'),
    sample: database.prepare('select key_id from vault_rows limit 5'),
  };
}

function openDatabase(folder: string): DatabaseSync {
  if (folder === IN_MEMORY) return prepareDatabase(new DatabaseSync(IN_MEMORY));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'records.sqlite');
  const isCut = existsSync(path) && statSync(path).size % PAGE_BYTES !== 0;
  const database = new DatabaseSync(path);
  chmodSync(path, 0o600);
  if (isCut) return replaceDatabase(folder, database);
  try {
    return prepareDatabase(database);
  } catch (fault) {
    if (!isDamage(fault)) throw fault;
    return replaceDatabase(folder, database);
  }
}

function prepareDatabase(database: DatabaseSync): DatabaseSync {
  database.exec(SCHEMA);
  return database;
}

/** Keeps the damaged files beside the new ones, under the names that say so. */
function replaceDatabase(folder: string, damaged: DatabaseSync): DatabaseSync {
  damaged.close();
  for (const ending of ['', '-wal', '-shm']) {
    const path = join(folder, `records.sqlite${ending}`);
    try {
      renameSync(path, `${path}.damaged`);
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')) throw fault;
    }
  }
  return openDatabase(folder);
}

const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

function isDamage(fault: unknown): boolean {
  const code = fault instanceof Error && 'errcode' in fault ? Number(fault.errcode) & 0xff : 0;
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}

function keep(files: Files, row: StoredRow): StoreAnswer {
  return files.keep.run(...toColumns(row)).changes === 1 ? 'taken' : 'stale';
}

function exchange(files: Files, seen: StoredRow, row: StoredRow): StoreAnswer {
  const [, , ...values] = toColumns(row);
  const [sequence, nonce, writeId, ...bytes] = values;
  const erased = row.erased ? 1 : 0;
  const { changes } = files.exchange.run(sequence, nonce, writeId, erased, ...bytes, ...listExact(seen));
  return changes === 1 ? 'taken' : 'stale';
}

function bury({ database, ...files }: Files, row: StoredRow): StoreAnswer {
  database.exec('begin immediate');
  try {
    files.buried.run(row.personId, row.stamp.sequence, row.stamp.nonce);
    const { changes } = files.bury.run(...toColumns(row));
    database.exec('commit');
    return changes === 1 ? 'taken' : 'stale';
  } catch (fault) {
    database.exec('rollback');
    throw fault;
  }
}

/** The values of `EXACTLY`. */
function listExact({ personId, generation, stamp, ciphertext, sealedShare }: StoredRow) {
  return [personId, generation, stamp.sequence, stamp.nonce, ciphertext, sealedShare] as const;
}

function toColumns(row: StoredRow) {
  const { sequence, nonce } = row.stamp;
  const open = [row.personId, row.generation, sequence, nonce, row.writeId] as const;
  return [...open, row.coordinates, row.commitments, row.ciphertext, row.keyId, row.sealedShare] as const;
}

function toRow(columns: Record<string, unknown>): StoredRow {
  const bytes = (name: string) => {
    const value = columns[name];
    return value instanceof Uint8Array ? value : new Uint8Array();
  };
  return {
    personId: String(columns.person_id),
    stamp: { sequence: Number(columns.sequence), nonce: String(columns.nonce) },
    writeId: String(columns.write_id),
    generation: String(columns.generation),
    erased: columns.erased === 1,
    coordinates: bytes('coordinates'),
    commitments: bytes('commitments'),
    ciphertext: bytes('ciphertext'),
    keyId: String(columns.key_id),
    sealedShare: bytes('sealed_share'),
  };
}
