import { type Hash, hashChildren, hashEmptyTree } from './merkle-hash.ts';

/** Root of a full subtree: the `index`-th of those with 2^level leaves. Level 0 is the leaf hashes. */
export interface TreeNode {
  level: number;
  index: number;
}

/** Full subtrees, left to right, whose hashes folded from the right are the hash of a range of leaves. */
export type NodeRow = readonly TreeNode[];

/** The hashes of nodes in their order, from a table, a file or the network. */
export type ReadNodes = (nodes: readonly TreeNode[]) => Promise<Hash[]>;

/** The nodes of leaves `begin` to `end` (excluded), a range that RFC 6962 hashes as one tree. */
export function listNodes(begin: number, end: number): TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let at = begin; at < end; ) {
    const level = findLargestLevel(at, end - at);
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

function findLargestLevel(at: number, count: number): number {
  let level = 0;
  while (at % 2 ** (level + 1) === 0 && 2 ** (level + 1) <= count) level += 1;
  return level;
}

/** The hash of a range from the hashes of its nodes; of no nodes, that of the empty tree. */
export function foldNodes(hashes: readonly Hash[]): Hash {
  return (
    hashes.reduceRight<Hash | null>((right, left) => (right ? hashChildren(left, right) : left), null) ??
    hashEmptyTree()
  );
}

/** Rows of the inclusion proof of leaf `index` in the tree of `size`, from the leaf upwards (RFC 6962, 2.1.1). */
export function planInclusionProof(index: number, size: number): NodeRow[] {
  if (index < 0 || index >= size) throw new RangeError('the leaf is not in the tree');
  return planPath(index, 0, size);
}

function planPath(index: number, begin: number, end: number): NodeRow[] {
  if (end - begin === 1) return [];
  const middle = begin + findSplit(end - begin);
  return index < middle
    ? [...planPath(index, begin, middle), listNodes(middle, end)]
    : [...planPath(index, middle, end), listNodes(begin, middle)];
}

/** Rows of the proof that the tree of `from` leaves begins the tree of `to` leaves (RFC 6962, 2.1.2). */
export function planConsistencyProof(from: number, to: number): NodeRow[] {
  if (from < 0 || from > to) throw new RangeError('a tree does not begin with a larger one');
  return from === 0 || from === to ? [] : planSubproof(from, { begin: 0, end: to }, true);
}

function planSubproof(
  from: number,
  { begin, end }: { begin: number; end: number },
  known: boolean,
): NodeRow[] {
  if (from === end) return known ? [] : [listNodes(begin, end)];
  const middle = begin + findSplit(end - begin);
  return from <= middle
    ? [...planSubproof(from, { begin, end: middle }, known), listNodes(middle, end)]
    : [...planSubproof(from, { begin: middle, end }, false), listNodes(begin, middle)];
}

/** The largest power of two below `count`. */
function findSplit(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

/** The hash of each row, by one reading of all their nodes. */
export async function hashRows(rows: readonly NodeRow[], read: ReadNodes): Promise<Hash[]> {
  const hashes = await read(rows.flat());
  let at = 0;
  return rows.map(row => {
    at += row.length;
    return foldNodes(hashes.slice(at - row.length, at));
  });
}

/** Root of the tree of `size` leaves. */
export async function computeRoot(size: number, read: ReadNodes): Promise<Hash> {
  return foldNodes(await read(listNodes(0, size)));
}
