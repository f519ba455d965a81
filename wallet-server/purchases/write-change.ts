import type { Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';
import {
  type CommitRecord,
  type CommitStatus,
  type CreditLimits,
  toCommitParameters,
  type WriteRefusal,
} from './commit-record.ts';
import { makeCommitStatement } from './commit-statement.ts';
import type { Change } from './plan-change.ts';

const PASSING = makeCommitStatement('skip locked');
const WAITING = makeCommitStatement('');

/**
 * Writes a group of records in one statement and one round trip: purchases, events, postings, log leaves, messages,
 * kept answers. Each record is written whole or not at all, and none hinders another. Outside a transaction it is
 * durable when this returns. `wait` waits for purchases that somebody holds, instead of answering `conflict`.
 */
export async function commitRecords(
  sql: Queryable,
  records: readonly CommitRecord[],
  options: { credit: CreditLimits; wait: boolean },
): Promise<CommitStatus[]> {
  const parameters = toCommitParameters(records, options.credit);
  const statement = options.wait ? WAITING : PASSING;
  const rows = await sql.unsafe<{ status: CommitStatus }[]>(statement, parameters, { prepare: true });
  return rows.map(({ status }) => status);
}

/** Writes one change in the caller's transaction, which holds the purchase's row lock and commits. */
export async function writeChange(
  tx: Queryable,
  services: Pick<Services, 'settings'>,
  change: Change,
): Promise<WriteRefusal | null> {
  const record = { atMs: change.atMs, change };
  const credit = services.settings.creditLimits;
  const [status] = await commitRecords(tx, [record], { credit, wait: true });
  if (status === 'written') return null;
  if (status === undefined || status === 'key_taken') throw new Error('a change has no status');
  return status;
}
