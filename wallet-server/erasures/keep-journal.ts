import type { Services } from '../app/services.ts';
import { errorCodeOf } from '../storage/jobs/retry-policy.ts';
import type { Queryable } from '../storage/sql.ts';
import { transact } from '../storage/transact.ts';
import { appendToJournal, hashPerson, type JournalEntry, readJournal } from './erasure-journal.ts';

interface Row {
  person_id: string;
  sequence: bigint;
  erased_at_ms: bigint;
}

const PAGE = 1000;

/** Writes an erasure down, in the transaction that makes it. */
export async function noteErasure(
  tx: Queryable,
  { personId, sequence, atMs }: { personId: string; sequence: number; atMs: number },
): Promise<void> {
  await tx`
    insert into erasures (person_id, sequence, erased_at_ms) values (${personId}, ${sequence}, ${atMs})
    on conflict do nothing`;
}

/** Moves erasures that are not in the journal yet into it. Returns how many. Any number of processes may do so. */
export async function journalErasures({
  directory,
  clock,
  settings,
}: Pick<Services, 'directory' | 'clock' | 'settings'>): Promise<number> {
  return await transact(directory, async tx => {
    const rows = await tx<Row[]>`
      select person_id, sequence, erased_at_ms from erasures where journaled_at_ms is null
      order by erased_at_ms limit ${PAGE} for update skip locked`;
    if (rows.length === 0) return 0;
    await appendToJournal(settings.erasuresFile, rows.map(toEntry));
    const ids = rows.map(row => `${row.person_id} ${row.sequence}`);
    await tx`
      update erasures set journaled_at_ms = ${clock()}
      where journaled_at_ms is null and person_id::text || ' ' || sequence in ${tx(ids)}`;
    return rows.length;
  });
}

/** The same, where a journal that cannot be written must stop nothing: it is tried again, and `doctor` tells. */
export async function tryToJournal(services: Services): Promise<number> {
  try {
    return await journalErasures(services);
  } catch (fault) {
    services.log.error('erasures_not_journaled', { code: errorCodeOf(fault) });
    return 0;
  }
}

/** Writes every erasure that the directory knows into `path`, beside what stands there. Returns how many are new. */
export async function exportErasures(directory: Queryable, path: string): Promise<number> {
  const kept = new Set((await readJournal(path))?.map(nameEntry));
  const rows = await directory<Row[]>`
    select person_id, sequence, erased_at_ms from erasures order by erased_at_ms, person_id, sequence`;
  const entries = rows.map(toEntry).filter(entry => !kept.has(nameEntry(entry)));
  await appendToJournal(path, entries);
  return entries.length;
}

function toEntry({ person_id, sequence, erased_at_ms }: Row): JournalEntry {
  return { person: hashPerson(person_id), sequence: Number(sequence), atMs: Number(erased_at_ms) };
}

function nameEntry({ person, sequence }: JournalEntry): string {
  return `${person} ${sequence}`;
}
