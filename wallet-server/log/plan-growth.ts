import { HASH_BYTES, type Hash } from '#shared/log/merkle-hash.ts';
import { findTile, foldFull, joinHashes, readNode, splitHashes, TILE_WIDTH } from '#shared/log/tile.ts';
import { foldNodes, listNodes } from '#shared/log/tree-node.ts';
import { foldGroups } from './tile-groups.ts';

/** The last tile of each level of a tree, as long as it is not full: all that the tree needs to grow. */
export type Edge = ReadonlyMap<number, Hash[]>;

export interface StoredTile {
  level: number;
  index: number;
  hashes: Uint8Array<ArrayBuffer>;
}

export interface GrownTile extends StoredTile {
  /** The hash of each full group of its hashes, one after the other. */
  groups: Uint8Array<ArrayBuffer>;
}

/** What a tree becomes by new leaves. */
export interface Growth {
  size: number;
  root: Hash;
  /** Every tile that is new or longer. */
  tiles: GrownTile[];
  edge: Edge;
}

/** Which tiles are the edge of a tree of `size` leaves: those that are not full. */
export function listEdge(size: number): { level: number; index: number }[] {
  const edge: { level: number; index: number }[] = [];
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
    if (count % TILE_WIDTH > 0) edge.push({ level, index: Math.floor(count / TILE_WIDTH) });
  }
  return edge;
}

/** Adds leaf hashes at the right of a tree of `size` leaves. Pure; as many hashings as there are new nodes. */
export function planGrowth(size: number, edge: Edge, leafHashes: readonly Hash[]): Growth {
  const grown = new Map(edge);
  const tiles: GrownTile[] = [];
  let [added, count] = [leafHashes, size];
  for (let level = 0; added.length > 0; level += 1) {
    const row = [...(edge.get(level) ?? []), ...added];
    const first = Math.floor(count / TILE_WIDTH);
    if (row.length !== (count % TILE_WIDTH) + added.length)
      throw new Error('the edge of the tree is not its edge');
    const cut = cutTiles(row).map((hashes, place) => ({
      ...{ level, index: first + place, hashes: joinHashes(hashes), groups: foldGroups(hashes) },
    }));
    tiles.push(...cut);
    grown.set(level, row.slice(row.length - (row.length % TILE_WIDTH)));
    added = cut
      .filter(({ hashes }) => hashes.length === TILE_WIDTH * HASH_BYTES)
      .map(({ groups }) => foldFull(splitHashes(groups)));
    count = Math.floor(count / TILE_WIDTH);
  }
  const grownSize = size + leafHashes.length;
  return { size: grownSize, root: computeEdgeRoot(grownSize, grown), tiles, edge: grown };
}

/** The root of a tree from its edge alone. */
function computeEdgeRoot(size: number, edge: Edge): Hash {
  const hashes = listNodes(0, size).map(node => {
    const { level } = findTile(node, size);
    return readNode(node, joinHashes(edge.get(level) ?? []));
  });
  return foldNodes(hashes);
}

function cutTiles(row: readonly Hash[]): Hash[][] {
  return Array.from({ length: Math.ceil(row.length / TILE_WIDTH) }, (_, place) =>
    row.slice(place * TILE_WIDTH, (place + 1) * TILE_WIDTH),
  );
}

/** The edge of the tree of `size` leaves from its tiles, which may have grown since by somebody else. */
export function readEdge(size: number, tiles: readonly StoredTile[]): Edge {
  return new Map(
    tiles.map(({ level, hashes }) => {
      const width = Math.floor(size / TILE_WIDTH ** level) % TILE_WIDTH;
      return [level, splitHashes(hashes).slice(0, width)];
    }),
  );
}
