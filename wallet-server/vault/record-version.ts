import type { Queryable } from '../storage/sql.ts';
import { findStanding, lockHead, type Standing } from './heads.ts';

/**
 * Names what a record was when it was read: its place in the order of writes and erasures, waiting ones among them. The
 * person's id is in it, since a membership that is united with another has that one's record from then on.
 */
export function versionOf(personId: string, { known, staged }: Standing): string {
  const { head, erasedThrough } = known;
  return `${personId}:${Math.max(head?.stamp.sequence ?? 0, erasedThrough, staged?.sequence ?? 0)}`;
}

/**
 * Whether the record is what it was; null as `version` stands for a person of whom nothing was ever kept. Until the end
 * of the transaction nobody else writes or erases it: each write takes its place in the row that is locked here, and
 * one under way holds it until it is acknowledged.
 */
export async function holdVersion(tx: Queryable, personId: string, version: string | null): Promise<boolean> {
  await lockHead(tx, personId);
  return versionOf(personId, await findStanding(tx, personId)) === (version ?? `${personId}:0`);
}
