import type { Handlers } from '../app/handler.ts';
import type { Transaction } from '../storage/sql.ts';
import { transact } from '../storage/transact.ts';
import { hashToken, issueTokens } from './session-tokens.ts';

interface Row {
  session_id: string;
  device_id: string;
  jkt: string;
  used_at_ms: bigint | null;
  expires_at_ms: bigint;
}

/**
 * New tokens for a refresh token, once. One that comes back after its successors were used was stolen: its whole
 * family ends. Before that, the same device may ask again, since an answer can be lost on its way.
 */
export const refreshSession: Handlers<'refreshSession'>['refreshSession'] = async (services, call) => {
  const { jkt } = call.party;
  if (jkt === null) return { refused: 'proof_invalid' };
  const nowMs = services.clock();
  const hash = hashToken(call.body.refreshToken);
  return await transact(services.directory, async tx => {
    const row = await lockToken(tx, hash);
    if (!row || row.expires_at_ms <= BigInt(nowMs)) return { refused: 'session_expired' } as const;
    if (row.jkt !== jkt) return { refused: 'proof_invalid' } as const;
    if (row.used_at_ms !== null && (await isSucceeded(tx, row))) {
      await tx`delete from sessions where id = ${row.session_id}`;
      services.log.warn('refresh_token_reused', { sessionId: row.session_id });
      return { refused: 'session_expired' } as const;
    }
    await tx`delete from refresh_tokens where session_id = ${row.session_id} and used_at_ms is null and token_hash <> ${hash}`;
    await tx`update refresh_tokens set used_at_ms = ${nowMs} where token_hash = ${hash}`;
    await tx`delete from access_tokens where session_id = ${row.session_id}`;
    await tx`update devices set seen_at_ms = ${nowMs} where id = ${row.device_id}`;
    return { ok: await issueTokens(tx, services, row.session_id) };
  });
};

async function lockToken(tx: Transaction, hash: Buffer): Promise<Row | undefined> {
  const [row] = await tx<Row[]>`
    select session_id, device_id, jkt, used_at_ms, expires_at_ms from refresh_tokens
    join sessions on sessions.id = session_id join devices on devices.id = device_id
    where token_hash = ${hash} for update of sessions`;
  return row;
}

/** Whether any token that came after this one was ever used. */
async function isSucceeded(tx: Transaction, row: Row): Promise<boolean> {
  const [found] = await tx`
    select 1 from access_tokens where session_id = ${row.session_id} and seen
    union all
    select 1 from refresh_tokens where session_id = ${row.session_id} and used_at_ms > ${row.used_at_ms}`;
  return found !== undefined;
}
