import { splitHashes } from '#shared/log/tile.ts';
import type { ReadNodes } from '#shared/log/tree-node.ts';
import type { Queryable } from '../storage/sql.ts';
import {
  foldGroups,
  foldPieces,
  GROUP_BYTES,
  GROUP_WIDTH,
  planPieces,
  type ReadPiece,
  type TilePiece,
} from './tile-groups.ts';
import { readTiles } from './tiles.ts';

interface PieceRow {
  level: number;
  tile_index: bigint;
  group_index: number;
  hashes: Buffer;
  group_hashes: Buffer | null;
}

/** Reads nodes of the tree of `size` leaves, all of them at once; throws where the tree is not that large. */
export function makeNodeReader(sql: Queryable, size: number): ReadNodes {
  return async nodes => {
    const pieces = planPieces(nodes, size);
    return foldPieces(nodes, size, pieces.length === 0 ? [] : await readPieces(sql, pieces));
  };
}

async function readPieces(sql: Queryable, pieces: readonly TilePiece[]): Promise<ReadPiece[]> {
  const wanted = pieces.map(({ level, index, group }) => ({ level, tile_index: index, group_index: group }));
  // Lateral, so that each is one probe of the index: of a list of unknown length the planner reads all tiles there are.
  const rows = await sql<PieceRow[]>`
    select level, tile_index, group_index,
      case when length(hashes) - ${GROUP_WIDTH}::int * length(group_hashes) < ${GROUP_BYTES}::int
        then group_hashes end as group_hashes,
      substring(hashes from group_index * ${GROUP_BYTES}::int + 1 for ${GROUP_BYTES}::int) as hashes
    from jsonb_to_recordset(${sql.json(wanted)}) as wanted(level int, tile_index bigint, group_index int)
    cross join lateral (
      select hashes, group_hashes from log_tiles
      where log_tiles.level = wanted.level and log_tiles.tile_index = wanted.tile_index limit 1) as tile`;
  const ungrouped = rows.filter(row => row.group_hashes === null);
  const refolded = ungrouped.length > 0 ? await foldWhole(sql, ungrouped) : new Map<string, Uint8Array>();
  return rows.map(row => ({
    ...{ level: row.level, index: Number(row.tile_index), group: row.group_index, hashes: row.hashes },
    groups: row.group_hashes ?? refolded.get(`${row.level}/${row.tile_index}`) ?? new Uint8Array(),
  }));
}

/** For tiles that a server wrote which did not keep groups yet. */
async function foldWhole(sql: Queryable, rows: readonly PieceRow[]): Promise<Map<string, Uint8Array>> {
  const places = rows.map(({ level, tile_index }) => ({ level, index: Number(tile_index) }));
  const tiles = await readTiles(sql, places);
  return new Map(tiles.map(tile => [`${tile.level}/${tile.index}`, foldGroups(splitHashes(tile.hashes))]));
}
