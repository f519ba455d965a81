import type { Queryable } from '../storage/sql.ts';

export interface NumberRecord {
  number: string;
  personId: string;
  issuedAtMs: number;
  /** When it stopped standing for the person; open purchases that name it still may use it. */
  retiredAtMs: number | null;
}

interface Row {
  number: string;
  person_id: string;
  issued_at_ms: bigint;
  retired_at_ms: bigint | null;
}

function toRecord(row: Row): NumberRecord {
  const retiredAtMs = row.retired_at_ms === null ? null : Number(row.retired_at_ms);
  return { number: row.number, personId: row.person_id, issuedAtMs: Number(row.issued_at_ms), retiredAtMs };
}

/** What is known of a number as `parseNumber` gives it (capitals, no spaces); null where it was never given out. */
export async function findNumber(sql: Queryable, number: string): Promise<NumberRecord | null> {
  const [row] = await sql<Row[]>`
    select number, person_id, issued_at_ms, retired_at_ms from numbers where number = ${number}`;
  return row ? toRecord(row) : null;
}

/** The number that stands for `personId` now; of a united membership, its holder's (S16). */
export async function getActiveNumber(sql: Queryable, personId: string): Promise<string> {
  const [row] = await sql<{ number: string }[]>`
    select number from numbers
    where retired_at_ms is null and person_id = coalesce(
      (select same_as from people where id = ${personId} and same_as is not null), ${personId}::uuid)`;
  if (!row) throw new Error('a person has no active number');
  return row.number;
}

/** Numbers that once stood for `personId`, newest first; none of them is ever given out again. */
export async function listRetiredNumbers(sql: Queryable, personId: string): Promise<NumberRecord[]> {
  const rows = await sql<Row[]>`
    select number, person_id, issued_at_ms, retired_at_ms from numbers
    where person_id = ${personId} and retired_at_ms is not null order by retired_at_ms desc`;
  return rows.map(toRecord);
}
