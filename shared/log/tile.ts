import { HASH_BYTES, type Hash, hashChildren } from './merkle-hash.ts';
import type { ReadNodes, TreeNode } from './tree-node.ts';

/** How many hashes a full tile holds (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
/** How many levels of the tree a tile spans. */
const TILE_HEIGHT = 8;

/** A tile as it stands in a tree of some size: 1 to 256 hashes of tree level `8 * level`. */
export interface Tile {
  level: number;
  index: number;
  width: number;
}

/** Where entries lie that the tiles of level 0 hash: same index and width. */
export type Bundle = Omit<Tile, 'level'>;

/** All tiles of a tree of `size` leaves, level by level, left to right. */
export function listTiles(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
    tiles.push(...listBundles(count).map(bundle => ({ level, ...bundle })));
  }
  return tiles;
}

/** All entry bundles of a tree of `size` leaves. */
export function listBundles(size: number): Bundle[] {
  return Array.from({ length: Math.ceil(size / TILE_WIDTH) }, (_, index) => ({
    index,
    width: Math.min(TILE_WIDTH, size - index * TILE_WIDTH),
  }));
}

/** Where a node's hash comes from: `span` hashes of a tile, from its `first` on. */
interface NodePlace extends Tile {
  first: number;
  span: number;
}

/** The tile of a tree of `size` leaves from which the hash of `node` is read, and where in it. */
export function findTile(node: TreeNode, size: number): NodePlace {
  const level = Math.floor(node.level / TILE_HEIGHT);
  const span = 2 ** (node.level % TILE_HEIGHT);
  const index = Math.floor((node.index * span) / TILE_WIDTH);
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  const width = Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH);
  return { level, index, width, first: (node.index * span) % TILE_WIDTH, span };
}

/** The hash of `node` from the bytes of its tile; throws where the tile is too short to hold it. */
export function readNode(node: TreeNode, tile: Uint8Array): Hash {
  const count = 2 ** (node.level % TILE_HEIGHT);
  const first = (node.index * count) % TILE_WIDTH;
  const bytes = tile.slice(first * HASH_BYTES, (first + count) * HASH_BYTES);
  if (bytes.length !== count * HASH_BYTES) throw new RangeError('the tile does not hold this node');
  return foldFull(splitHashes(bytes));
}

/** The hash of a full subtree from the hashes below it: a power of two of them. */
export function foldFull(hashes: readonly Hash[]): Hash {
  const [first, second] = hashes;
  if (!first) throw new RangeError('a full subtree has leaves');
  if (!second) return first;
  const middle = hashes.length / 2;
  return hashChildren(foldFull(hashes.slice(0, middle)), foldFull(hashes.slice(middle)));
}

/** The hashes one after the other. */
export function joinHashes(hashes: readonly Hash[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  for (const [place, hash] of hashes.entries()) bytes.set(hash, place * HASH_BYTES);
  return bytes;
}

/** The hashes that lie one after the other in `bytes`. */
export function splitHashes(bytes: Uint8Array): Hash[] {
  return Array.from(
    { length: Math.floor(bytes.length / HASH_BYTES) },
    (_, index) => new Uint8Array(bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES)),
  );
}

/** Reads nodes of the tree of `size` leaves from its tiles, each tile once. */
export function makeTileReader(size: number, readTile: (tile: Tile) => Promise<Uint8Array>): ReadNodes {
  return async nodes => {
    const tiles = new Map<string, Promise<Uint8Array>>();
    return await Promise.all(
      nodes.map(async node => {
        const tile = findTile(node, size);
        const key = `${tile.level}/${tile.index}`;
        const bytes = tiles.get(key) ?? readTile(tile);
        tiles.set(key, bytes);
        return readNode(node, await bytes);
      }),
    );
  };
}
