import type { ConfirmationMethod, Purchase } from '#shared/purchase/purchase.ts';
import { hashPurchaseConsent } from '#shared/purchase/purchase-consent.ts';
import { isFinal } from '#shared/purchase/state.ts';
import type { Services } from '../app/services.ts';
import { armNumber } from '../cards/arm-number.ts';
import { findPerson } from '../people/find-person.ts';
import { type ApplyRefusal, applyToLocked } from './apply-command.ts';
import { type CodeRefusal, checkCode, endCode } from './confirmation-codes.ts';
import { lockPurchase } from './find-purchase.ts';
import { isCodeAllowed } from './issue-code.ts';
import { runUnit, type Unit } from './run-unit.ts';

export type ConfirmRefusal = ApplyRefusal | CodeRefusal | 'passkey_required';
export type Confirmed = { ok: Purchase } | { refused: ConfirmRefusal };

/** Why the proof does not hold, or null. */
type CheckProof = (unit: Unit, purchase: Purchase) => Promise<ConfirmRefusal | null>;

interface Request {
  purchaseId: string;
  /** Null where the proof itself tells who confirms. */
  personId: string | null;
  method: ConfirmationMethod;
  /** Null where the code is bound to what was shown. */
  consentHash: string | null;
  checkProof: CheckProof;
}

/** One confirmation in one transaction: what was shown is what is bought, the proof holds, the money is set aside. */
async function confirm(services: Services, request: Request): Promise<Confirmed> {
  return await runUnit(services, async (unit): Promise<Confirmed> => {
    const purchase = await lockPurchase(unit.tx, request.purchaseId);
    if (!purchase) return { refused: 'purchase_unknown' };
    const refused = judgeRequest(purchase, request) ?? (await request.checkProof(unit, purchase));
    return refused ? { refused } : await applyConfirmation(unit, purchase, request.method);
  });
}

/** Why `request` cannot confirm `purchase`, whatever its proof, or null. */
export function judgeRequest(
  purchase: Purchase,
  request: Pick<Request, 'consentHash' | 'personId'>,
): 'purchase_unknown' | 'purchase_over' | 'purchase_changed' | null {
  const { consentHash, personId } = request;
  if (personId !== null && purchase.personId !== personId) return 'purchase_unknown';
  if (isFinal(purchase.state)) return 'purchase_over';
  const shown = consentHash === null || consentHash === hashPurchaseConsent(purchase);
  return shown ? null : 'purchase_changed';
}

async function applyConfirmation(
  unit: Unit,
  purchase: Purchase,
  method: ConfirmationMethod,
): Promise<Confirmed> {
  const command = { type: 'confirm', method, consentHash: hashPurchaseConsent(purchase) } as const;
  const applied = await applyToLocked(unit, purchase, command, 'buyer');
  if ('refused' in applied) return applied;
  if (method !== 'passkey') await endCode(unit.tx, purchase.id, unit.services.clock());
  if (applied.ok.funding === 'advanced') await armNumber(unit.services, applied.ok);
  return applied;
}

/** The code that was mailed, if a code is enough for this amount. */
function checkByCode(given: { code: string | null; senderMatches: boolean }): CheckProof {
  return async ({ services, tx }, purchase) => {
    const person = await findPerson(services, purchase.personId);
    if (!person || !isCodeAllowed(purchase, person.codeLimits)) return 'passkey_required';
    return await checkCode(tx, services, purchase, given);
  };
}

/** S30: the buyer types the mailed code into the extension. */
export async function confirmByCode(
  services: Services,
  given: { purchaseId: string; personId: string; consentHash: string; code: string },
): Promise<Confirmed> {
  const { purchaseId, personId, consentHash, code } = given;
  const checkProof = checkByCode({ code, senderMatches: true });
  return await confirm(services, { purchaseId, personId, method: 'code', consentHash, checkProof });
}

/**
 * S30: the buyer replies to the mail as it is. Sender and code must both match: anything else is counted as a wrong
 * try, and nothing moves. `code` is null where the reply holds none.
 */
export async function confirmByReply(
  services: Services,
  reply: { purchaseId: string; senderMatches: boolean; code: string | null },
): Promise<Confirmed | { refused: 'sender_wrong' }> {
  const { purchaseId, code, senderMatches } = reply;
  const checkProof = checkByCode({ code, senderMatches });
  const answer = await confirm(services, {
    ...{ purchaseId, personId: null, method: 'reply', consentHash: null, checkProof },
  });
  const wrong = 'refused' in answer && answer.refused === 'code_wrong';
  return wrong && !senderMatches ? { refused: 'sender_wrong' } : answer;
}
