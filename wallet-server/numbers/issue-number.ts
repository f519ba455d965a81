import { makeNumber } from '#shared/number/number.ts';
import type { Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';

/** Gives `personId` a number that nobody ever had (S1, S15); the database holds every number ever given out. */
export async function issueNumber(
  tx: Queryable,
  services: Pick<Services, 'clock' | 'random'>,
  personId: string,
): Promise<string> {
  for (;;) {
    const number = makeNumber(services.random);
    const issued = await tx`
      insert into numbers (number, person_id, issued_at_ms) values (${number}, ${personId}, ${services.clock()})
      on conflict (number) do nothing`;
    if (issued.count === 1) return number;
  }
}
