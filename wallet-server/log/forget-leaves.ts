import type { Queryable } from '../storage/sql.ts';

/**
 * Erases what leaves about `subjectIds` up to `untilMs` stood for; their hashes stay, so the tree stays whole. Without
 * salt nobody can say what a hash stood for, or that it stood for anything. That something was erased is not forgotten.
 * Returns how many leaves were.
 */
export async function forgetLeaves(
  tx: Queryable,
  subjectIds: readonly string[],
  untilMs: number,
): Promise<number> {
  if (subjectIds.length === 0) return 0;
  // Two statements for two partial indexes: placed leaves are many, waiting ones few.
  const placed = await tx`
    update log_leaves set entry = null, salt = null
    where entry ->> 'subjectId' in ${tx(subjectIds)} and leaf_index is not null
      and entry ->> 'kind' <> 'erased' and at_ms <= ${untilMs}`;
  const waiting = await tx`
    update log_leaves set entry = null, salt = null
    where entry ->> 'subjectId' in ${tx(subjectIds)} and leaf_index is null
      and entry ->> 'kind' <> 'erased' and at_ms <= ${untilMs}`;
  return placed.count + waiting.count;
}
