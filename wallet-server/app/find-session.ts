import { hashToken } from '../people/session-tokens.ts';
import type { Queryable } from '../storage/sql.ts';
import type { Proof } from './dpop.ts';

export interface FoundSession {
  personId: string;
  deviceId: string;
  sessionId: string;
  expiresAtMs: number;
}

interface Row {
  fresh: boolean;
  session_id: string | null;
  person_id: string | null;
  device_id: string | null;
  jkt: string | null;
  seen: boolean | null;
  expires_at_ms: bigint | null;
}

/** The session of an access token that was shown with `proof`; the proof is used up in the same round trip. */
export async function findSession(
  sql: Queryable,
  shown: { accessToken: string; proof: Proof; nowMs: number },
): Promise<FoundSession | { refused: 'session_expired' | 'proof_invalid' }> {
  const { accessToken, proof, nowMs } = shown;
  const hash = hashToken(accessToken);
  const [row] = await sql<Row[]>`
    with kept as (
      insert into dpop_proofs (proof_hash, expires_at_ms) values (${proof.hash}, ${proof.expiresAtMs})
      on conflict do nothing returning 1)
    select exists (select 1 from kept) as fresh, session_id, sessions.person_id, device_id, jkt, seen, expires_at_ms
    from (select 1) as one
    left join (access_tokens join sessions on sessions.id = session_id join devices on devices.id = device_id)
      on token_hash = ${hash}`;
  if (!row?.fresh) return { refused: 'proof_invalid' };
  const { session_id, person_id, device_id, jkt, seen, expires_at_ms } = row;
  if (session_id === null || person_id === null || device_id === null || expires_at_ms === null)
    return { refused: 'session_expired' };
  if (jkt !== proof.jkt) return { refused: 'proof_invalid' };
  if (expires_at_ms <= BigInt(nowMs)) return { refused: 'session_expired' };
  if (!seen) await sql`update access_tokens set seen = true where token_hash = ${hash}`;
  return {
    personId: person_id,
    deviceId: device_id,
    sessionId: session_id,
    expiresAtMs: Number(expires_at_ms),
  };
}

/** Uses a proof up without a token; false where it was seen before. */
export async function spendProof(sql: Queryable, proof: Proof): Promise<boolean> {
  const kept = await sql`
    insert into dpop_proofs (proof_hash, expires_at_ms) values (${proof.hash}, ${proof.expiresAtMs})
    on conflict do nothing`;
  return kept.count === 1;
}
