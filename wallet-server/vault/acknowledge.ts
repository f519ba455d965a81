import { appendLeaves } from '../log/append-leaves.ts';
import { planLeaf } from '../log/plan-leaf.ts';
import { unite } from '../storage/unite.ts';
import type { Head } from './envelope.ts';
import type { GuardPorts } from './guard-ports.ts';
import { raiseHead, unsettle } from './heads.ts';

/** Remembers what two stores have, and puts its commitment into the log, once (S57). */
export async function acknowledge(
  { directory, clock, random }: GuardPorts,
  personId: string,
  { head, missed }: { head: Head; missed: number },
): Promise<void> {
  const entry = { kind: 'stored', subjectId: personId, detail: head.digest, atMs: clock() } as const;
  await unite(directory, async tx => {
    const raised = await raiseHead(tx, personId, head);
    if (missed > 0) await unsettle(tx, personId);
    if (raised && !head.erased) await appendLeaves(tx, [planLeaf(entry, random)]);
  });
}
