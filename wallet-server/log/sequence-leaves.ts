import { hashEmptyTree, hashEntry } from '#shared/log/merkle-hash.ts';
import type { Services } from '../app/services.ts';
import { transact } from '../storage/transact.ts';
import { findCheckpoint, saveCheckpoint } from './checkpoints.ts';
import type { LogSigner } from './log-signer.ts';
import { type Growth, listEdge, planGrowth, readEdge } from './plan-growth.ts';
import { readTiles } from './tiles.ts';

const LEASE_MS = 10_000;
const LEAVES_AT_ONCE = 4096;

export interface Sequencing extends Pick<Services, 'directory' | 'clock'> {
  signer: LogSigner;
  /** Names this process among those that sequence. */
  lease: string;
}

interface WaitingLeaf {
  id: bigint;
  leaf_hash: Buffer;
}

/**
 * Gives every committed leaf that has none its place in the tree, grows tiles and checkpoint by them, and returns how
 * many there were. Any number of processes may call it: the lease lets one work at a time, and the head's size, which
 * the writing transaction compares and sets, lets each leaf in once even where two believe that they hold it.
 */
export async function sequenceLeaves(sequencing: Sequencing): Promise<number> {
  for (let count = 0; ; ) {
    const placed = await sequenceOnce(sequencing);
    count += placed;
    if (placed < LEAVES_AT_ONCE) return count;
  }
}

async function sequenceOnce(sequencing: Sequencing): Promise<number> {
  const { directory: sql } = sequencing;
  const [waiting] = await sql`select 1 from log_leaves where leaf_index is null limit 1`;
  if (!waiting) return 0;
  const size = await takeLease(sequencing);
  if (size === null) return 0;
  const [leaves, edge] = await Promise.all([
    sql<WaitingLeaf[]>`
      select id, leaf_hash from log_leaves where leaf_index is null order by id limit ${LEAVES_AT_ONCE}`,
    readTiles(sql, listEdge(size)),
  ]);
  if (leaves.length === 0) return 0;
  const growth = planGrowth(
    size,
    readEdge(size, edge),
    leaves.map(leaf => hashEntry(leaf.leaf_hash)),
  );
  return (await writeGrowth(sequencing, size, growth, leaves)) ? leaves.length : 0;
}

/** The size of the tree for whoever may grow it now; null for everyone else. */
async function takeLease({ directory: sql, clock, lease }: Sequencing): Promise<number | null> {
  const nowMs = clock();
  const [head] = await sql<{ size: bigint }[]>`
    update log_head set lease = ${lease}, leased_until_ms = ${nowMs + LEASE_MS}
    where id = 1 and (lease = ${lease} or leased_until_ms <= ${nowMs})
    returning size`;
  return head ? Number(head.size) : null;
}

async function writeGrowth(
  { directory, clock, signer }: Sequencing,
  size: number,
  growth: Growth,
  leaves: readonly WaitingLeaf[],
): Promise<boolean> {
  return await transact(directory, async tx => {
    const head = await tx`update log_head set size = ${growth.size} where id = 1 and size = ${size}`;
    if (head.count !== 1) return false;
    const placed = await tx`
      update log_leaves set leaf_index = placed.leaf_index
      from jsonb_to_recordset(${tx.json(leaves.map(({ id }, place) => ({ id: `${id}`, leaf_index: size + place })))})
        as placed(id bigint, leaf_index bigint)
      where log_leaves.id = placed.id and log_leaves.leaf_index is null`;
    if (placed.count !== leaves.length)
      throw new Error('a leaf was placed by somebody who did not move the head');
    const rows = growth.tiles.map(tile => ({
      ...{ level: tile.level, tile_index: tile.index },
      ...{ hashes: Buffer.from(tile.hashes), group_hashes: Buffer.from(tile.groups) },
    }));
    await tx`
      insert into log_tiles ${tx(rows)}
      on conflict (level, tile_index) do update
        set hashes = excluded.hashes, group_hashes = excluded.group_hashes`;
    await saveCheckpoint(tx, growth, { note: signer.signCheckpoint(growth), atMs: clock() });
    return true;
  });
}

/** At a start: there is a checkpoint, and it has this server's name and key. */
export async function ensureCheckpoint({ directory, clock, signer }: Sequencing): Promise<void> {
  const newest = await findCheckpoint(directory);
  const tree = newest ?? { size: 0, root: hashEmptyTree() };
  const note = signer.signCheckpoint(tree);
  if (newest?.note.startsWith(note)) return;
  await transact(directory, async tx => {
    await tx`delete from log_cosignatures where size = ${tree.size}`;
    await saveCheckpoint(tx, tree, { note, atMs: clock() });
  });
}
