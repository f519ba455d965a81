import type { Queryable } from '../storage/sql.ts';
import { type LogLeaf, toLeafRows } from './plan-leaf.ts';

/** Appends leaves in the caller's transaction. */
export async function appendLeaves(tx: Queryable, leaves: readonly LogLeaf[]): Promise<void> {
  await tx`
    insert into log_leaves (leaf_hash, salt, entry, at_ms)
    select decode(leaf_hash, 'hex'), decode(salt, 'hex'), entry, at_ms
    from jsonb_to_recordset(${tx.json(toLeafRows(leaves) as never)})
      as new(leaf_hash text, salt text, entry jsonb, at_ms bigint)`;
}
