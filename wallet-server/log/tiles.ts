import { HASH_BYTES } from '#shared/log/merkle-hash.ts';
import { type Bundle, TILE_WIDTH, type Tile } from '#shared/log/tile.ts';
import type { Queryable } from '../storage/sql.ts';
import type { StoredTile } from './plan-growth.ts';

interface TileRow {
  level: number;
  tile_index: bigint;
  hashes: Buffer;
}

/** The tiles of those places that exist, as long as they are now. */
export async function readTiles(
  sql: Queryable,
  places: ReadonlyArray<{ level: number; index: number }>,
): Promise<StoredTile[]> {
  if (places.length === 0) return [];
  // Lateral, so that each is one probe of the index: of a list of unknown length the planner reads all tiles there are.
  const rows = await sql<TileRow[]>`
    select wanted.level, wanted.tile_index, hashes
    from jsonb_to_recordset(
      ${sql.json(places.map(({ level, index }) => ({ level, tile_index: index })))})
      as wanted(level int, tile_index bigint)
    cross join lateral (
      select hashes from log_tiles
      where log_tiles.level = wanted.level and log_tiles.tile_index = wanted.tile_index limit 1) as tile`;
  return rows.map(row => ({
    level: row.level,
    index: Number(row.tile_index),
    hashes: new Uint8Array(row.hashes),
  }));
}

/** The first `width` hashes of a tile, or null where it has fewer. A tile only grows, so these never change. */
export async function readTile(
  sql: Queryable,
  { level, index, width }: Tile,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const [tile] = await readTiles(sql, [{ level, index }]);
  return tile && tile.hashes.length >= width * HASH_BYTES ? tile.hashes.slice(0, width * HASH_BYTES) : null;
}

/** The entries of a bundle: the salted hashes of leaves, in their order; null where it has fewer. */
export async function readEntries(sql: Queryable, { index, width }: Bundle): Promise<Uint8Array[] | null> {
  const first = index * TILE_WIDTH;
  const rows = await sql<{ leaf_hash: Buffer }[]>`
    select leaf_hash from log_leaves
    where leaf_index >= ${first} and leaf_index < ${first + width} order by leaf_index`;
  return rows.length === width ? rows.map(row => row.leaf_hash) : null;
}
