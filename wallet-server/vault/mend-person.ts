import { acknowledge } from './acknowledge.ts';
import type { GuardPorts } from './guard-ports.ts';
import { findStanding, settle } from './heads.ts';
import { compareStamps } from './stamp.ts';

/** What mending found: how many rows were written anew; that stores are away; or that all are there and none has it. */
export type Mending = { mended: number; whole: boolean } | 'waiting' | 'lost';

/** Makes one person's stores whole, and remembers it. */
export async function mendPerson(ports: GuardPorts, personId: string): Promise<Mending> {
  const { known } = await findStanding(ports.directory, personId);
  const answer = await ports.keeper.mend({ personId, known });
  if ('refused' in answer) return answer.refused === 'lost' ? 'lost' : 'waiting';
  const { head, missed, mended } = answer;
  const isNews = head && (!known.head || compareStamps(known.head.stamp, head.stamp) < 0);
  if (isNews) await acknowledge(ports, personId, { head, missed });
  if (missed === 0) await settle(ports.directory, personId, { ...known, head: head ?? known.head });
  return { mended, whole: missed === 0 };
}
