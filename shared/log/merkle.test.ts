import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Hash, hashEntry } from './merkle-hash.ts';
import { listTiles, makeTileReader, splitHashes, TILE_WIDTH } from './tile.ts';
import { computeRoot, hashRows, planConsistencyProof, planInclusionProof } from './tree-node.ts';
import { verifyConsistency, verifyInclusion } from './verify-proof.ts';

/** RFC 6962, section 2.1, word for word. */
function hashNaively(leaves: readonly Uint8Array[]): Buffer {
  const [only] = leaves;
  if (!only) return createHash('sha256').digest();
  if (leaves.length === 1) return createHash('sha256').update(Uint8Array.of(0)).update(only).digest();
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [hashNaively(leaves.slice(0, split)), hashNaively(leaves.slice(split))];
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest();
}

function makeEntries(count: number, salt = 0): Uint8Array[] {
  return Array.from({ length: count }, (_, index) => new TextEncoder().encode(`${salt}:${index}`));
}

/** Tiles as the specification words them: hash i of tile n at level l covers 256^l leaves. */
function makeTiles(entries: readonly Uint8Array[]) {
  return async ({ level, index, width }: { level: number; index: number; width: number }) => {
    const span = TILE_WIDTH ** level;
    const hashes = Array.from({ length: width }, (_, place) => {
      const begin = (index * TILE_WIDTH + place) * span;
      expect(begin + span).toBeLessThanOrEqual(entries.length);
      return hashNaively(entries.slice(begin, begin + span));
    });
    return new Uint8Array(Buffer.concat(hashes));
  };
}

const sizes = fc.oneof(
  fc.integer({ min: 1, max: 70 }),
  fc.constantFrom(255, 256, 257, 511, 512, 513, 600, 1023, 1025),
);

test('S57: root, inclusion and consistency agree with the definition, from tiles of any tree', async () => {
  const claim = fc.asyncProperty(sizes, sizes, fc.nat(), async (one, other, seed) => {
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    const entries = makeEntries(to);
    const read = makeTileReader(to, makeTiles(entries));
    const root = await computeRoot(to, read);
    expect(Buffer.from(root).equals(hashNaively(entries))).toBe(true);
    const old = await computeRoot(from, read);
    expect(Buffer.from(old).equals(hashNaively(entries.slice(0, from)))).toBe(true);
    const consistency = await hashRows(planConsistencyProof(from, to), read);
    const claimed = { from: { size: from, root: old }, to: { size: to, root }, proof: consistency };
    expect(verifyConsistency(claimed)).toBe(true);
    const index = seed % to;
    const proof = await hashRows(planInclusionProof(index, to), read);
    const leafHash = hashEntry(entries[index] ?? new Uint8Array());
    expect(verifyInclusion({ index, size: to, leafHash, proof }, root)).toBe(true);
  });
  await fc.assert(claim, { numRuns: 60 });
});

test('S57: a changed leaf, place, size or step of a proof is refused', async () => {
  const claim = fc.asyncProperty(sizes, fc.nat(), fc.nat(), fc.nat(7), async (size, at, step, bit) => {
    const entries = makeEntries(size);
    const read = makeTileReader(size, makeTiles(entries));
    const root = await computeRoot(size, read);
    const index = at % size;
    const proof = await hashRows(planInclusionProof(index, size), read);
    const right = { index, size, leafHash: hashEntry(entries[index] ?? new Uint8Array()), proof };
    const flip = (hash: Hash) => hash.with(step % 32, (hash[step % 32] ?? 0) ^ (1 << bit)) as Hash;
    expect(verifyInclusion({ ...right, leafHash: flip(right.leafHash) }, root)).toBe(false);
    expect(verifyInclusion({ ...right, index: size }, root)).toBe(false);
    expect(verifyInclusion({ ...right, proof: [...proof, root] }, root)).toBe(false);
    expect(verifyInclusion(right, flip(root))).toBe(false);
    if (proof.length === 0) return;
    const wrong = proof.map((hash, place) => (place === step % proof.length ? flip(hash) : hash));
    expect(verifyInclusion({ ...right, proof: wrong }, root)).toBe(false);
    expect(verifyInclusion({ ...right, proof: proof.slice(1) }, root)).toBe(false);
  });
  await fc.assert(claim, { numRuns: 60 });
});

test('S57: no proof makes a tree consistent with one that another leaf stands in', async () => {
  const claim = fc.asyncProperty(sizes, sizes, fc.nat(), async (one, other, at) => {
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    const changed = makeEntries(to);
    changed[at % from] = new TextEncoder().encode('rewritten');
    const read = makeTileReader(to, makeTiles(changed));
    const remembered = new Uint8Array(hashNaively(makeEntries(from)));
    const proof = await hashRows(planConsistencyProof(from, to), read);
    const root = await computeRoot(to, read);
    expect(verifyConsistency({ from: { size: from, root: remembered }, to: { size: to, root }, proof })).toBe(
      false,
    );
  });
  await fc.assert(claim, { numRuns: 60 });
});

test('the tree of 70,000 leaves has the tiles that the specification counts', () => {
  const tiles = listTiles(70_000);
  const count = (level: number, full: boolean) =>
    tiles.filter(tile => tile.level === level && (tile.width === TILE_WIDTH) === full);
  expect(count(0, true)).toHaveLength(273);
  expect(count(0, false)).toEqual([{ level: 0, index: 273, width: 112 }]);
  expect(count(1, true)).toHaveLength(1);
  expect(count(1, false)).toEqual([{ level: 1, index: 1, width: 17 }]);
  expect(count(2, false)).toEqual([{ level: 2, index: 0, width: 1 }]);
  expect(listTiles(256)).toEqual([
    { level: 0, index: 0, width: 256 },
    { level: 1, index: 0, width: 1 },
  ]);
  expect(listTiles(0)).toEqual([]);
});

test('splitting bytes gives whole hashes only', () => {
  expect(splitHashes(new Uint8Array(70))).toHaveLength(2);
});
