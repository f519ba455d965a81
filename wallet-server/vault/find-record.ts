import { RealData } from '#shared/api/people.ts';
import { open } from '../app/seal.ts';
import { type Envelope, headOf, type Known } from './envelope.ts';
import { gather } from './gather.ts';
import { judge } from './judge.ts';
import { agree, recordPlace } from './keep-record.ts';
import type { KeeperAnswer } from './keeper.ts';
import { joinShares, type KnownShares } from './key-shares.ts';
import { bringUp, ENOUGH_STORES, isWhole, type SpreadPorts } from './spread-record.ts';
import { compareStamps } from './stamp.ts';

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
  const readings = await gather(ports.stores, personId, answers => agree(answers, known));
  const judged = judge(readings, known);
  if (judged.kind === 'none') return { record: null, head: null, missed: 0 };
  if (judged.kind !== 'found') return { refused: judged.kind };
  const { envelope } = judged;
  const isKnown = known.head !== null && compareStamps(known.head.stamp, envelope.stamp) === 0;
  const whole = readings.filter(reading => isWhole(reading, envelope)).length;
  const { holders } = whole === readings.length ? { holders: whole } : await bringUp(ports, readings, judged);
  if (!isKnown && holders < ENOUGH_STORES) return { refused: 'unreachable' };
  const missed = readings.length - holders;
  const record = envelope.erased ? null : await openRecord(envelope, judged.shares);
  return { record, head: headOf(envelope), missed };
}

async function openRecord(envelope: Envelope, shares: KnownShares): Promise<RealData> {
  const key = await joinShares(shares);
  const plaintext = open(envelope.ciphertext, { key, place: recordPlace(envelope) });
  return RealData.parse(JSON.parse(Buffer.from(plaintext).toString()));
}
