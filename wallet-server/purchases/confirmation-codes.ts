import { timingSafeEqual } from 'node:crypto';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { hashPurchaseConsent } from '#shared/purchase/purchase-consent.ts';
import { computeHmac } from '../app/hmac.ts';
import type { Random, Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';

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

/** Keeps `code` (none yet: null) as the purchase's only one. */
export async function keepCode(
  tx: Queryable,
  services: Pick<Services, 'settings' | 'clock'>,
  purchase: Purchase,
  code: string | null,
): Promise<number> {
  const expiresAtMs = findCodeEnd(purchase, services.clock());
  const codeHmac = code === null ? null : hashCode(services, purchase, code);
  await tx`
    insert into confirmation_codes (purchase_id, code_hmac, expires_at_ms, tries, used_at_ms)
    values (${purchase.id}, ${codeHmac}, ${expiresAtMs}, 0, null)
    on conflict (purchase_id) do update set
      code_hmac = excluded.code_hmac, expires_at_ms = excluded.expires_at_ms, tries = 0, used_at_ms = null`;
  return expiresAtMs;
}

interface Row {
  code_hmac: Buffer | null;
  expires_at_ms: bigint;
  tries: number;
  used_at_ms: bigint | null;
}

/** Checks a code (S30). A wrong one is counted; `senderMatches: false` makes any code a wrong one. */
export async function checkCode(
  tx: Queryable,
  services: Pick<Services, 'settings' | 'clock'>,
  purchase: Purchase,
  given: { code: string | null; senderMatches: boolean },
): Promise<CodeRefusal | null> {
  const [row] = await tx<Row[]>`
    select code_hmac, expires_at_ms, tries, used_at_ms from confirmation_codes
    where purchase_id = ${purchase.id} for update`;
  if (!row || row.code_hmac === null) return 'code_missing';
  if (row.used_at_ms !== null) return 'code_used';
  if (services.clock() >= Number(row.expires_at_ms)) return 'code_expired';
  if (row.tries >= MAX_TRIES) return 'code_tries_over';
  const expected = given.code === null ? null : hashCode(services, purchase, given.code);
  if (given.senderMatches && expected && timingSafeEqual(expected, row.code_hmac)) return null;
  await tx`update confirmation_codes set tries = tries + 1 where purchase_id = ${purchase.id}`;
  return 'code_wrong';
}

/** A code is good once. */
export async function endCode(tx: Queryable, purchaseId: string, nowMs: number): Promise<void> {
  await tx`update confirmation_codes set used_at_ms = ${nowMs} where purchase_id = ${purchaseId}`;
}
