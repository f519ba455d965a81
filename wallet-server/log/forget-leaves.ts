import type { Queryable } from '../storage/sql.ts';

/**
 * Erases what leaves about `subjectIds` stood for; their hashes stay, so the tree stays whole. Without salt nobody can
 * say what a hash stood for, or that it stood for anything. Returns how many leaves were forgotten.
 */
export async function forgetLeaves(tx: Queryable, subjectIds: readonly string[]): Promise<number> {
  if (subjectIds.length === 0) return 0;
  // Two statements for two partial indexes: placed leaves are many, waiting ones few.
  const placed = await tx`
    update log_leaves set entry = null, salt = null
    where entry ->> 'subjectId' in ${tx(subjectIds)} and leaf_index is not null`;
  const waiting = await tx`
    update log_leaves set entry = null, salt = null
    where entry ->> 'subjectId' in ${tx(subjectIds)} and leaf_index is null`;
  return placed.count + waiting.count;
}
