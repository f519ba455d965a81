import { groupCalls } from '../storage/group-calls.ts';
import type { Sql } from '../storage/sql.ts';
import type { Store, StoredRow } from './store.ts';

interface Columns {
  person_id: string;
  generation: string;
  sequence: bigint;
  nonce: string;
  write_id: string;
  erased: boolean;
  coordinates: Buffer;
  commitments: Buffer;
  ciphertext: Buffer;
  key_id: string;
  sealed_share: Buffer;
}

/** A store in a PostgreSQL database of its own, under a role of its own. `close` leaves the pool to who opened it. */
export function openPostgresStore(sql: Sql): Store {
  return {
    read: groupCalls((ids: readonly string[]) => readRows(sql, ids), READING),
    write: async row => {
      const taken = row.erased ? await bury(sql, row) : await keep(sql, row);
      return taken.length > 0 ? 'taken' : 'stale';
    },
    remove: async seen => {
      await sql`delete from vault_rows where ${isExactly(sql, seen)}`;
    },
    exchange: async (seen, row) => {
      const changed = await sql`
        update vault_rows set sequence = ${row.stamp.sequence}, nonce = ${row.stamp.nonce}, write_id = ${row.writeId},
          erased = ${row.erased}, coordinates = ${Buffer.from(row.coordinates)},
          commitments = ${Buffer.from(row.commitments)}, ciphertext = ${Buffer.from(row.ciphertext)},
          key_id = ${row.keyId}, sealed_share = ${Buffer.from(row.sealedShare)}
        where ${isExactly(sql, seen)} returning 1`;
      return changed.length === 1 ? 'taken' : 'stale';
    },
    listSealedOtherwise: async (keyId, limit) => {
      const rows = await sql<Columns[]>`select * from vault_rows where key_id <> ${keyId} limit ${limit}`;
      return rows.map(toRow);
    },
    sampleKeys: async () => {
      const rows = await sql<{ key_id: string }[]>`select key_id from vault_rows limit 5`;
      return rows.map(row => row.key_id);
    },
    close: async () => undefined,
  };
}

/** Reads that come at once go together; one that hangs holds up a lane as it would hold up a connection. */
const READING = { largest: 64, lanes: 4 };

async function readRows(sql: Sql, personIds: readonly string[]): Promise<StoredRow[][]> {
  const rows = await sql<Columns[]>`
    select * from vault_rows where person_id = any(${[...new Set(personIds)]}::uuid[])`;
  const found = Map.groupBy(rows.map(toRow), ({ personId }) => personId);
  return personIds.map(id => found.get(id) ?? []);
}

function isExactly(sql: Sql, seen: StoredRow) {
  return sql`
    person_id = ${seen.personId} and generation = ${seen.generation} and sequence = ${seen.stamp.sequence}
      and nonce = ${seen.stamp.nonce} and ciphertext = ${Buffer.from(seen.ciphertext)}
      and sealed_share = ${Buffer.from(seen.sealedShare)}`;
}

/** A row where nothing newer was erased, over an older row of its generation. */
async function keep(sql: Sql, row: StoredRow) {
  const { sequence, nonce } = row.stamp;
  return await sql`
    insert into vault_rows as kept (person_id, generation, sequence, nonce, write_id, erased, coordinates, commitments,
      ciphertext, key_id, sealed_share)
    select ${row.personId}::uuid, ${row.generation}, ${sequence}::bigint, ${nonce}, ${row.writeId}, false,
      ${Buffer.from(row.coordinates)}, ${Buffer.from(row.commitments)}, ${Buffer.from(row.ciphertext)},
      ${row.keyId}, ${Buffer.from(row.sealedShare)}
    where not exists (
      select 1 from vault_rows
      where person_id = ${row.personId} and erased and (sequence, nonce) > (${sequence}, ${nonce}))
    on conflict (person_id, generation) do update set
      sequence = excluded.sequence, nonce = excluded.nonce, write_id = excluded.write_id,
      coordinates = excluded.coordinates, commitments = excluded.commitments, ciphertext = excluded.ciphertext,
      key_id = excluded.key_id, sealed_share = excluded.sealed_share
    where (kept.sequence, kept.nonce) < (excluded.sequence, excluded.nonce) and not kept.erased
    returning 1`;
}

/** A tombstone, and in the same statement the end of all that is older. */
async function bury(sql: Sql, row: StoredRow) {
  const { sequence, nonce } = row.stamp;
  return await sql`
    with gone as (
      delete from vault_rows where person_id = ${row.personId} and (sequence, nonce) < (${sequence}, ${nonce}))
    insert into vault_rows (person_id, generation, sequence, nonce, write_id, erased, coordinates, commitments,
      ciphertext, key_id, sealed_share)
    values (${row.personId}, ${row.generation}, ${sequence}, ${nonce}, ${row.writeId}, true,
      ${Buffer.from(row.coordinates)}, ${Buffer.from(row.commitments)}, ${Buffer.from(row.ciphertext)},
      ${row.keyId}, ${Buffer.from(row.sealedShare)})
    on conflict (person_id, generation) do nothing
    returning 1`;
}

function toRow(columns: Columns): StoredRow {
  return {
    personId: columns.person_id,
    stamp: { sequence: Number(columns.sequence), nonce: columns.nonce },
    writeId: columns.write_id,
    generation: columns.generation,
    erased: columns.erased,
    coordinates: columns.coordinates,
    commitments: columns.commitments,
    ciphertext: columns.ciphertext,
    keyId: columns.key_id,
    sealedShare: columns.sealed_share,
  };
}
