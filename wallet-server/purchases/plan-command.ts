import type { Actor, PurchaseCommand } from '#shared/purchase/command.ts';
import { decide } from '#shared/purchase/decide.ts';
import { evolve } from '#shared/purchase/evolve.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { PurchaseRefusal } from '#shared/purchase/refusal.ts';
import type { Services } from '../app/services.ts';
import { type Change, type ChangeStep, planChange } from './plan-change.ts';

/** What a command leads to: nothing new, or changes of which the first that its person's account bears is written. */
export type PlannedCommand =
  | { refused: PurchaseRefusal }
  | { same: Purchase }
  | { changes: readonly [Change, ...Change[]] };

/** One command after the other as one change; refused where any of them is. */
export function planCommands(
  services: Pick<Services, 'random' | 'settings' | 'clock'>,
  before: Purchase,
  commands: readonly PurchaseCommand[],
  actor: Actor,
): PlannedCommand {
  const nowMs = services.clock();
  const { terms } = services.settings;
  const steps: ChangeStep[] = [];
  let purchase = before;
  for (const command of commands) {
    const decision = decide(purchase, command, nowMs, terms);
    if ('refused' in decision) return decision;
    for (const event of decision.events) purchase = evolve(purchase, event, nowMs, terms);
    steps.push({ actor, events: decision.events });
  }
  const change = planChange(services, before, steps, nowMs);
  return change ? { changes: [change] } : { same: before };
}

/** Decides `command` on `before` and plans what follows; a bill is paid at once where there are funds for it (S35). */
export function planCommand(
  services: Pick<Services, 'random' | 'settings' | 'clock'>,
  before: Purchase | null,
  command: PurchaseCommand,
  actor: Actor,
): PlannedCommand {
  const nowMs = services.clock();
  const { terms } = services.settings;
  const decision = decide(before, command, nowMs, terms);
  if ('refused' in decision) return decision;
  const steps = [{ actor, events: decision.events }];
  const change = planChange(services, before, steps, nowMs);
  if (!change) return before ? { same: before } : { refused: 'purchase_unknown' };
  const billed = decision.events.some(({ type }) => type === 'billed');
  const paid = billed ? decide(change.after, { type: 'settle_bill' }, nowMs, terms) : null;
  if (!paid || 'refused' in paid) return { changes: [change] };
  const paying = planChange(services, before, [...steps, { actor: 'bank', events: paid.events }], nowMs);
  return { changes: paying ? [paying, change] : [change] };
}
