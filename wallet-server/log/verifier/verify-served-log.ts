import { type Checkpoint, type CheckpointRefusal, openCheckpoint } from '#shared/log/checkpoint.ts';
import { decodeBundle } from '#shared/log/entry-bundle.ts';
import { equalsHash, type Hash, hashEmptyTree, hashEntry } from '#shared/log/merkle-hash.ts';
import type { NoteKey } from '#shared/log/note.ts';
import { listBundles, TILE_WIDTH, type Tile } from '#shared/log/tile.ts';
import { formatBundlePath, formatTilePath } from '#shared/log/tile-path.ts';
import { type Edge, planGrowth } from '../plan-growth.ts';
import type { ReadServed } from './open-served-log.ts';

export interface Remembered {
  size: number;
  root: Hash;
}

export type LogFault =
  | { fault: CheckpointRefusal | 'checkpoint_missing' }
  /** Fewer leaves than were signed before. */
  | { fault: 'history_shortened'; size: number; before: number }
  /** The leaves that were there before give another root now. */
  | { fault: 'history_rewritten'; before: number }
  /** Entries that the checkpoint counts are not served, or not as many. */
  | { fault: 'entries_missing'; path: string }
  /** A tile says something else than the entries. */
  | { fault: 'tile_differs'; path: string }
  /** The entries give another root than the log signed. */
  | { fault: 'root_differs'; size: number };

export interface VerifiedLog {
  checkpoint: Checkpoint;
  /** The signed note, to be remembered. */
  note: string;
  tilesCompared: number;
}

export interface Verification {
  read: ReadServed;
  /** Path of the log below the server's origin. */
  prefix: string;
  key: NoteKey;
  remembered: Remembered | null;
}

const BUNDLES_AT_ONCE = 16;

/**
 * Recomputes the whole tree from the served entries: each tile, the root that was signed, and the root that was
 * remembered. Whoever passes has one history, and it is the one remembered with more at its end.
 */
export async function verifyServedLog(verification: Verification): Promise<VerifiedLog | LogFault> {
  const { read, prefix, key, remembered } = verification;
  const bytes = await read(`${prefix}/checkpoint`);
  if (!bytes) return { fault: 'checkpoint_missing' };
  const note = new TextDecoder().decode(bytes);
  const checkpoint = await openCheckpoint(note, key);
  if ('refused' in checkpoint) return { fault: checkpoint.refused };
  const { size, root } = checkpoint;
  if (remembered && size < remembered.size)
    return { fault: 'history_shortened', size, before: remembered.size };
  const tree = await rebuildTree(verification, size);
  if ('fault' in tree) return tree;
  if (!equalsHash(tree.root, root)) return { fault: 'root_differs', size };
  return { checkpoint, note, tilesCompared: tree.tilesCompared };
}

interface Tree {
  size: number;
  root: Hash;
  edge: Edge;
  tilesCompared: number;
}

async function rebuildTree(verification: Verification, size: number): Promise<Tree | LogFault> {
  let tree: Tree = { size: 0, root: hashEmptyTree(), edge: new Map(), tilesCompared: 0 };
  for (let first = 0; first < size; first += BUNDLES_AT_ONCE * TILE_WIDTH) {
    const leafHashes = await readLeafHashes(verification, first, size);
    if ('fault' in leafHashes) return leafHashes;
    const faulty = compareRemembered(tree, leafHashes, verification.remembered);
    if (faulty) return faulty;
    const growth = planGrowth(tree.size, tree.edge, leafHashes);
    const complete = growth.size === size;
    const tiles = growth.tiles.filter(tile => complete || tile.hashes.length === TILE_WIDTH * 32);
    const differing = await findDiffering(verification, tiles);
    if (differing) return { fault: 'tile_differs', path: differing };
    tree = { ...growth, tilesCompared: tree.tilesCompared + tiles.length };
  }
  return tree;
}

/** The leaf hashes of the next bundles, from the entries themselves. */
async function readLeafHashes(
  { read, prefix }: Verification,
  first: number,
  size: number,
): Promise<Hash[] | LogFault> {
  const from = first / TILE_WIDTH;
  const bundles = listBundles(size).slice(from, from + BUNDLES_AT_ONCE);
  const rows = await Promise.all(
    bundles.map(async bundle => {
      const path = `${prefix}/${formatBundlePath(bundle)}`;
      const bytes = await read(path);
      const entries = bytes && decodeBundle(bytes);
      return entries?.length === bundle.width ? entries.map(hashEntry) : path;
    }),
  );
  const missing = rows.find(row => typeof row === 'string');
  if (missing !== undefined) return { fault: 'entries_missing', path: missing };
  return rows.filter(row => typeof row !== 'string').flat();
}

/** Whether the remembered tree ends among these leaves, and differs. */
function compareRemembered(tree: Tree, leafHashes: Hash[], remembered: Remembered | null): LogFault | null {
  if (!remembered || remembered.size <= tree.size || remembered.size > tree.size + leafHashes.length)
    return null;
  const then = planGrowth(tree.size, tree.edge, leafHashes.slice(0, remembered.size - tree.size));
  return equalsHash(then.root, remembered.root)
    ? null
    : { fault: 'history_rewritten', before: remembered.size };
}

async function findDiffering(
  { read, prefix }: Verification,
  tiles: ReadonlyArray<Pick<Tile, 'level' | 'index'> & { hashes: Uint8Array }>,
): Promise<string | null> {
  const differing = await Promise.all(
    tiles.map(async ({ level, index, hashes }) => {
      const path = `${prefix}/${formatTilePath({ level, index, width: hashes.length / 32 })}`;
      const served = await read(path);
      return served && equalsHash(served, hashes) ? null : path;
    }),
  );
  return differing.find(path => path !== null) ?? null;
}
