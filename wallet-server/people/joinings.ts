import type { Services } from '../app/services.ts';
import type { Queryable, Sql } from '../storage/sql.ts';
import { transact } from '../storage/transact.ts';

/** After this nobody is joining any more: the process that was to say so is gone. */
export const JOINING_MS = 10 * 60_000;
const PAGE = 100;

type Ports = Pick<Services, 'directory' | 'vault' | 'log'>;

/** Writes down that a record of `personId` is about to come into the vault, which no transaction of ours holds. */
export async function beginJoining(
  { directory, clock }: Pick<Services, 'directory' | 'clock'>,
  personId: string,
): Promise<void> {
  await directory`insert into joinings (person_id, begun_at_ms) values (${personId}, ${clock()})`;
}

/** In the transaction that makes the person. False where the joining was given up meanwhile, and the record erased. */
export async function endJoining(tx: Queryable, personId: string): Promise<boolean> {
  return (await tx`delete from joinings where person_id = ${personId}`).count === 1;
}

/**
 * Erases what a joining left in the vault, in the transaction that forgets the joining. Nothing where a person came of
 * it, whether or not whoever asks was told of that commit.
 */
export async function giveUpJoining({ directory, vault, log }: Ports, personId: string): Promise<void> {
  const erased = await transact(directory, async tx => {
    if (!(await endJoining(tx, personId))) return false;
    if ((await tx`select 1 from people where id = ${personId}`).length > 0) return false;
    await vault.within(tx).eraseRecord(personId);
    return true;
  });
  if (erased) log.info('joining_given_up', { personId });
}

/** The same for all whose process died on the way. Any number of processes may do so. */
export async function giveUpOldJoinings(services: Ports & Pick<Services, 'clock'>): Promise<void> {
  for (const personId of await listOld(services.directory, services.clock() - JOINING_MS))
    await giveUpJoining(services, personId);
}

async function listOld(sql: Sql, untilMs: number): Promise<string[]> {
  const rows = await sql<{ person_id: string }[]>`
    select person_id from joinings where begun_at_ms <= ${untilMs} order by begun_at_ms limit ${PAGE}`;
  return rows.map(row => row.person_id);
}
