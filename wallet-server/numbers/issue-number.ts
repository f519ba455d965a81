import { makeNumber } from '#shared/number/number.ts';
import type { Services } from '../app/services.ts';
import { appendLeaves } from '../log/append-leaves.ts';
import { planLeaf } from '../log/plan-leaf.ts';
import type { Queryable } from '../storage/sql.ts';

/**
 * Gives `personId` a number that nobody ever had (S1, S15), and has the log say that it was given: not which one. The
 * database holds every number ever given out.
 */
export async function issueNumber(
  tx: Queryable,
  services: Pick<Services, 'clock' | 'random'>,
  personId: string,
): Promise<string> {
  const atMs = services.clock();
  for (;;) {
    const number = makeNumber(services.random);
    const issued = await tx`
      insert into numbers (number, person_id, issued_at_ms) values (${number}, ${personId}, ${atMs})
      on conflict (number) do nothing`;
    if (issued.count !== 1) continue;
    const entry = { kind: 'issued', subjectId: personId, detail: 'number', atMs } as const;
    await appendLeaves(tx, [planLeaf(entry, services.random)]);
    return number;
  }
}
