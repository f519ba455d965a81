import { HASH_BYTES, type Hash } from '#shared/log/merkle-hash.ts';
import { findTile, foldFull, joinHashes, splitHashes } from '#shared/log/tile.ts';
import type { TreeNode } from '#shared/log/tree-node.ts';

/** How many hashes of a tile make a group, whose own hash is kept beside them. */
export const GROUP_WIDTH = 16;
export const GROUP_BYTES = GROUP_WIDTH * HASH_BYTES;

/** The hash of each full group, one after the other. */
export function foldGroups(hashes: readonly Hash[]): Uint8Array<ArrayBuffer> {
  const count = Math.floor(hashes.length / GROUP_WIDTH);
  const groups = Array.from({ length: count }, (_, place) =>
    foldFull(hashes.slice(place * GROUP_WIDTH, (place + 1) * GROUP_WIDTH)),
  );
  return joinHashes(groups);
}

/** One group of a tile's hashes; the groups' own hashes come along with any of them. */
export interface TilePiece {
  level: number;
  index: number;
  group: number;
}

/** What stands in the database for a piece. */
export interface ReadPiece extends TilePiece {
  /** The group's hashes, as many as there are. */
  hashes: Uint8Array;
  /** The hash of each full group of the tile. */
  groups: Uint8Array;
}

/** Where the hashes lie that `node` is folded from, counted in hashes of its tile. */
function locate(node: TreeNode, size: number) {
  const { level, index, span, first } = findTile(node, size);
  const isSmall = span < GROUP_WIDTH;
  return { level, index, span, first, isSmall, group: isSmall ? Math.floor(first / GROUP_WIDTH) : null };
}

const nameTile = ({ level, index }: Omit<TilePiece, 'group'>) => `${level}/${index}`;
const namePiece = (piece: TilePiece) => `${nameTile(piece)}/${piece.group}`;

/**
 * The pieces from which all of `nodes` can be folded. The nodes of a proof lie along one way down and along the tree's
 * right edge, so that there are at most two for each level of tiles and one more, however many leaves there are.
 */
export function planPieces(nodes: readonly TreeNode[], size: number): TilePiece[] {
  const pieces = new Map<string, TilePiece>();
  const tiles = new Set<string>();
  const located = nodes.map(node => locate(node, size));
  const add = (piece: TilePiece) => {
    pieces.set(namePiece(piece), piece);
    tiles.add(nameTile(piece));
  };
  for (const { level, index, group } of located) if (group !== null) add({ level, index, group });
  for (const { level, index } of located)
    if (!tiles.has(nameTile({ level, index }))) add({ level, index, group: 0 });
  return [...pieces.values()];
}

/** The hashes of `nodes` from their pieces; throws where one does not hold what the tree of `size` leaves must have. */
export function foldPieces(nodes: readonly TreeNode[], size: number, pieces: readonly ReadPiece[]): Hash[] {
  const byName = new Map(pieces.map(piece => [namePiece(piece), piece]));
  const byTile = new Map(pieces.map(piece => [nameTile(piece), piece]));
  return nodes.map(node => {
    const place = locate(node, size);
    const { level, index, group, span, first } = place;
    if (group !== null) {
      const piece = byName.get(namePiece({ level, index, group }));
      return foldSlice(piece?.hashes, first % GROUP_WIDTH, span);
    }
    return foldSlice(byTile.get(nameTile(place))?.groups, first / GROUP_WIDTH, span / GROUP_WIDTH);
  });
}

function foldSlice(bytes: Uint8Array | undefined, first: number, count: number): Hash {
  const slice = splitHashes(
    bytes?.subarray(first * HASH_BYTES, (first + count) * HASH_BYTES) ?? new Uint8Array(),
  );
  if (slice.length !== count) throw new Error('a tile of the log is missing');
  return foldFull(slice);
}
