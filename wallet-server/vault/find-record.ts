import { PersonRecord } from '#shared/api/people.ts';
import { open } from '../app/seal.ts';
import { type Envelope, headOf, type Known } from './envelope.ts';
import { gather } from './gather.ts';
import { judge, type Reading } from './judge.ts';
import { agree, recordPlace } from './keep-record.ts';
import type { KeeperAnswer } from './keeper.ts';
import { joinShares, type KnownShares } from './key-shares.ts';
import { bringUp, ENOUGH_STORES, isWhole, type Spreadable, type SpreadPorts } from './spread-record.ts';
import { compareStamps } from './stamp.ts';

const UNREACHABLE = { refused: 'unreachable' } as const;
/** A write under way moves the stores while they are read. */
const MOST_TRIES = 4;

/**
 * The newest record that two stores prove and that is not older than what the directory knows. What was found damaged,
 * missing or old on the way is mended; a write that the directory does not know yet is shown only once two stores
 * have it.
 */
export async function findRecord(
  ports: SpreadPorts,
  personId: string,
  known: Known,
): Promise<KeeperAnswer<'find'>> {
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const readings = await gather(ports.stores, personId, answers => agree(answers, known));
    const judged = judge(readings, known);
    if (judged.kind === 'none') return { record: null, head: null, missed: 0 };
    if (judged.kind !== 'found') return { refused: judged.kind };
    const holders = await countHolders(ports, readings, judged);
    const isKnown = known.head !== null && compareStamps(known.head.stamp, judged.envelope.stamp) === 0;
    if (isKnown || holders >= ENOUGH_STORES) return await show(judged, readings.length - holders);
  }
  return UNREACHABLE;
}

/** How many stores have it, those that were brought up to it just now among them. */
async function countHolders(
  ports: SpreadPorts,
  readings: readonly Reading[],
  found: Spreadable,
): Promise<number> {
  const whole = readings.filter(reading => isWhole(reading, found.envelope)).length;
  return whole === readings.length ? whole : (await bringUp(ports, readings, found)).holders;
}

async function show({ envelope, shares }: Spreadable, missed: number): Promise<KeeperAnswer<'find'>> {
  const record = envelope.erased ? null : await openRecord(envelope, shares);
  return { record, head: headOf(envelope), missed };
}

async function openRecord(envelope: Envelope, shares: KnownShares): Promise<PersonRecord> {
  const key = await joinShares(shares);
  const plaintext = open(envelope.ciphertext, { key, place: recordPlace(envelope) });
  return PersonRecord.parse(JSON.parse(Buffer.from(plaintext).toString()));
}
