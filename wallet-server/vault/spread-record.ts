import type { Random } from '../app/services.ts';
import { type Envelope, isSameEnvelope } from './envelope.ts';
import { takeEnough } from './gather.ts';
import type { Reading } from './judge.ts';
import { type KnownShares, rebuildShare } from './key-shares.ts';
import { sealRow } from './seal-row.ts';
import type { StoreAnswer } from './store.ts';
import type { WatchedStore } from './watched-store.ts';

export const ENOUGH_STORES = 2;

/** How long a write that is safe waits for the last store; that one still gets it, unless it is away. */
const GRACE_MS = 250;

export interface SpreadPorts {
  stores: readonly WatchedStore[];
  random: Random;
}

/** An envelope with the shares of its key; none are needed for a tombstone. */
export interface Spreadable {
  envelope: Envelope;
  shares: KnownShares;
}

/** Writes to all stores at once; gives back what those answered that did so in time. */
export async function spread(ports: SpreadPorts, record: Spreadable): Promise<(StoreAnswer | 'away')[]> {
  const asked = ports.stores.map(store => writeTo(ports, store, record));
  const safe = await takeEnough(asked, answers => countTaken(answers) >= ENOUGH_STORES);
  if (safe.length === asked.length) return safe;
  const { promise: grace, resolve } = Promise.withResolvers<typeof safe>();
  const timer = setTimeout(() => resolve(safe), GRACE_MS);
  const answers = await Promise.race([Promise.all(asked), grace]);
  clearTimeout(timer);
  return answers;
}

export function countTaken(answers: readonly (StoreAnswer | 'away')[]): number {
  return answers.filter(answer => answer === 'taken').length;
}

/** The row of one store, its share worked out again where it was lost. */
export async function makeRow(
  { random }: SpreadPorts,
  store: WatchedStore,
  { envelope, shares }: Spreadable,
) {
  const share = envelope.erased
    ? new Uint8Array()
    : await rebuildShare(shares, envelope.coordinates, store.name);
  return sealRow(store.name, { envelope, share }, { keys: store.keys, random });
}

async function writeTo(ports: SpreadPorts, store: WatchedStore, record: Spreadable) {
  return await store.write(await makeRow(ports, store, record));
}

/** Whether a store has exactly this envelope and nothing damaged. */
export function isWhole(reading: Reading, envelope: Envelope): boolean {
  return reading.state === 'read' && reading.damaged.length === 0 && holds(reading, envelope);
}

function holds(reading: Reading, envelope: Envelope): boolean {
  if (reading.state === 'away') return false;
  return reading.whole.some(({ row }) => isSameEnvelope(row, envelope));
}

/**
 * Brings every store that answered up to the record: damaged rows go, a missing share is rebuilt, an older row is
 * replaced. Returns how many stores have it afterwards, and how many were changed.
 */
export async function bringUp(
  ports: SpreadPorts,
  readings: readonly Reading[],
  record: Spreadable,
): Promise<{ holders: number; mended: number }> {
  const results = await Promise.all(
    ports.stores.map(async store => {
      const reading = readings.find(one => one.store === store.name);
      if (!reading || reading.state === 'away') return 'away';
      for (const row of reading.damaged) await store.remove(row);
      if (holds(reading, record.envelope)) return reading.damaged.length > 0 ? 'mended' : 'whole';
      return (await writeTo(ports, store, record)) === 'taken' ? 'mended' : 'away';
    }),
  );
  const mended = results.filter(result => result === 'mended').length;
  return { holders: results.filter(result => result !== 'away').length, mended };
}
