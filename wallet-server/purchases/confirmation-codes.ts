import { timingSafeEqual } from 'node:crypto';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { hashPurchaseConsent } from '#shared/purchase/purchase-consent.ts';
import { computeHmac } from '../app/hmac.ts';
import type { Random, Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';
import type { CodeUse } from './commit-record.ts';

export const CODE_LIFETIME_MS = 10 * 60_000;
const MAX_TRIES = 5;
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

/** Keeps `code` (none yet: null) as the purchase's only one, until when; null where the purchase is not as it was read. */
export async function keepCode(
  tx: Queryable,
  services: Pick<Services, 'settings' | 'clock'>,
  purchase: Purchase,
  code: string | null,
): Promise<number | null> {
  const expiresAtMs = findCodeEnd(purchase, services.clock());
  const codeHmac = code === null ? null : hashCode(services, purchase, code);
  const kept = await tx`
    insert into confirmation_codes (purchase_id, code_hmac, expires_at_ms, tries, used_at_ms)
    select id, ${codeHmac}::bytea, ${expiresAtMs}::bigint, 0, null from purchases
    where id = ${purchase.id} and version = ${purchase.version}
    on conflict (purchase_id) do update set
      code_hmac = excluded.code_hmac, expires_at_ms = excluded.expires_at_ms, tries = 0, used_at_ms = null`;
  return kept.count === 1 ? expiresAtMs : null;
}

/** What is kept of the code that was mailed last. */
export interface KeptCode {
  codeHmac: Uint8Array | null;
  expiresAtMs: number;
  tries: number;
  isUsed: boolean;
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
  if (kept.tries >= MAX_TRIES) return { refused: 'code_tries_over' };
  const expected = given.code === null ? null : hashCode(services, purchase, given.code);
  const isRight = given.senderMatches && expected !== null && timingSafeEqual(expected, kept.codeHmac);
  const codeUse = { purchaseId: purchase.id, codeHmac: kept.codeHmac, tries: kept.tries, isRight };
  return { refused: isRight ? null : 'code_wrong', codeUse };
}
