import type { Handlers } from '../app/handler.ts';
import { narrowRefusal } from '../app/narrow-refusal.ts';
import { enqueueJobs } from '../storage/jobs/enqueue-jobs.ts';
import { confirmByCode } from './confirm.ts';
import { confirmByPasskey } from './confirm-by-passkey.ts';
import { countTriesLeft, keepCodes } from './confirmation-codes.ts';
import { lockPurchase } from './find-purchase.ts';
import { judgeCodeRequest } from './issue-code.ts';
import { runUnit } from './run-unit.ts';

/** S29, S30: the code that is mailed, and the confirmation itself. */
export const CONFIRMATION_HANDLERS: Handlers<'requestCode' | 'getCode' | 'confirmPurchase'> = {
  async requestCode(services, { party, params }) {
    // Asked before the purchase is locked: whoever acts on it waits for no store of the vault.
    const isReachable = await services.vault.isReachable();
    const answer = await runUnit(services, async unit => {
      const purchase = await lockPurchase(unit.tx, params.purchaseId);
      if (purchase?.personId !== party.personId) return { refused: 'purchase_unknown' } as const;
      const refused = await judgeCodeRequest(unit.services, purchase);
      if (refused) return { refused };
      if (!isReachable) return { refused: 'vault_unreachable' } as const;
      const [expiresAtMs = null] = await keepCodes(unit.tx, services, [{ purchase, code: null }]);
      if (expiresAtMs === null) throw new Error('a purchase changed while it was locked');
      const nowMs = services.clock();
      const payload = { purchaseId: purchase.id, event: 'order_received' };
      const key = `${purchase.id}:code:${nowMs}`;
      await enqueueJobs(
        unit.tx,
        [{ kind: 'mail_confirmation_request', key, payload, runAtMs: nowMs }],
        nowMs,
      );
      return { ok: { expiresAtMs } };
    });
    services.nudgeJobs();
    return 'ok' in answer ? answer : narrowRefusal('requestCode', answer.refused);
  },

  async getCode(services, { party, params }) {
    const facts = await services.engine.readPurchase({ ...params, withCode: true });
    if (facts?.purchase.personId !== party.personId) return { refused: 'purchase_unknown' };
    const { code } = facts;
    if (!code?.codeHmac || code.isUsed) return { refused: 'code_missing' };
    return { ok: { triesLeft: countTriesLeft(code), expiresAtMs: code.expiresAtMs } };
  },

  async confirmPurchase(services, { party, params, body }) {
    const given = { ...params, personId: party.personId, consentHash: body.consentHash };
    const confirmed =
      body.method === 'passkey'
        ? await confirmByPasskey(services, { ...given, credential: body.credential })
        : await confirmByCode(services, { ...given, code: body.code });
    return 'refused' in confirmed ? narrowRefusal('confirmPurchase', confirmed.refused) : confirmed;
  },
};
