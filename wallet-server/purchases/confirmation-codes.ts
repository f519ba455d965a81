import { timingSafeEqual } from 'node:crypto';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { hashPurchaseConsent } from '#shared/purchase/purchase-consent.ts';
import { computeHmac } from '../app/hmac.ts';
import type { Random, Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';
import type { CodeUse } from './commit-record.ts';

export const CODE_LIFETIME_MS = 10 * 60_000;
/** Of any code that we mail. */
export const MAX_TRIES = 5;
const CODE_SPACE = 1_000_000;

export type CodeRefusal = 'code_missing' | 'code_wrong' | 'code_expired' | 'code_used' | 'code_tries_over';

/** Six digits, each code as likely as any other. */
export function makeCode(random: Random): string {
  const fair = 2 ** 32 - (2 ** 32 % CODE_SPACE);
  for (;;) {
    const drawn = Buffer.from(random(4)).readUInt32BE();
    if (drawn < fair) return String(drawn % CODE_SPACE).padStart(6, '0');
  }
}

/** What is kept of a code: good for this purchase, this consent and this amount only. */
function hashCode(services: Pick<Services, 'settings'>, purchase: Purchase, code: string): Buffer {
  const key = services.settings.keyFor('confirmation-code');
  const bound = [purchase.id, hashPurchaseConsent(purchase), purchase.amountMinor.toString(), code];
  return computeHmac(key, bound.join(' '));
}

/** Until when a code made now is good: ten minutes, and never longer than the purchase waits. */
export function findCodeEnd(purchase: Purchase, nowMs: number): number {
  return Math.min(nowMs + CODE_LIFETIME_MS, purchase.confirmByMs);
}

/** A code to be kept as a purchase's only one (none yet: null). */
export interface NewCode {
  purchase: Purchase;
  code: string | null;
}

/** Purchases go in sorted, so that two groups never wait for each other. */
const KEEP = `
  insert into confirmation_codes (purchase_id, code_hmac, expires_at_ms, tries, used_at_ms)
  select purchases.id, decode(code_hmac, 'hex'), expires_at_ms, 0, null
  from jsonb_to_recordset($1::text::jsonb) as new(purchase_id uuid, version int, code_hmac text, expires_at_ms bigint)
  join lateral (
    select id from purchases where id = new.purchase_id and version = new.version limit 1) purchases on true
  order by purchases.id
  on conflict (purchase_id) do update set
    code_hmac = excluded.code_hmac, expires_at_ms = excluded.expires_at_ms, tries = 0, used_at_ms = null
  returning purchase_id`;

/**
 * Keeps codes, each of another purchase. Answers in their order until when each is good; null where its purchase is not
 * as it was read.
 */
export async function keepCodes(
  tx: Queryable,
  services: Pick<Services, 'settings' | 'clock'>,
  codes: readonly NewCode[],
): Promise<(number | null)[]> {
  const nowMs = services.clock();
  const rows = codes.map(({ purchase, code }) => ({
    ...{ purchase_id: purchase.id, version: purchase.version, expires_at_ms: findCodeEnd(purchase, nowMs) },
    code_hmac: code === null ? null : hashCode(services, purchase, code).toString('hex'),
  }));
  const kept = await tx.unsafe<{ purchase_id: string }[]>(KEEP, [JSON.stringify(rows)], { prepare: true });
  const keptIds = new Set(kept.map(row => row.purchase_id));
  return rows.map(row => (keptIds.has(row.purchase_id) ? row.expires_at_ms : null));
}

/** What is kept of the code that was mailed last. */
export interface KeptCode {
  codeHmac: Uint8Array | null;
  expiresAtMs: number;
  tries: number;
  isUsed: boolean;
}

/** How many wrong tries are still free before the code ends. */
export function countTriesLeft({ tries }: Pick<KeptCode, 'tries'>): number {
  return Math.max(0, MAX_TRIES - tries);
}

/** Null where the code holds; `codeUse` is what has to be written of it, either way. */
export type JudgedCode = { refused: null; codeUse: CodeUse } | { refused: CodeRefusal; codeUse?: CodeUse };

/**
 * Checks a code (S30). A wrong one is counted before its caller is told, and a right one is used up with what it
 * confirms; `senderMatches: false` makes any code a wrong one.
 */
export function judgeCode(
  services: Pick<Services, 'settings' | 'clock'>,
  purchase: Purchase,
  given: { code: string | null; senderMatches: boolean; kept: KeptCode | null },
): JudgedCode {
  const { kept } = given;
  if (!kept || kept.codeHmac === null) return { refused: 'code_missing' };
  if (kept.isUsed) return { refused: 'code_used' };
  if (services.clock() >= kept.expiresAtMs) return { refused: 'code_expired' };
  if (countTriesLeft(kept) === 0) return { refused: 'code_tries_over' };
  const expected = given.code === null ? null : hashCode(services, purchase, given.code);
  const isRight = given.senderMatches && expected !== null && timingSafeEqual(expected, kept.codeHmac);
  const codeUse = { purchaseId: purchase.id, codeHmac: kept.codeHmac, tries: kept.tries, isRight };
  return { refused: isRight ? null : 'code_wrong', codeUse };
}
