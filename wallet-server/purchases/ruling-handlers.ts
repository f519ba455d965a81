import type { Handlers } from '../app/handler.ts';
import { narrowRefusal } from '../app/narrow-refusal.ts';
import { commandPurchase } from './command-purchase.ts';
import { showWithFacts } from './show-purchases.ts';

/** What an arbiter does: a dispute has a way out by a person. */
export const RULING_HANDLERS: Handlers<'ruleDispute'> = {
  async ruleDispute(services, { params, body }) {
    const command = { type: 'rule', sellerMinor: BigInt(body.sellerMinor) } as const;
    const request = { ask: params, actor: 'arbiter' as const, command };
    const applied = await commandPurchase(services, request, (purchase, facts) => ({
      purchase: showWithFacts(services, purchase, facts),
    }));
    return 'refused' in applied ? narrowRefusal('ruleDispute', applied.refused) : applied;
  },
};
