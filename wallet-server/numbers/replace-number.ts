import type { Services } from '../app/services.ts';
import type { Transaction } from '../storage/sql.ts';
import { issueNumber } from './issue-number.ts';

/** Ends the person's active number and gives a new one (S11); run in one transaction. */
export async function replaceNumber(
  tx: Transaction,
  services: Pick<Services, 'clock' | 'random'>,
  personId: string,
): Promise<string> {
  await tx`
    update numbers set retired_at_ms = ${services.clock()}
    where person_id = ${personId} and retired_at_ms is null`;
  return await issueNumber(tx, services, personId);
}
