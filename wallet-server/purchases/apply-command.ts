import type { Actor, PurchaseCommand } from '#shared/purchase/command.ts';
import { decide } from '#shared/purchase/decide.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { PurchaseRefusal } from '#shared/purchase/refusal.ts';
import type { Services } from '../app/services.ts';
import { lockPurchase } from './find-purchase.ts';
import { planChange } from './plan-change.ts';
import { runUnit, type Unit } from './run-unit.ts';
import { type WriteRefusal, writeChange } from './write-change.ts';

export type ApplyRefusal = PurchaseRefusal | WriteRefusal;
export type Applied = { ok: Purchase } | { refused: ApplyRefusal };

/** Decides `command` on a purchase that is locked (or not yet there) and writes what follows, in the caller's unit. */
export async function applyToLocked(
  unit: Unit,
  before: Purchase | null,
  command: PurchaseCommand,
  actor: Actor,
): Promise<Applied> {
  const { services, tx } = unit;
  const nowMs = services.clock();
  const decision = decide(before, command, nowMs, services.settings.terms);
  if ('refused' in decision) return decision;
  const change = planChange(services, before, decision.events, { actor, atMs: nowMs });
  if (!change) return before ? { ok: before } : { refused: 'purchase_unknown' };
  const refused = await writeChange(tx, services, change);
  if (refused) return { refused };
  const { id: purchaseId, personId, sellerId } = change.after;
  unit.changed.push({ purchaseId, personId, sellerId });
  const billed = change.events.some(({ event }) => event.type === 'billed');
  return { ok: billed ? await payFromFunds(unit, change.after) : change.after };
}

/** A bill is paid at once from what the person has paid in; where that is too little it waits (S35). */
async function payFromFunds(unit: Unit, purchase: Purchase): Promise<Purchase> {
  const paid = await applyToLocked(unit, purchase, { type: 'settle_bill' }, 'bank');
  return 'ok' in paid ? paid.ok : purchase;
}

/** Locks the purchase, checks that `isAllowed` (else it is unknown to the caller) and applies `command`. */
export async function applyInUnit(
  unit: Unit,
  request: {
    purchaseId: string;
    actor: Actor;
    command: PurchaseCommand;
    isAllowed?: (purchase: Purchase) => boolean;
  },
): Promise<Applied> {
  const purchase = await lockPurchase(unit.tx, request.purchaseId);
  if (!purchase || request.isAllowed?.(purchase) === false) return { refused: 'purchase_unknown' };
  return await applyToLocked(unit, purchase, request.command, request.actor);
}

/** The one way in which a purchase changes: decision, version, postings, jobs and log in one transaction. */
export async function applyCommand(
  services: Services,
  request: Parameters<typeof applyInUnit>[1],
): Promise<Applied> {
  return await runUnit(services, unit => applyInUnit(unit, request));
}
