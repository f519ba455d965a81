import { saveCheckpoint } from '#server/log/checkpoints.ts';
import type { LogSigner } from '#server/log/log-signer.ts';
import { type Growth, planGrowth } from '#server/log/plan-growth.ts';
import type { Sql } from '#server/storage/sql.ts';
import { hashEntry } from '#shared/log/merkle-hash.ts';
import { TILE_WIDTH } from '#shared/log/tile.ts';
import { fillWithoutIndexes } from './without-indexes.ts';

/** How many leaves enter the tree at once: whole tiles of two levels. */
const AT_ONCE = TILE_WIDTH ** 2;
const ROWS_AT_ONCE = 1_000_000;

/**
 * Fills an empty log with `size` leaves that have their places: rows by the database, in the server's shape, and the
 * tree by the server's own hashing. That it is the tree of these leaves, every proof shows that is verified later.
 */
export async function fillLog(sql: Sql, size: number, signer: LogSigner): Promise<void> {
  await fillWithoutIndexes(sql, ['log_leaves'], async () => {
    await sql.begin(async tx => {
      await tx`truncate log_leaves`;
      for (let from = 0; from < size; from += ROWS_AT_ONCE) {
        await tx`
          insert into log_leaves (leaf_hash, salt, entry, at_ms, leaf_index)
          select sha256(int8send(n)), decode(repeat(md5(n::text), 2), 'hex'),
            jsonb_build_object('kind', 'confirmed', 'detail', 'bench', 'subjectId', gen_random_uuid(), 'atMs', 1), 1, n
          from generate_series(${from}::bigint, ${Math.min(size, from + ROWS_AT_ONCE) - 1}::bigint) as n`;
      }
    });
  });
  await sql`vacuum (analyze) log_leaves`;
  await plantTree(sql, size, signer);
}

async function plantTree(sql: Sql, size: number, signer: LogSigner): Promise<void> {
  let grown: Pick<Growth, 'edge' | 'size'> & Partial<Growth> = { edge: new Map(), size: 0 };
  while (grown.size < size) {
    const leaves = await sql<{ leaf_hash: Buffer }[]>`
      select leaf_hash from log_leaves
      where leaf_index >= ${grown.size} and leaf_index < ${grown.size + AT_ONCE} order by leaf_index`;
    const growth = planGrowth(
      grown.size,
      grown.edge,
      leaves.map(leaf => hashEntry(leaf.leaf_hash)),
    );
    const rows = growth.tiles.map(({ level, index, hashes, groups }) => ({
      ...{ level, tile_index: index, hashes: Buffer.from(hashes), group_hashes: Buffer.from(groups) },
    }));
    await sql`
      insert into log_tiles ${sql(rows)}
      on conflict (level, tile_index) do update set hashes = excluded.hashes, group_hashes = excluded.group_hashes`;
    grown = growth;
  }
  if (!grown.root) return;
  const tree = { size, root: grown.root };
  await sql`update log_head set size = ${size}`;
  await saveCheckpoint(sql, tree, { note: signer.signCheckpoint(tree), atMs: 1 });
}
