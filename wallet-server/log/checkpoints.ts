import type { Checkpoint } from '#shared/log/checkpoint.ts';
import type { Queryable } from '../storage/sql.ts';

/** A checkpoint as it was signed, with what witnesses added to it. */
export interface SignedCheckpoint {
  size: number;
  root: Uint8Array<ArrayBuffer>;
  /** The whole note: text, the log's signature, cosignatures. */
  note: string;
}

interface Row {
  size: bigint;
  root: Buffer;
  note: string;
  lines: string | null;
}

/** The newest checkpoint, or that of exactly `size` leaves; null where there is none. */
export async function findCheckpoint(sql: Queryable, size?: number): Promise<SignedCheckpoint | null> {
  const [row] = await sql<Row[]>`
    select size, root, note, (
      select string_agg(line || chr(10), '' order by witness, key_id) from log_cosignatures
      where log_cosignatures.size = log_checkpoints.size) as lines
    from log_checkpoints where ${size ?? null}::bigint is null or size = ${size ?? null}::bigint
    order by size desc limit 1`;
  return row
    ? { size: Number(row.size), root: new Uint8Array(row.root), note: row.note + (row.lines ?? '') }
    : null;
}

/** For so long a checkpoint with enough cosignatures is served rather than a newer one without. */
const SERVED_FOR_MS = 10 * 60_000;

/**
 * The checkpoint that is served: where witnesses are needed, the newest that enough of them cosigned. Where they have
 * been silent for long the newest of all is served, so that nobody is shown an old log as the present one.
 */
export async function findServedCheckpoint(
  sql: Queryable,
  { quorum, nowMs }: { quorum: number; nowMs: number },
): Promise<SignedCheckpoint | null> {
  if (quorum <= 0) return await findCheckpoint(sql);
  const [enough] = await sql<{ size: bigint }[]>`
    select size from log_cosignatures where size in (
      select size from log_checkpoints where signed_at_ms > ${nowMs - SERVED_FOR_MS}
        or size = (select max(size) from log_checkpoints))
    group by size having count(distinct (witness, key_id)) >= ${quorum} order by size desc limit 1`;
  return await findCheckpoint(sql, enough && Number(enough.size));
}

/** Keeps a checkpoint; one of the same size is replaced where the log's name or key changed. */
export async function saveCheckpoint(
  tx: Queryable,
  tree: Omit<Checkpoint, 'origin'>,
  signed: { note: string; atMs: number },
): Promise<void> {
  await tx`
    insert into log_checkpoints (size, root, note, signed_at_ms)
    values (${tree.size}, ${Buffer.from(tree.root)}, ${signed.note}, ${signed.atMs})
    on conflict (size) do update set note = excluded.note, signed_at_ms = excluded.signed_at_ms`;
}

const KEPT_MS = 7 * 24 * 3_600_000;

/** Forgets checkpoints of more than a week ago but the newest; their trees can be made from the tiles again. */
export async function deleteOldCheckpoints(sql: Queryable, nowMs: number): Promise<void> {
  await sql`
    delete from log_checkpoints
    where signed_at_ms < ${nowMs - KEPT_MS} and size < (select max(size) from log_checkpoints)`;
}
