import type { DisclosureReason } from '#shared/api/people.ts';
import type { Services } from '../app/services.ts';
import { retryConflicts } from '../storage/retry-conflicts.ts';
import type { Queryable } from '../storage/sql.ts';

/** One question of a carrier that counts as wrong until it is given back. */
export interface ProofTry {
  party: string;
  atMs: number;
}

const HOUR_MS = 3_600_000;

/**
 * Counts a try before its proof is looked at, by one statement: of any number that ask at once no more get through than
 * may be wrong within an hour. Null where that many were wrong or are being judged. Who dies in between stays counted.
 */
export async function takeProofTry(
  { directory, clock, settings }: Pick<Services, 'directory' | 'clock' | 'settings'>,
  party: string,
): Promise<ProofTry | null> {
  const atMs = clock();
  const limit = settings.wrongProofsPerHour;
  const recent = directory`array(
    select at_ms from unnest(kept.tried_at_ms) as at_ms where at_ms > ${atMs - HOUR_MS})`;
  const taken = await retryConflicts(
    () => directory`
      insert into proof_tries as kept (party, tried_at_ms) values (${party}, array[${atMs}::bigint])
      on conflict (party) do update set tried_at_ms = ${recent} || ${atMs}::bigint
      where cardinality(${recent}) < ${limit}
      returning 1`,
  );
  return taken.length === 1 ? { party, atMs } : null;
}

/** Refusals that tell a guess; a vault that was away is nobody's fault. */
const GUESSES: readonly DisclosureReason[] = [
  'number_unknown',
  'proof_missing',
  'proof_wrong',
  'field_denied',
];

export function isGuess(reason: DisclosureReason): boolean {
  return GUESSES.includes(reason);
}

/** The try was no guess: it leaves room for another one. */
export async function giveBackProofTry(sql: Queryable, { party, atMs }: ProofTry): Promise<void> {
  await sql`
    update proof_tries set tried_at_ms =
      tried_at_ms[:array_position(tried_at_ms, ${atMs}) - 1] || tried_at_ms[array_position(tried_at_ms, ${atMs}) + 1:]
    where party = ${party} and ${atMs}::bigint = any(tried_at_ms)`;
}
