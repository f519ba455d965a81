import type { Purchase } from '#shared/purchase/purchase.ts';
import { isFinal } from '#shared/purchase/state.ts';
import type { Services } from '../app/services.ts';
import { findPerson } from '../people/find-person.ts';
import { keepCode, makeCode } from './confirmation-codes.ts';
import { lockPurchase } from './find-purchase.ts';
import { runUnit } from './run-unit.ts';

export type IssueRefusal =
  | 'purchase_unknown'
  | 'purchase_over'
  | 'stage_wrong'
  | 'confirmation_late'
  | 'passkey_required';

/** Whether an e-mail code is enough for this amount, by the person's own limit. */
export function isCodeAllowed(purchase: Purchase, codeLimits: Readonly<Record<string, string>>): boolean {
  return purchase.amountMinor <= BigInt(codeLimits[purchase.currency] ?? '0');
}

/** Why no code is given for `purchase` now, or null. */
export async function judgeCodeRequest(
  services: Pick<Services, 'directory' | 'settings' | 'clock'>,
  purchase: Purchase,
): Promise<IssueRefusal | null> {
  if (isFinal(purchase.state)) return 'purchase_over';
  if (purchase.state !== 'order_received') return 'stage_wrong';
  if (services.clock() >= purchase.confirmByMs) return 'confirmation_late';
  const person = await findPerson(services, purchase.personId);
  return person && isCodeAllowed(purchase, person.codeLimits) ? null : 'passkey_required';
}

/**
 * A new code for a purchase that waits (S29), told to the caller and kept as an HMAC; earlier codes end.
 * For the job that mails it: the code exists from the moment of sending on.
 */
export async function issueConfirmationCode(
  services: Services,
  purchaseId: string,
): Promise<{ code: string; expiresAtMs: number; purchase: Purchase } | { refused: IssueRefusal }> {
  return await runUnit(services, async unit => {
    const purchase = await lockPurchase(unit.tx, purchaseId);
    if (!purchase) return { refused: 'purchase_unknown' };
    const refused = await judgeCodeRequest(unit.services, purchase);
    if (refused) return { refused };
    const code = makeCode(services.random);
    const expiresAtMs = await keepCode(unit.tx, services, purchase, code);
    return { code, expiresAtMs, purchase };
  });
}
