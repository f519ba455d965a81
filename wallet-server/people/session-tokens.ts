import { hash } from 'node:crypto';
import type { SessionTokens } from '#shared/api/people.ts';
import { encodeBase64url } from '#shared/crypto/base64url.ts';
import type { Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';

export const ACCESS_LIFETIME_MS = 10 * 60_000;
export const REFRESH_LIFETIME_MS = 12 * 3_600_000;

/** A token is 32 bytes of chance, so that a plain hash of it is enough to keep. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** New tokens for a session; only their hashes are kept. */
export async function issueTokens(
  sql: Queryable,
  services: Pick<Services, 'clock' | 'random'>,
  sessionId: string,
): Promise<SessionTokens> {
  const nowMs = services.clock();
  const tokens: SessionTokens = {
    accessToken: encodeBase64url(services.random(32)),
    accessExpiresAtMs: nowMs + ACCESS_LIFETIME_MS,
    refreshToken: encodeBase64url(services.random(32)),
    refreshExpiresAtMs: nowMs + REFRESH_LIFETIME_MS,
  };
  await sql`
    insert into access_tokens (token_hash, session_id, expires_at_ms)
    values (${hashToken(tokens.accessToken)}, ${sessionId}, ${tokens.accessExpiresAtMs})`;
  await sql`
    insert into refresh_tokens (token_hash, session_id, expires_at_ms)
    values (${hashToken(tokens.refreshToken)}, ${sessionId}, ${tokens.refreshExpiresAtMs})`;
  return tokens;
}

/** Forgets tokens whose time is over, and sessions that have none left. */
export async function deleteExpiredTokens(sql: Queryable, nowMs: number): Promise<void> {
  await sql`delete from dpop_proofs where expires_at_ms <= ${nowMs}`;
  await sql`delete from access_tokens where expires_at_ms <= ${nowMs}`;
  await sql`delete from refresh_tokens where expires_at_ms <= ${nowMs}`;
  await sql`
    delete from sessions where not exists (select 1 from refresh_tokens where session_id = sessions.id)
      and not exists (select 1 from access_tokens where session_id = sessions.id)`;
}
