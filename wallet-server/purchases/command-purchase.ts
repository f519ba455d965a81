import type { Actor, PurchaseCommand } from '#shared/purchase/command.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { PurchaseRefusal } from '#shared/purchase/refusal.ts';
import type { WriteRefusal } from './commit-record.ts';
import { planCommand } from './plan-command.ts';
import type { PurchaseAsk, PurchaseFacts } from './read-purchase-facts.ts';
import { type CommandServices, type Plan, runCommand } from './run-command.ts';

export interface PurchaseRequest {
  ask: PurchaseAsk;
  actor: Actor;
  command: PurchaseCommand;
  /** Whose purchase it must be; to anyone else it is unknown. */
  isAllowed?: (purchase: Purchase) => boolean;
}

/** Applies one command to one purchase through the engine; `show` makes the answer from what became of it. */
export async function commandPurchase<Shown>(
  services: CommandServices,
  request: PurchaseRequest,
  show: (purchase: Purchase, facts: PurchaseFacts) => Shown,
): Promise<{ ok: Shown } | { refused: PurchaseRefusal | WriteRefusal }> {
  return await runCommand(services, async (): Promise<Plan<Shown, PurchaseRefusal>> => {
    const facts = await services.engine.readPurchase(request.ask);
    if (!facts || request.isAllowed?.(facts.purchase) === false) return { refused: 'purchase_unknown' };
    const planned = planCommand(services, facts.purchase, request.command, request.actor);
    if ('refused' in planned) return planned;
    const answer = (purchase: Purchase) => ({ ok: show(purchase, facts) });
    if ('same' in planned) return { candidates: [{ change: null, answer: answer(planned.same) }] };
    return { candidates: planned.changes.map(change => ({ change, answer: answer(change.after) })) };
  });
}
