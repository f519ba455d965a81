import type { PurchaseRefusal } from '#shared/purchase/refusal.ts';
import type { Services } from '../app/services.ts';
import { readCredentialId } from '../people/credential.ts';
import { type AssertionRefusal, judgePasskeyAssertion } from '../people/verify-passkey-assertion.ts';
import type { WriteRefusal } from './commit-record.ts';
import { judgeRequest } from './confirm.ts';
import { planCommand } from './plan-command.ts';
import { type Plan, runCommand } from './run-command.ts';
import { type Shown, showConfirmed } from './show-confirmed.ts';

type Refusal = PurchaseRefusal | AssertionRefusal;

/** S30: the owner's passkey signs the hash of exactly what was shown; money set aside and passkey used up are one write. */
export async function confirmByPasskey(
  services: Services,
  given: { purchaseId: string; personId: string; consentHash: string; credential: unknown },
): Promise<{ ok: Shown } | { refused: Refusal | WriteRefusal }> {
  const { purchaseId, personId, consentHash, credential } = given;
  const credentialId = readCredentialId(credential);
  return await runCommand(services, async (): Promise<Plan<Shown, Refusal>> => {
    const facts = await services.engine.readPurchase({ purchaseId, credentialId });
    if (!facts) return { refused: 'purchase_unknown' };
    const { purchase } = facts;
    // It is of exactly this purchase, or refused.
    const refused = judgeRequest(purchase, { personId, consentHash });
    if (refused) return { refused };
    if (purchase.state !== 'order_received') return { refused: 'stage_wrong' };
    const assertion = { personId, credential, expectedChallenge: consentHash };
    const judged = await judgePasskeyAssertion(services, assertion, async () => facts.passkey);
    if ('refused' in judged) return judged;
    const planned = planCommand(
      services,
      purchase,
      { type: 'confirm', method: 'passkey', consentHash },
      'buyer',
    );
    if (!('changes' in planned)) return 'refused' in planned ? planned : { refused: 'stage_wrong' };
    const [change] = planned.changes;
    const passkeyUse = { credentialId: judged.credentialId, counter: judged.counter };
    return { candidates: [{ change, passkeyUse, ...showConfirmed(services, change.after, facts) }] };
  });
}
