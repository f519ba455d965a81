import type { Random } from '../app/services.ts';
import { appendLeaves } from '../log/append-leaves.ts';
import { forgetLeaves } from '../log/forget-leaves.ts';
import { planLeaf } from '../log/plan-leaf.ts';
import { forgetFormerMailboxes } from '../people/former-mailbox.ts';
import type { Sql, Transaction } from '../storage/sql.ts';
import { transact } from '../storage/transact.ts';
import { hashPerson, type JournalEntry } from './erasure-journal.ts';

interface Erasing {
  directory: Sql;
  random: Random;
  nowMs: number;
}

const PAGE = 1000;

/**
 * Erases again what a restored backup brought back: whatever the journal says of people that the directory knows. Stores
 * of the vault bury their rows when the server runs; nobody is given them before. Doing it twice is doing it once.
 * @returns how many erasures the directory did not know.
 */
export async function eraseAgain(erasing: Erasing, journal: readonly JournalEntry[]): Promise<number> {
  const byPerson = Map.groupBy(journal, ({ person }) => person);
  let [after, again]: [string | null, number] = [null, 0];
  for (;;) {
    const people = await listPeople(erasing.directory, after);
    for (const personId of people) {
      for (const entry of byPerson.get(hashPerson(personId)) ?? [])
        again += await transact(erasing.directory, tx => eraseOne(tx, erasing, { personId, ...entry }));
    }
    if (people.length < PAGE) return again;
    after = people.at(-1) ?? null;
  }
}

async function listPeople(sql: Sql, after: string | null): Promise<string[]> {
  const rows = await sql<{ person_id: string }[]>`
    select person_id from vault_heads where ${after}::uuid is null or person_id > ${after}::uuid
    order by person_id limit ${PAGE}`;
  return rows.map(row => row.person_id);
}

async function eraseOne(
  tx: Transaction,
  { random, nowMs }: Erasing,
  { personId, sequence, atMs }: JournalEntry & { personId: string },
): Promise<number> {
  const noted = await tx`
    insert into erasures (person_id, sequence, erased_at_ms, journaled_at_ms)
    values (${personId}, ${sequence}, ${atMs}, ${nowMs}) on conflict do nothing`;
  if (noted.count === 0) return 0;
  await tx`
    with forgotten as (delete from vault_staging where person_id = ${personId} and sequence <= ${sequence})
    update vault_heads set erased_through = greatest(erased_through, ${sequence}),
      last_sequence = greatest(last_sequence, ${sequence}), unsettled = true
    where person_id = ${personId}`;
  await forgetFormerMailboxes(tx, personId);
  await forgetLeaves(tx, [personId], atMs);
  const entry = { kind: 'erased', subjectId: personId, detail: String(sequence), atMs } as const;
  await appendLeaves(tx, [planLeaf(entry, random)]);
  return 1;
}
