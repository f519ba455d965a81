import { hashToken } from '../people/session-tokens.ts';
import { findSellersByApiKey } from '../sellers/find-seller.ts';
import { hashApiKey } from '../sellers/keys.ts';
import { groupCalls } from '../storage/group-calls.ts';
import { retryConflicts } from '../storage/retry-conflicts.ts';
import type { Queryable, Sql } from '../storage/sql.ts';
import type { Proof } from './dpop.ts';
import { makeSeenSellers } from './seen-sellers.ts';

export interface FoundSession {
  personId: string;
  deviceId: string;
  sessionId: string;
  expiresAtMs: number;
}

/** An access token with the proof that came along. */
export interface ShownSession {
  accessToken: string;
  proof: Proof;
  nowMs: number;
}

export type SessionOutcome = FoundSession | { refused: 'session_expired' | 'proof_invalid' };

/** Who calls, as the database knows it; calls that come together ask together. */
export interface Callers {
  /** The session of an access token that was shown with a proof; the proof is used up in the same round trip. */
  findSession(shown: ShownSession): Promise<SessionOutcome>;
  /** Whose API key this is: the shop's id, or null. */
  findSeller(apiKey: string): Promise<string | null>;
  /** Whose it was when it was last found; null where it was not. What is told or done never rests on it. */
  recallSeller(apiKey: string): string | null;
}

const GROUPING = { largest: 256, lanes: 1 };

export function makeCallers(sql: Sql): Callers {
  const seen = makeSeenSellers();
  const findSeller = groupCalls((apiKeys: readonly string[]) => findSellersByApiKey(sql, apiKeys), GROUPING);
  return {
    findSession: groupCalls((shown: readonly ShownSession[]) => findSessions(sql, shown), {
      ...GROUPING,
      // The same proof twice at once: the second must find it used.
      claimsOf: ({ proof }) => [proof.hash.toString('base64')],
    }),
    findSeller: async apiKey => {
      const sellerId = await findSeller(apiKey);
      if (sellerId !== null) seen.remember(hashApiKey(apiKey), sellerId);
      return sellerId;
    },
    recallSeller: apiKey => seen.recall(hashApiKey(apiKey)),
  };
}

interface Row {
  fresh: boolean;
  session_id: string | null;
  person_id: string | null;
  device_id: string | null;
  jkt: string | null;
  expires_at_ms: bigint | null;
}

/**
 * Proofs go in sorted, so that two groups never wait for each other. Each session is looked up by itself (`limit 1`): a
 * join would read whole tables wherever they once were small.
 */
const FIND_SESSIONS = `
  with shown as materialized (
    select seq, decode(proof, 'hex') as proof_hash, ends_at_ms, decode(token, 'hex') as token_hash,
      prover, now_ms
    from jsonb_to_recordset($1::text::jsonb)
      as s(seq int, proof text, ends_at_ms bigint, token text, prover text, now_ms bigint)),
  kept as (
    insert into dpop_proofs (proof_hash, expires_at_ms) select proof_hash, ends_at_ms from shown order by proof_hash
    on conflict do nothing returning proof_hash),
  found as materialized (
    select shown.seq, token_hash, seen, session_id, person_id, device_id, jkt, expires_at_ms
    from shown cross join lateral (
      select seen, session_id, sessions.person_id, device_id, jkt, expires_at_ms
      from access_tokens join sessions on sessions.id = session_id join devices on devices.id = device_id
      where access_tokens.token_hash = shown.token_hash limit 1) session),
  marked as (
    update access_tokens set seen = true
    from (select found.token_hash from found join shown using (seq) join kept using (proof_hash) 
      where not seen and jkt = prover and expires_at_ms > now_ms) as new
    where access_tokens.token_hash = new.token_hash)
  select kept.proof_hash is not null as fresh, session_id, person_id, device_id, jkt, expires_at_ms
  from shown left join kept using (proof_hash) left join found using (seq) order by shown.seq`;

async function findSessions(sql: Sql, shown: readonly ShownSession[]): Promise<SessionOutcome[]> {
  const asked = shown.map(({ accessToken, proof, nowMs }, seq) => ({
    ...{ seq, proof: proof.hash.toString('hex'), ends_at_ms: proof.expiresAtMs, prover: proof.jkt },
    now_ms: nowMs,
    token: hashToken(accessToken).toString('hex'),
  }));
  const rows = await retryConflicts(() =>
    sql.unsafe<Row[]>(FIND_SESSIONS, [JSON.stringify(asked)], { prepare: true }),
  );
  return rows.map((row, index) => judgeRow(row, shown[index]));
}

function judgeRow(row: Row, shown: ShownSession | undefined): SessionOutcome {
  if (!row.fresh || !shown) return { refused: 'proof_invalid' };
  const { session_id, person_id, device_id, jkt, expires_at_ms } = row;
  if (session_id === null || person_id === null || device_id === null || expires_at_ms === null)
    return { refused: 'session_expired' };
  if (jkt !== shown.proof.jkt) return { refused: 'proof_invalid' };
  if (expires_at_ms <= BigInt(shown.nowMs)) return { refused: 'session_expired' };
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
