import type { Queryable } from '../storage/sql.ts';
import { toCommitParameters, toOutsideParameters } from './commit-parameters.ts';
import type { CommitRecord, CommitStatus, CreditLimits } from './commit-record.ts';
import { makeCommitStatement } from './commit-statement.ts';
import { OUTSIDE } from './outside-statement.ts';

const PASSING = makeCommitStatement('skip locked');
const WAITING = makeCommitStatement('');
const PASSING_OUTSIDE = makeCommitStatement('skip locked', OUTSIDE);
const WAITING_OUTSIDE = makeCommitStatement('', OUTSIDE);

/**
 * Writes a group of records in one statement and one round trip: purchases, events, postings, log leaves, messages,
 * kept answers. Each record is written whole or not at all, and none hinders another. Durable when this returns.
 * `wait` waits for purchases that somebody holds, instead of answering `conflict`. The longer statement, for codes and
 * the card network, is kept apart from the others, which pay for each of its parts.
 */
export async function commitRecords(
  sql: Queryable,
  records: readonly CommitRecord[],
  options: { credit: CreditLimits; wait: boolean; outside?: boolean },
): Promise<CommitStatus[]> {
  const { credit, wait, outside = false } = options;
  const usual = toCommitParameters(records, credit);
  const parameters = outside ? [...usual, ...toOutsideParameters(records)] : usual;
  const statement = outside ? (wait ? WAITING_OUTSIDE : PASSING_OUTSIDE) : wait ? WAITING : PASSING;
  const rows = await sql.unsafe<{ status: CommitStatus }[]>(statement, parameters, { prepare: true });
  return rows.map(({ status }) => status);
}
