import { type Envelope, headOf } from './envelope.ts';
import type { KeeperAnswer, KeeperAsk } from './keeper.ts';
import { countTaken, type SpreadPorts, spread } from './spread-record.ts';

/** Sorts behind every nonce of a record: a tombstone ends all that has its sequence. */
const LAST = 'z';

/** The end of everything up to `sequence`. */
export function makeTombstone({ random }: SpreadPorts, asked: KeeperAsk<'erase'>): Envelope {
  const hex = (bytes: number) => Buffer.from(random(bytes)).toString('hex');
  const { personId, sequence, writeId } = asked;
  const none = new Uint8Array();
  return {
    ...{ personId, writeId, generation: hex(16), erased: true },
    stamp: { sequence, nonce: `${LAST}${hex(16)}` },
    ...{ coordinates: none, commitments: none, ciphertext: none },
  };
}

/** Destroys the shares in all stores that are there; the others follow when they are mended. */
export async function eraseRecord(
  ports: SpreadPorts,
  asked: KeeperAsk<'erase'>,
): Promise<KeeperAnswer<'erase'>> {
  const envelope = makeTombstone(ports, asked);
  const answers = await spread(ports, { envelope, shares: new Map() });
  return { head: headOf(envelope), missed: ports.stores.length - countTaken(answers) };
}
