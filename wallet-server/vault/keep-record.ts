import { seal } from '../app/seal.ts';
import { type Envelope, headOf, type Known } from './envelope.ts';
import { gather } from './gather.ts';
import { type Judgement, judge, type Reading } from './judge.ts';
import type { KeeperAnswer } from './keeper.ts';
import { joinShares, type KnownShares, splitKey } from './key-shares.ts';
import { bringUp, countTaken, ENOUGH_STORES, isWhole, type SpreadPorts, spread } from './spread-record.ts';

/** A write with its record in the clear, as only the keeper sees it. */
export interface Write {
  personId: string;
  sequence: number;
  writeId: string;
  plaintext: Uint8Array;
}

type Kept = Exclude<KeeperAnswer<'keep'>, { refused: 'unreadable' }>;

const MOST_TRIES = 6;
const KEY_BYTES = 32;
const UNREACHABLE = { refused: 'unreachable' } as const;

/** Where a record's cipher text belongs: it opens nowhere else. */
export function recordPlace({ personId, generation, stamp }: Envelope): string {
  return `vault-record:${personId}:${generation}:${stamp.sequence}:${stamp.nonce}`;
}

/**
 * Keeps a record in two stores at least, under the person's key where two shares of it are there, else under a new one.
 * A write that stops half-way leaves rows beside the older ones, never over the only copy; done again, it completes.
 */
export async function keepRecord(ports: SpreadPorts, write: Write, known: Known): Promise<Kept> {
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const readings = await gather(ports.stores, write.personId, enoughToWrite(known, tried));
    if (readings.filter(({ state }) => state === 'read').length < ENOUGH_STORES) return UNREACHABLE;
    const judged = judge(readings, known);
    const earlier = await meetEarlier(ports, { write, readings, judged });
    if (earlier === 'moving') continue;
    if (earlier !== 'none') return earlier;
    await removeDamaged(ports, readings);
    const record = await makeRecord(ports, write, judged);
    const answers = await spread(ports, record);
    const taken = countTaken(answers);
    if (taken >= ENOUGH_STORES) return { head: headOf(record.envelope), missed: ports.stores.length - taken };
    if (!answers.includes('stale')) return UNREACHABLE;
  }
  return UNREACHABLE;
}

/** The first try takes two stores that agree; the next ones look at all. */
function enoughToWrite(known: Known, tried: number) {
  return (readings: readonly Reading[]) => tried === 0 && agree(readings, known);
}

/** Whether two stores hold the newest write that the directory knows, and no damage. */
export function agree(readings: readonly Reading[], known: Known): boolean {
  const { head } = known;
  if (!head) return false;
  const judged = judge(readings, known);
  if (judged.kind !== 'found') return false;
  return readings.filter(reading => isWhole(reading, judged.envelope)).length >= ENOUGH_STORES;
}

interface Meeting {
  write: Write;
  readings: readonly Reading[];
  judged: Judgement;
}

/**
 * What an earlier write makes of this one: itself, done before; something newer, which stands once two stores have it;
 * or something that moves while we look.
 */
async function meetEarlier(
  ports: SpreadPorts,
  { write, readings, judged }: Meeting,
): Promise<Kept | 'none' | 'moving'> {
  if (judged.kind !== 'found') return 'none';
  const { envelope } = judged;
  const isItself = envelope.writeId === write.writeId;
  if (!isItself && envelope.stamp.sequence < write.sequence) return 'none';
  const { holders } = await bringUp(ports, readings, judged);
  if (holders < ENOUGH_STORES) return 'moving';
  const head = headOf(envelope);
  return isItself ? { head, missed: ports.stores.length - holders } : { refused: 'superseded', head };
}

async function removeDamaged({ stores }: SpreadPorts, readings: readonly Reading[]): Promise<void> {
  for (const reading of readings) {
    const store = stores.find(({ name }) => name === reading.store);
    if (!store || reading.state === 'away') continue;
    for (const row of reading.damaged) await store.remove(row);
  }
}

async function makeRecord(ports: SpreadPorts, write: Write, judged: Judgement) {
  const hex = (bytes: number) => Buffer.from(ports.random(bytes)).toString('hex');
  const stamp = { sequence: write.sequence, nonce: hex(16) };
  const { personId, writeId } = write;
  const base = await takeKey(ports, judged, hex(16));
  const blank: Envelope = {
    ...{ personId, stamp, writeId, generation: base.generation, erased: false },
    ...{ coordinates: base.coordinates, commitments: base.commitments, ciphertext: new Uint8Array() },
  };
  const ciphertext = seal(write.plaintext, { key: base.key, place: recordPlace(blank) }, ports.random);
  return { envelope: { ...blank, ciphertext }, shares: base.shares };
}

/** The person's key, or a new one where two shares of it cannot be had. */
async function takeKey({ random }: SpreadPorts, judged: Judgement, generation: string) {
  if (judged.kind === 'found' && !judged.envelope.erased) {
    const { envelope, shares } = judged;
    return { ...envelope, shares, key: await joinShares(shares) };
  }
  const key = random(KEY_BYTES);
  const { shares, coordinates, commitments } = await splitKey(key);
  const known: KnownShares = new Map([
    ['first', shares.first],
    ['second', shares.second],
    ['files', shares.files],
  ]);
  return { generation, coordinates, commitments, shares: known, key };
}
