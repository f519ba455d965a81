import { equalsHash, type Hash, hashEntry } from '#shared/log/merkle-hash.ts';
import { hashSaltedEntry } from '#shared/log/salted-entry.ts';
import { TILE_WIDTH } from '#shared/log/tile.ts';
import type { Queryable } from '../storage/sql.ts';
import { findCheckpoint } from './checkpoints.ts';
import { type Edge, planGrowth } from './plan-growth.ts';
import type { LogEntry } from './plan-leaf.ts';

export type LogFinding =
  /** The head, the newest checkpoint and the leaves count differently. */
  | { found: 'size_differs'; size: number }
  /** A place between the first and the last has no leaf. */
  | { found: 'leaf_missing'; leafIndex: number }
  /** Entry and salt do not give the leaf's hash. */
  | { found: 'entry_changed'; leafIndex: number }
  /** The leaves give another root than was signed. */
  | { found: 'root_differs'; size: number };

interface Row {
  leaf_index: bigint;
  leaf_hash: Buffer;
  salt: Buffer | null;
  entry: LogEntry | null;
}

const ROWS_AT_ONCE = 64 * TILE_WIDTH;

/** Recomputes the whole tree from the leaves' own rows and compares it with what was signed; the first finding, or null. */
export async function checkLog(sql: Queryable): Promise<LogFinding | null> {
  const checkpoint = await findCheckpoint(sql);
  const [counted] = await sql<{ size: bigint; placed: bigint }[]>`
    select size, (select count(*) from log_leaves where leaf_index is not null) as placed from log_head where id = 1`;
  const size = checkpoint?.size ?? 0;
  if (counted?.size !== BigInt(size) || counted.placed !== counted.size)
    return { found: 'size_differs', size };
  let edge: Edge = new Map();
  let root: Hash | null = null;
  for (let at = 0; at < size; at += ROWS_AT_ONCE) {
    const rows = await readRows(sql, at);
    const finding = findChanged(rows, at);
    if (finding) return finding;
    const growth = planGrowth(
      at,
      edge,
      rows.map(row => hashEntry(row.leaf_hash)),
    );
    ({ root, edge } = growth);
  }
  return root && checkpoint && !equalsHash(root, checkpoint.root) ? { found: 'root_differs', size } : null;
}

async function readRows(sql: Queryable, at: number): Promise<Row[]> {
  return await sql<Row[]>`
    select leaf_index, leaf_hash, salt, entry from log_leaves
    where leaf_index >= ${at} and leaf_index < ${at + ROWS_AT_ONCE} order by leaf_index`;
}

function findChanged(rows: readonly Row[], at: number): LogFinding | null {
  for (const [place, row] of rows.entries()) {
    const leafIndex = at + place;
    if (row.leaf_index !== BigInt(leafIndex)) return { found: 'leaf_missing', leafIndex };
    const changed = row.salt && row.entry && !equalsHash(hashSaltedEntry(row.salt, row.entry), row.leaf_hash);
    if (changed) return { found: 'entry_changed', leafIndex };
  }
  return null;
}
