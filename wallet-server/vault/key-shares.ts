import { createHash, timingSafeEqual } from 'node:crypto';
import { combine, split } from 'shamir-secret-sharing';
import { STORE_NAMES, type StoreName } from './envelope.ts';

const SHARES_NEEDED = 2;
const HASH_BYTES = 32;

/** A person's key in three shares, and what is public about them. */
export interface SplitKey {
  shares: Record<StoreName, Uint8Array>;
  coordinates: Uint8Array;
  commitments: Uint8Array;
}

/** Two shares at least of one key, by store. */
export type KnownShares = ReadonlyMap<StoreName, Uint8Array>;

/** Splits a key so that any two of the three shares give it back and one says nothing about it. */
export async function splitKey(key: Uint8Array): Promise<SplitKey> {
  const [first, second, files] = await split(key, STORE_NAMES.length, SHARES_NEEDED);
  if (!first || !second || !files) throw new Error('a key was split into fewer shares than there are stores');
  const all = [first, second, files];
  return {
    shares: { first, second, files },
    coordinates: Uint8Array.from(all, share => share.at(-1) ?? 0),
    commitments: new Uint8Array(Buffer.concat(all.map(commit))),
  };
}

/** The key out of the first two shares. */
export async function joinShares(known: KnownShares): Promise<Uint8Array> {
  return await combine(pickTwo(known));
}

/**
 * The share of `store` as it was, out of two others. Adding is XOR in this field, so a line that is moved by x goes
 * through zero where it went through x before: `combine` then gives its height there, which is the share.
 */
export async function rebuildShare(
  known: KnownShares,
  coordinates: Uint8Array,
  store: StoreName,
): Promise<Uint8Array> {
  const kept = known.get(store);
  if (kept) return kept;
  const x = coordinates[STORE_NAMES.indexOf(store)] ?? 0;
  const moved = pickTwo(known).map(share => {
    const copy = Uint8Array.from(share);
    copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ x;
    return copy;
  });
  return Uint8Array.from([...(await combine(moved)), x]);
}

/** Whether this is the share that was committed to for that store. */
export function isCommitted(
  share: Uint8Array,
  { coordinates, commitments }: Pick<SplitKey, 'coordinates' | 'commitments'>,
  store: StoreName,
): boolean {
  const place = STORE_NAMES.indexOf(store);
  const expected = commitments.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES);
  if (expected.length !== HASH_BYTES || share.at(-1) !== coordinates[place]) return false;
  return timingSafeEqual(commit(share), expected);
}

/** A share is 32 bytes of chance: its hash tells nothing of it. */
function commit(share: Uint8Array): Buffer {
  return createHash('sha256').update('wayveil-share-1').update(share).digest();
}

function pickTwo(known: KnownShares): Uint8Array[] {
  const shares = [...known.values()].slice(0, SHARES_NEEDED).map(share => Uint8Array.from(share));
  if (shares.length < SHARES_NEEDED) throw new Error('one share is no key');
  return shares;
}
