import { noteErasure } from '../erasures/keep-journal.ts';
import { appendLeaves } from '../log/append-leaves.ts';
import { forgetLeaves } from '../log/forget-leaves.ts';
import { planLeaf } from '../log/plan-leaf.ts';
import type { Queryable } from '../storage/sql.ts';
import { isPool, unite } from '../storage/unite.ts';
import { acknowledge } from './acknowledge.ts';
import type { GuardPorts } from './guard-ports.ts';
import { markErased, takeSequence } from './heads.ts';

const STORES = 3;
const ENOUGH_STORES = 2;

/**
 * Erases a person's record: from the moment the directory says so nobody gets it, whatever a store or its backup still
 * holds, and leaves of the log about them stand for nothing any more. Stores that are there destroy their share at
 * once, the others when they are mended. `prepare` decides in the same transaction, while the person's place in the order
 * of writes is held.
 */
export async function eraseForGood(
  ports: GuardPorts,
  personId: string,
  prepare: (tx: Queryable) => Promise<boolean> = async () => true,
): Promise<'erased' | 'staged' | 'kept'> {
  const { random, keeper, clock } = ports;
  const sequence = await unite(ports.directory, async tx => {
    const taken = await takeSequence(tx, personId, 0);
    if (!(await prepare(tx))) return null;
    await markErased(tx, personId, taken.sequence);
    const atMs = clock();
    await forgetLeaves(tx, [personId], atMs);
    await noteErasure(tx, { personId, sequence: taken.sequence, atMs });
    const entry = { kind: 'erased', subjectId: personId, detail: String(taken.sequence), atMs } as const;
    await appendLeaves(tx, [planLeaf(entry, random)]);
    return taken.sequence;
  });
  if (sequence === null) return 'kept';
  // A transaction of the caller may still be rolled back: its shares go when it is over, by `catchUp`.
  if (!isPool(ports.directory)) return 'staged';
  const writeId = Buffer.from(random(16)).toString('hex');
  const erased = await keeper.erase({ personId, sequence, writeId });
  if ('refused' in erased) return 'staged';
  await acknowledge(ports, personId, erased);
  return STORES - erased.missed >= ENOUGH_STORES ? 'erased' : 'staged';
}
