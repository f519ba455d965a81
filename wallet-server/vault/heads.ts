import type { Queryable } from '../storage/sql.ts';
import type { Head, Known } from './envelope.ts';
import type { SealedWrite } from './keeper.ts';

interface HeadRow {
  last_sequence: bigint;
  sequence: bigint | null;
  nonce: string | null;
  digest: string | null;
  erased: boolean | null;
  erased_through: bigint;
}

interface StagedRow {
  person_id: string;
  sequence: bigint;
  write_id: string;
  enc: string;
  ciphertext: string;
}

/** What the directory knows of a person, and the write of theirs that waits. */
export interface Standing {
  known: Known;
  staged: SealedWrite | null;
}

const UNKNOWN: Known = { head: null, erasedThrough: 0 };

export async function findStanding(sql: Queryable, personId: string): Promise<Standing> {
  const [standing] = await findStandings(sql, [personId]);
  if (!standing) throw new Error('one person was asked for and none came');
  return standing;
}

/** The same of many people, in their order. */
export async function findStandings(sql: Queryable, personIds: readonly string[]): Promise<Standing[]> {
  const rows = await sql<(HeadRow & { person_id: string; waiting: StagedRow | null })[]>`
    select heads.*, to_jsonb(staging) as waiting
    from vault_heads heads left join vault_staging staging using (person_id)
    where person_id = any(${[...new Set(personIds)]}::uuid[])`;
  const found = new Map(rows.map(row => [row.person_id, row]));
  return personIds.map(id => {
    const row = found.get(id);
    if (!row) return { known: UNKNOWN, staged: null };
    return { known: toKnown(row), staged: row.waiting && toWrite(row.waiting) };
  });
}

/** The next place in the order of a person's writes, above `least`. */
export async function takeSequence(
  sql: Queryable,
  personId: string,
  least: number,
): Promise<{ sequence: number; known: Known }> {
  const [row] = await sql<HeadRow[]>`
    insert into vault_heads as heads (person_id, last_sequence, erased_through, unsettled)
    values (${personId}, ${least + 1}, 0, false)
    on conflict (person_id) do update set last_sequence = greatest(heads.last_sequence, ${least}) + 1
    returning *`;
  if (!row) throw new Error('no place in the order of writes was given');
  return { sequence: Number(row.last_sequence), known: toKnown(row) };
}

/** Holds the person's place in the order of writes until the transaction is over. */
export async function lockHead(tx: Queryable, personId: string): Promise<void> {
  await tx`
    insert into vault_heads as heads (person_id, last_sequence, erased_through, unsettled)
    values (${personId}, 0, 0, false)
    on conflict (person_id) do update set last_sequence = heads.last_sequence`;
}

/** Remembers a write that two stores have and ends what waited before it; false where it or a newer one is known. */
export async function raiseHead(sql: Queryable, personId: string, head: Head): Promise<boolean> {
  const { sequence, nonce } = head.stamp;
  const raised = await sql`
    with overtaken as (delete from vault_staging where person_id = ${personId} and sequence <= ${sequence})
    insert into vault_heads as heads
      (person_id, last_sequence, sequence, nonce, digest, erased, erased_through, unsettled)
    values (${personId}, ${sequence}, ${sequence}, ${nonce}, ${head.digest}, ${head.erased}, 0, false)
    on conflict (person_id) do update set
      last_sequence = greatest(heads.last_sequence, excluded.last_sequence), sequence = excluded.sequence,
      nonce = excluded.nonce, digest = excluded.digest, erased = excluded.erased
    where heads.sequence is null or (heads.sequence, heads.nonce) < (excluded.sequence, excluded.nonce)
    returning 1`;
  return raised.length === 1;
}

/** A store has to catch up. */
export async function unsettle(sql: Queryable, personId: string): Promise<void> {
  await sql`update vault_heads set unsettled = true where person_id = ${personId} and not unsettled`;
}

/** From now on nothing of this person up to `sequence` is shown again, whatever a store may say. */
export async function markErased(sql: Queryable, personId: string, sequence: number): Promise<void> {
  await sql`
    with forgotten as (delete from vault_staging where person_id = ${personId} and sequence <= ${sequence})
    update vault_heads set erased_through = greatest(erased_through, ${sequence}), unsettled = true
    where person_id = ${personId}`;
}

/** A write that waits for the vault; the newest of a person is enough. */
export async function stage(sql: Queryable, write: SealedWrite, nowMs: number): Promise<void> {
  await sql`
    insert into vault_staging as kept (person_id, sequence, write_id, enc, ciphertext, staged_at_ms)
    values (${write.personId}, ${write.sequence}, ${write.writeId}, ${write.enc}, ${write.ciphertext}, ${nowMs})
    on conflict (person_id) do update set sequence = excluded.sequence, write_id = excluded.write_id,
      enc = excluded.enc, ciphertext = excluded.ciphertext
    where kept.sequence < excluded.sequence`;
}

export async function unstage(sql: Queryable, { personId, sequence }: SealedWrite): Promise<void> {
  await sql`delete from vault_staging where person_id = ${personId} and sequence <= ${sequence}`;
}

export async function listStaged(sql: Queryable, limit: number): Promise<string[]> {
  const rows = await sql<{ person_id: string }[]>`
    select person_id from vault_staging order by staged_at_ms limit ${limit}`;
  return rows.map(row => row.person_id);
}

/** Marks a person's stores as whole, unless something was written meanwhile. */
export async function settle(sql: Queryable, personId: string, known: Known): Promise<void> {
  const { head, erasedThrough } = known;
  await sql`
    update vault_heads set unsettled = false
    where person_id = ${personId} and erased_through = ${erasedThrough}
      and sequence is not distinct from ${head?.stamp.sequence ?? null}
      and nonce is not distinct from ${head?.stamp.nonce ?? null}`;
}

/** A page of people in the order of their ids; `unsettled`: only those of whom a store has to catch up. */
export async function listPeople(
  sql: Queryable,
  { after, limit, unsettled }: { after: string | null; limit: number; unsettled: boolean },
): Promise<string[]> {
  const rows = await sql<{ person_id: string }[]>`
    select person_id from vault_heads
    where (${after}::uuid is null or person_id > ${after}::uuid) and (unsettled or not ${unsettled}::boolean)
    order by person_id limit ${limit}`;
  return rows.map(row => row.person_id);
}

function toKnown(row: HeadRow): Known {
  const { sequence, nonce, digest, erased } = row;
  const isNone = sequence === null || nonce === null || digest === null;
  const head = isNone
    ? null
    : { stamp: { sequence: Number(sequence), nonce }, digest, erased: erased === true };
  return { head, erasedThrough: Number(row.erased_through) };
}

function toWrite(row: StagedRow): SealedWrite {
  const { person_id: personId, write_id: writeId, enc, ciphertext } = row;
  return { personId, sequence: Number(row.sequence), writeId, enc, ciphertext };
}
