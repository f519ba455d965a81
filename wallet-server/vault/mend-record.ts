import { type Envelope, headOf, type Known } from './envelope.ts';
import { makeTombstone } from './erase-record.ts';
import { gather } from './gather.ts';
import { judge, type Reading } from './judge.ts';
import type { KeeperAnswer } from './keeper.ts';
import { bringUp, ENOUGH_STORES, makeRow, type Spreadable, type SpreadPorts } from './spread-record.ts';
import { compareStamps } from './stamp.ts';
import type { StoredRow } from './store.ts';

/**
 * Looks at one person in every store and makes the stores whole: what is damaged, missing, old or under an old key is
 * written anew, what was erased is destroyed, what something newer replaced is removed.
 */
export async function mendRecord(
  ports: SpreadPorts,
  personId: string,
  known: Known,
): Promise<KeeperAnswer<'mend'>> {
  const readings = await gather(ports.stores, personId);
  const away = readings.filter(({ state }) => state === 'away').length;
  const buried = await bury(ports, { personId, readings, known });
  const judged = judge(readings, known);
  if (judged.kind === 'none') return { head: null, missed: away, mended: buried };
  if (judged.kind !== 'found') return { refused: judged.kind };
  const { holders, mended } = await bringUp(ports, readings, judged);
  if (holders < ENOUGH_STORES) return { refused: 'unreachable' };
  const isKnown = known.head !== null && compareStamps(known.head.stamp, judged.envelope.stamp) >= 0;
  const tidied = isKnown ? await tidy(ports, readings, judged) : 0;
  const missed = ports.stores.length - holders;
  return { head: headOf(judged.envelope), missed, mended: mended + buried + tidied };
}

/** Ends what a store still has, or has again from a backup, of what was erased. */
async function bury(
  ports: SpreadPorts,
  { personId, readings, known }: { personId: string; readings: readonly Reading[]; known: Known },
): Promise<number> {
  if (known.erasedThrough === 0) return 0;
  const writeId = Buffer.from(ports.random(16)).toString('hex');
  const envelope = makeTombstone(ports, { personId, sequence: known.erasedThrough, writeId });
  const isOver = (row: StoredRow) => !row.erased && row.stamp.sequence <= known.erasedThrough;
  let count = 0;
  for (const store of ports.stores) {
    const reading = readings.find(one => one.store === store.name);
    if (reading?.state !== 'read') continue;
    for (const row of reading.damaged) await store.remove(row);
    if (!reading.whole.some(({ row }) => isOver(row))) continue;
    const row = await makeRow(ports, store, { envelope, shares: new Map() });
    if ((await store.write(row)) === 'taken') count += 1;
  }
  return count;
}

/** Removes what the record replaced, and seals anew what an older key of the store sealed. */
async function tidy(ports: SpreadPorts, readings: readonly Reading[], record: Spreadable): Promise<number> {
  let count = 0;
  for (const store of ports.stores) {
    const reading = readings.find(one => one.store === store.name);
    const rows = reading?.state === 'read' ? reading.whole.map(({ row }) => row) : [];
    const replaced = rows.filter(row => isReplaced(row, record.envelope));
    for (const row of replaced) await store.remove(row);
    for (const row of rows.filter(row => compareStamps(row.stamp, record.envelope.stamp) === 0)) {
      if (row.keyId === store.keys.current().id) continue;
      if ((await store.exchange(row, await makeRow(ports, store, record))) === 'taken') count += 1;
    }
  }
  return count;
}

function isReplaced(row: StoredRow, envelope: Envelope): boolean {
  return row.generation !== envelope.generation && compareStamps(row.stamp, envelope.stamp) < 0;
}
