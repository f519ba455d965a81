import { createHmac, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Queryable, type Sql, sqlStateOf, type Transaction } from './sql.ts';
import { type TransactSettings, transact } from './transact.ts';

/** One unsafe request of one party, told apart by the key that the caller chose. */
export interface IdempotentCall {
  party: string;
  key: string;
  method: string;
  path: string;
  /** From `hashInput`. */
  inputHash: string;
  nowMs: number;
  /** How long the answer is kept. @default 86400000 (a day) */
  lifetimeMs?: number;
}

export interface Answer {
  status: number;
  /** JSON, or null. Stored in the directory: numbers and codes, never real data (S1). */
  response: unknown;
}

/** An answer on its way to be kept under its key, beside what it answers (see `purchases/commit-record.ts`). */
export interface KeptAnswer {
  party: string;
  key: string;
  method: string;
  path: string;
  inputHash: string;
  /** Sealed; in base64url. */
  response: string;
  endsAtMs: number;
}

export type IdempotencyRefusal = 'idempotency_key_reused' | 'idempotency_in_progress';
export type IdempotentAnswer = (Answer & { repeated: boolean }) | { refused: IdempotencyRefusal };

interface StoredCall {
  method: string;
  path: string;
  input_hash: string;
  status: number | null;
  response: unknown;
}

/** How long an answer is kept. */
export const DAY_MS = 86_400_000;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Fingerprint of a request's body (anything JSON can say). Keyed, since a plain hash of a phone number in the
 * directory could be guessed back; all processes on one database need the same secret.
 */
export function hashInput(secret: Uint8Array | KeyObject, body: unknown): string {
  return createHmac('sha256', secret)
    .update(canonicalize(body ?? null) ?? 'null')
    .digest('hex');
}

/** What a stored call answers to a call that comes with its key. */
export function judgeStored(stored: StoredCall, call: IdempotentCall): IdempotentAnswer {
  const same =
    stored.method === call.method && stored.path === call.path && stored.input_hash === call.inputHash;
  if (!same) return { refused: 'idempotency_key_reused' };
  if (stored.status === null) return { refused: 'idempotency_in_progress' };
  return { status: stored.status, response: stored.response, repeated: true };
}

/**
 * Runs a command once per party and key, its effects and its answer in one transaction. Whatever `run` returns is
 * stored, refusals too; when it throws, nothing is, and the caller may try again.
 * A second call while the first one runs waits for it, `waitMs` at most (then `idempotency_in_progress`).
 */
export async function withIdempotency(
  sql: Sql,
  call: IdempotentCall,
  run: (tx: Transaction) => Promise<Answer>,
  settings: TransactSettings & { waitMs?: number } = {},
): Promise<IdempotentAnswer> {
  const waiting = { forKey: false };
  try {
    return await transact(
      sql,
      async tx => {
        waiting.forKey = true;
        const taken = await takeKey(tx, call, settings.waitMs ?? 5000);
        waiting.forKey = false;
        if (!taken) return judgeStored(await readStored(tx, call), call);
        const { status, response } = await run(tx);
        await storeAnswer(tx, call, { status, response });
        return { status, response, repeated: false };
      },
      settings,
    );
  } catch (fault) {
    if (waiting.forKey && sqlStateOf(fault) === LOCK_NOT_AVAILABLE)
      return { refused: 'idempotency_in_progress' };
    throw fault;
  }
}

/** Inserts the key, or takes over an expired one; false when it is in use. Three statements, one round trip. */
async function takeKey(tx: Transaction, call: IdempotentCall, waitMs: number): Promise<boolean> {
  const expiresAtMs = call.nowMs + (call.lifetimeMs ?? DAY_MS);
  const [, taken] = await Promise.all([
    tx.unsafe(`set local lock_timeout = ${Math.max(1, Math.trunc(waitMs))}`),
    tx`
      insert into idempotency_keys as kept
        (party, key, method, path, input_hash, status, response, created_at_ms, expires_at_ms)
      values
        (${call.party}, ${call.key}, ${call.method}, ${call.path}, ${call.inputHash}, null, null, ${call.nowMs}, ${expiresAtMs})
      on conflict (party, key) do update set
        method = excluded.method, path = excluded.path, input_hash = excluded.input_hash,
        status = null, response = null,
        created_at_ms = excluded.created_at_ms, expires_at_ms = excluded.expires_at_ms
      where kept.expires_at_ms <= excluded.created_at_ms
      returning 1`,
    tx.unsafe('set local lock_timeout = default'),
  ]);
  return taken.length === 1;
}

/** What is kept under the key of `call`; the key must be there. */
export async function readStored(tx: Queryable, call: IdempotentCall): Promise<StoredCall> {
  const [stored] = await tx<StoredCall[]>`
    select method, path, input_hash, status, response from idempotency_keys
    where party = ${call.party} and key = ${call.key}`;
  if (stored === undefined) throw new Error('an idempotency key was in use and is gone');
  return stored;
}

async function storeAnswer(tx: Transaction, call: IdempotentCall, answer: Answer): Promise<void> {
  await tx`
    update idempotency_keys set status = ${answer.status}, response = ${tx.json(answer.response as never)}
    where party = ${call.party} and key = ${call.key}`;
}

/** Forgets answers whose time is over; gives back how many. */
export async function deleteExpiredKeys(sql: Queryable, nowMs: number): Promise<number> {
  return (await sql`delete from idempotency_keys where expires_at_ms <= ${nowMs}`).count;
}
