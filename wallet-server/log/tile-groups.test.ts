import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Hash, hashEntry } from '#shared/log/merkle-hash.ts';
import { splitHashes, TILE_WIDTH } from '#shared/log/tile.ts';
import {
  hashRows,
  type NodeRow,
  planConsistencyProof,
  planInclusionProof,
  type ReadNodes,
} from '#shared/log/tree-node.ts';
import { verifyConsistency, verifyInclusion } from '#shared/log/verify-proof.ts';
import { type GrownTile, planGrowth } from './plan-growth.ts';
import { foldPieces, GROUP_WIDTH, planPieces } from './tile-groups.ts';

const leaf = (place: number) => hashEntry(new TextEncoder().encode(`${place}`));

/** A tree that grew in steps, and a reader that has nothing but the pieces that were asked for. */
function growTree(steps: readonly number[]) {
  const tiles = new Map<string, GrownTile>();
  let [size, edge, roots]: [number, Parameters<typeof planGrowth>[1], Hash[]] = [0, new Map(), []];
  for (const step of steps) {
    const leaves = Array.from({ length: step }, (_, place) => leaf(size + place));
    const growth = planGrowth(size, edge, leaves);
    for (const tile of growth.tiles) tiles.set(`${tile.level}/${tile.index}`, tile);
    [size, edge, roots] = [growth.size, growth.edge, [...roots, growth.root]];
  }
  const readerOf = (of: number): ReadNodes => {
    return async nodes => {
      const pieces = planPieces(nodes, of).map(piece => {
        const tile = tiles.get(`${piece.level}/${piece.index}`);
        if (!tile) throw new Error('a tile that no tree of this size has');
        const hashes = splitHashes(tile.hashes).slice(
          piece.group * GROUP_WIDTH,
          (piece.group + 1) * GROUP_WIDTH,
        );
        return { ...piece, hashes: Buffer.concat(hashes), groups: tile.groups };
      });
      return foldPieces(nodes, of, pieces);
    };
  };
  return { size, roots, readerOf };
}

const steps = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 200, max: 900 })), {
  minLength: 2,
  maxLength: 5,
});

test('S57: proofs from groups of hashes hold, for every tree that a tree grew through', async () => {
  const claim = fc.asyncProperty(steps, fc.nat(), async (grown, seed) => {
    const { size, roots, readerOf } = growTree(grown);
    const index = seed % size;
    const proof = await hashRows(planInclusionProof(index, size), readerOf(size));
    const root = roots.at(-1) as Hash;
    expect(verifyInclusion({ index, size, leafHash: leaf(index), proof }, root)).toBe(true);
    let from = 0;
    for (const [place, step] of grown.entries()) {
      from += step;
      const consistency = await hashRows(planConsistencyProof(from, size), readerOf(size));
      const old = { size: from, root: roots[place] as Hash };
      expect(verifyConsistency({ from: old, to: { size, root }, proof: consistency })).toBe(true);
    }
  });
  await fc.assert(claim, { numRuns: 25 });
});

/** Levels of tiles that a tree of so many leaves has. */
function countLevels(size: number): number {
  let levels = 1;
  for (let count = size; count > TILE_WIDTH; count /= TILE_WIDTH) levels += 1;
  return levels;
}

/** What a proof costs: pieces read, and hashes computed to fold its nodes. */
function countCost(rows: readonly NodeRow[], size: number) {
  const nodes = rows.flat();
  const folds = nodes.map(({ level }) => {
    const span = 2 ** (level % 8);
    return (span < GROUP_WIDTH ? span : span / GROUP_WIDTH) - 1;
  });
  const hashings = folds.reduce((sum, count) => sum + count, 0);
  return { pieces: planPieces(nodes, size).length, hashings };
}

test('S57: a proof reads and hashes no more than the logarithm of the tree allows, up to a million million leaves', () => {
  const sizes = fc
    .integer({ min: 1, max: 40 })
    .chain(exponent => fc.maxSafeNat().map(n => 1 + (n % 2 ** exponent)));
  const claim = fc.property(sizes, fc.maxSafeNat(), (size, seed) => {
    const index = seed % size;
    const levels = countLevels(size);
    const proofs = [planInclusionProof(index, size), planConsistencyProof(index + 1, size)];
    for (const { pieces, hashings } of proofs.map(rows => countCost(rows, size))) {
      expect({ size, index, few: pieces <= 2 * levels + 1 }).toEqual({ size, index, few: true });
      expect({ size, index, few: hashings <= 60 * levels }).toEqual({ size, index, few: true });
    }
  });
  fc.assert(claim, { numRuns: 3000 });
});
