import { digestEnvelope, type Envelope, type Known, type StoreName } from './envelope.ts';
import { isCommitted, type KnownShares } from './key-shares.ts';
import { compareStamps } from './stamp.ts';
import type { StoredRow } from './store.ts';

/** A whole row with its share. */
export interface WholeRow {
  row: StoredRow;
  share: Uint8Array;
}

/** What one store said about one person. */
export type Reading =
  | { store: StoreName; state: 'away' }
  | { store: StoreName; state: 'read'; whole: WholeRow[]; damaged: StoredRow[] };

/** What can be said from the readings; the last two are refusals, the very last one for good. */
export type Judgement =
  | { kind: 'found'; envelope: Envelope; shares: KnownShares }
  | { kind: 'none' }
  | { kind: 'unreachable' }
  | { kind: 'lost' };

const ENOUGH = 2;

/**
 * The newest write that two stores together can prove, if it is not older than what the directory acknowledged or
 * showed. Writes above that were never acknowledged, so that giving the newest provable one is always right; below
 * it nothing is given at all.
 */
export function judge(readings: readonly Reading[], known: Known): Judgement {
  const rows = readings.flatMap(reading =>
    reading.state === 'read' ? reading.whole.map(whole => ({ store: reading.store, ...whole })) : [],
  );
  const living = rows.filter(({ row }) => row.erased || row.stamp.sequence > known.erasedThrough);
  const newest = [...findKept(living), ...findTombstones(living, known)]
    .sort((one, other) => compareStamps(other.envelope.stamp, one.envelope.stamp))
    .find(({ envelope }) => !contradicts(envelope, known));
  const { head, erasedThrough } = known;
  if (newest && (!head || compareStamps(newest.envelope.stamp, head.stamp) >= 0))
    return { kind: 'found', ...newest };
  if (head && head.stamp.sequence > erasedThrough)
    return { kind: readings.some(({ state }) => state === 'away') ? 'unreachable' : 'lost' };
  if (erasedThrough > 0 || head) return { kind: 'none' };
  return { kind: couldBeThere(readings) ? 'unreachable' : 'none' };
}

type StoreRow = WholeRow & { store: StoreName };
type Found = { envelope: Envelope; shares: KnownShares };

/** The newest envelope of each generation of which two stores have a share. */
function findKept(rows: readonly StoreRow[]): Found[] {
  const generations = Map.groupBy(
    rows.filter(({ row }) => !row.erased),
    ({ row }) => row.generation,
  );
  return [...generations.values()].flatMap(group => {
    const [newest] = group.toSorted((one, other) => compareStamps(other.row.stamp, one.row.stamp));
    if (!newest) return [];
    const agreeing = group.filter(({ store, share }) => isCommitted(share, newest.row, store));
    const shares = new Map(agreeing.map(({ store, share }) => [store, share]));
    return shares.size >= ENOUGH ? [{ envelope: newest.row, shares }] : [];
  });
}

/** A tombstone needs two stores as well, or the directory's word: one broken-in store erases nobody. */
function findTombstones(rows: readonly StoreRow[], known: Known): Found[] {
  const tombstones = rows.filter(({ row }) => row.erased);
  return tombstones
    .filter(({ row, store }) => {
      const backed = tombstones.some(
        other => other.store !== store && compareStamps(other.row.stamp, row.stamp) >= 0,
      );
      return backed || row.stamp.sequence <= known.erasedThrough;
    })
    .map(({ row }) => ({ envelope: row, shares: new Map() }));
}

/** The very write that the directory knows, and another content. */
function contradicts(envelope: Envelope, { head }: Known): boolean {
  if (!head || compareStamps(envelope.stamp, head.stamp) !== 0) return false;
  return digestEnvelope(envelope) !== head.digest;
}

/** Whether stores that said nothing could make up, with those that did, two that took a write. */
function couldBeThere(readings: readonly Reading[]): boolean {
  const isSilent = (reading: Reading) => reading.state === 'away' || reading.damaged.length > 0;
  const silent = readings.filter(isSilent).length;
  const speaking = readings.some(
    reading => !isSilent(reading) && reading.state === 'read' && reading.whole.length > 0,
  );
  return silent >= ENOUGH || (silent > 0 && speaking);
}
