import type { Purchase } from '#shared/purchase/purchase.ts';
import { hashPurchaseConsent } from '#shared/purchase/purchase-consent.ts';
import type { PurchaseRefusal } from '#shared/purchase/refusal.ts';
import { isFinal } from '#shared/purchase/state.ts';
import type { Services } from '../app/services.ts';
import type { WriteRefusal } from './commit-record.ts';
import { type CodeRefusal, judgeCode } from './confirmation-codes.ts';
import { isCodeEnough } from './issue-code.ts';
import { planCommand } from './plan-command.ts';
import { type Plan, runCommand } from './run-command.ts';
import { type Shown, showConfirmed } from './show-confirmed.ts';

export type ConfirmRefusal = PurchaseRefusal | WriteRefusal | CodeRefusal | 'passkey_required';
export type Confirmed = { ok: Shown } | { refused: ConfirmRefusal };

interface Request {
  purchaseId: string;
  /** Null where the proof itself tells who confirms. */
  personId: string | null;
  method: 'code' | 'reply';
  /** Null where the code is bound to what was shown. */
  consentHash: string | null;
  /** Null where none was told. */
  code: string | null;
  senderMatches: boolean;
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

/** One confirmation in one write: what was shown is what is bought, the code is used up, the money is set aside. */
async function confirm(services: Services, request: Request): Promise<Confirmed> {
  const { purchaseId, method } = request;
  return await runCommand(services, async (): Promise<Plan<Shown, ConfirmRefusal>> => {
    const facts = await services.engine.readPurchase({ purchaseId, withCode: true });
    if (!facts) return { refused: 'purchase_unknown' };
    const { purchase, codeLimits, code } = facts;
    const refused = judgeRequest(purchase, request);
    if (refused) return { refused };
    if (!isCodeEnough(services, purchase, codeLimits)) return { refused: 'passkey_required' };
    const judged = judgeCode(services, purchase, { ...request, kept: code });
    if (judged.refused !== null) return { refused: judged.refused, codeUse: judged.codeUse };
    const consentHash = hashPurchaseConsent(purchase);
    const planned = planCommand(services, purchase, { type: 'confirm', method, consentHash }, 'buyer');
    if (!('changes' in planned)) return 'refused' in planned ? planned : { refused: 'stage_wrong' };
    const [change] = planned.changes;
    return {
      candidates: [{ change, codeUse: judged.codeUse, ...showConfirmed(services, change.after, facts) }],
    };
  });
}

/** S30: the buyer types the mailed code into the extension. */
export async function confirmByCode(
  services: Services,
  given: { purchaseId: string; personId: string; consentHash: string; code: string },
): Promise<Confirmed> {
  return await confirm(services, { ...given, method: 'code', senderMatches: true });
}

/**
 * S30: the buyer replies to the mail as it is. Sender and code must both match: anything else is counted as a wrong
 * try, and nothing moves. `code` is null where the reply holds none.
 */
export async function confirmByReply(
  services: Services,
  reply: { purchaseId: string; senderMatches: boolean; code: string | null },
): Promise<Confirmed | { refused: 'sender_wrong' }> {
  const answer = await confirm(services, { ...reply, personId: null, method: 'reply', consentHash: null });
  const wrong = 'refused' in answer && answer.refused === 'code_wrong';
  return wrong && !reply.senderMatches ? { refused: 'sender_wrong' } : answer;
}
