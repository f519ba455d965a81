import { encodeBase64url } from '#shared/crypto/base64url.ts';
import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';

/** How long a person may take to answer a passkey prompt. */
export const CHALLENGE_LIFETIME_MS = 5 * 60_000;

export type ChallengePurpose =
  | 'registration'
  | 'sign_in'
  | 'seller_signing'
  | 'terms_signing'
  | 'erasure'
  | 'payout_change'
  | 'passkey_addition'
  | 'passkey_removal'
  | 'passkey_keeping'
  | 'mailbox_change';

export interface Challenge {
  id: string;
  challenge: string;
  personId: string | null;
  detail: unknown;
}

/** 32 bytes of chance as a challenge. */
export function makeChallenge(services: Pick<Services, 'random'>): string {
  return encodeBase64url(services.random(32));
}

/** Keeps a challenge until it is answered or too old. */
export async function keepChallenge(
  services: Pick<Services, 'directory' | 'clock' | 'random'>,
  kept: { purpose: ChallengePurpose; challenge: string; personId?: string; detail?: Record<string, unknown> },
): Promise<string> {
  const id = makeId(services);
  const sql = services.directory;
  const detail = (kept.detail ?? {}) as never;
  await sql`
    insert into challenges (id, purpose, challenge, person_id, detail, expires_at_ms)
    values (${id}, ${kept.purpose}, ${kept.challenge}, ${kept.personId ?? null}, ${sql.json(detail)},
      ${services.clock() + CHALLENGE_LIFETIME_MS})`;
  return id;
}

/** Takes a challenge out: nobody gets it a second time, however the answer turns out. */
export async function takeChallenge(
  services: Pick<Services, 'directory' | 'clock'>,
  wanted: { id: string; purpose: ChallengePurpose; personId?: string },
): Promise<Challenge | null> {
  interface Row {
    id: string;
    challenge: string;
    person_id: string | null;
    detail: unknown;
    expires_at_ms: bigint;
  }
  const [row] = await services.directory<Row[]>`
    delete from challenges where id = ${wanted.id} and purpose = ${wanted.purpose}
      and (person_id is null or person_id = ${wanted.personId ?? null})
    returning id, challenge, person_id, detail, expires_at_ms`;
  if (!row || row.expires_at_ms <= BigInt(services.clock())) return null;
  return { id: row.id, challenge: row.challenge, personId: row.person_id, detail: row.detail };
}

/** Forgets challenges that nobody answered in time. */
export async function deleteExpiredChallenges(sql: Queryable, nowMs: number): Promise<number> {
  return (await sql`delete from challenges where expires_at_ms <= ${nowMs}`).count;
}
