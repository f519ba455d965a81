import type { LogReceipt } from '#shared/api/log.ts';
import { encodeBase64 } from '#shared/log/base64.ts';
import type { Queryable } from '../storage/sql.ts';
import type { LogEntry } from './plan-leaf.ts';

interface Row {
  leaf_index: bigint;
  salt: Buffer;
  entry: LogEntry;
}

/**
 * What the log holds about a person from a place on, in its order: about purchases, about requests for real data, and
 * about the person. Leaves that wait for their place, and those whose salt was erased, are not among them.
 */
export async function listReceipts(
  sql: Queryable,
  personId: string,
  { from, limit }: { from: number; limit: number },
): Promise<LogReceipt[]> {
  // Lateral, so that each subject is one probe of the index, whatever the planner thinks of a growing log.
  const rows = await sql<Row[]>`
    with subjects as (
      select id::text as id from purchases where person_id = ${personId}
      union all select id::text from disclosures where person_id = ${personId}
      union all select ${personId}::text)
    select leaf_index, salt, entry
    from subjects cross join lateral (
      select leaf_index, salt, entry from log_leaves
      where entry ->> 'subjectId' = subjects.id and leaf_index is not null and leaf_index >= ${from}
      order by leaf_index limit ${limit}) as own
    where salt is not null
    order by leaf_index limit ${limit}`;
  return rows.map(({ leaf_index, salt, entry }) => ({
    leafIndex: Number(leaf_index),
    salt: encodeBase64(salt),
    entry,
  }));
}
