import type { Handlers } from '../app/handler.ts';
import { narrowRefusal } from '../app/narrow-refusal.ts';
import { applyCommand } from './apply-command.ts';
import { showPurchase } from './show-purchases.ts';

/** What an arbiter does: a dispute has a way out by a person. */
export const RULING_HANDLERS: Handlers<'ruleDispute'> = {
  async ruleDispute(services, { params, body }) {
    const command = { type: 'rule', sellerMinor: BigInt(body.sellerMinor) } as const;
    const { purchaseId } = params;
    const applied = await applyCommand(services, { purchaseId, actor: 'arbiter', command });
    if ('refused' in applied) return narrowRefusal('ruleDispute', applied.refused);
    return { ok: { purchase: await showPurchase(services, applied.ok) } };
  },
};
