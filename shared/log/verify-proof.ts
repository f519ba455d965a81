import { equalsHash, HASH_BYTES, type Hash, hashChildren } from './merkle-hash.ts';

/** That a leaf stands at `index` of the tree of `size` leaves. */
export interface InclusionClaim {
  index: number;
  size: number;
  leafHash: Hash;
  proof: readonly Hash[];
}

/** Whether the proof leads from the leaf to `root` (RFC 9162, section 2.1.3.2). */
export function verifyInclusion({ index, size, leafHash, proof }: InclusionClaim, root: Hash): boolean {
  if (!isPosition(index) || !isPosition(size) || index >= size) return false;
  if (leafHash.length !== HASH_BYTES) return false;
  const path = climb({ place: index, last: size - 1 }, proof);
  if (path === null) return false;
  const top = path.reduce((hash, { side, sibling }) => {
    return side === 'left' ? hashChildren(sibling, hash) : hashChildren(hash, sibling);
  }, leafHash);
  return equalsHash(top, root);
}

/** That the tree of `from` leaves is the beginning of the tree of `to` leaves. */
export interface ConsistencyClaim {
  from: { size: number; root: Hash };
  to: { size: number; root: Hash };
  proof: readonly Hash[];
}

/**
 * Whether the proof shows it (RFC 9162, section 2.1.4.2). The empty tree is the beginning of every tree and says
 * nothing about any: from size 0 nothing is accepted.
 */
export function verifyConsistency({ from, to, proof }: ConsistencyClaim): boolean {
  if (!isPosition(from.size) || !isPosition(to.size) || from.size > to.size) return false;
  if (from.size === 0) return false;
  if (from.size === to.size) return proof.length === 0 && equalsHash(from.root, to.root);
  const [first, ...siblings] = isPowerOfTwo(from.size) ? [from.root, ...proof] : proof;
  if (first === undefined || proof.length === 0) return false;
  const path = climb(skipRight({ place: from.size - 1, last: to.size - 1 }), siblings);
  if (path === null) return false;
  let [oldHash, newHash] = [first, first];
  for (const { side, sibling } of path) {
    if (side === 'left') oldHash = hashChildren(sibling, oldHash);
    newHash = side === 'left' ? hashChildren(sibling, newHash) : hashChildren(newHash, sibling);
  }
  return equalsHash(oldHash, from.root) && equalsHash(newHash, to.root);
}

/** A node on the way up: its place in its level, and the last place there. */
interface Step {
  place: number;
  last: number;
}

/** On which side of the way up each sibling stands; null where there are too few of them or too many. */
function climb(start: Step, siblings: readonly Hash[]): { side: 'left' | 'right'; sibling: Hash }[] | null {
  let step = start;
  const path: { side: 'left' | 'right'; sibling: Hash }[] = [];
  for (const sibling of siblings) {
    if (step.last === 0) return null;
    const side = isOdd(step.place) || step.place === step.last ? 'left' : 'right';
    if (side === 'left') step = skipLeft(step);
    step = rise(step);
    path.push({ side, sibling });
  }
  return step.last === 0 ? path : null;
}

/** Up to where the node is a right child: above it, a level had nothing to its right. */
function skipLeft(start: Step): Step {
  let step = start;
  while (!isOdd(step.place) && step.place !== 0) step = rise(step);
  return step;
}

/** Up to where the node is a left child. */
function skipRight(start: Step): Step {
  let step = start;
  while (isOdd(step.place)) step = rise(step);
  return step;
}

/** Sizes pass 2^31, so no bitwise operators. */
function rise({ place, last }: Step): Step {
  return { place: Math.floor(place / 2), last: Math.floor(last / 2) };
}

function isOdd(place: number): boolean {
  return place % 2 === 1;
}

function isPowerOfTwo(size: number): boolean {
  return 2 ** Math.round(Math.log2(size)) === size;
}

function isPosition(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
