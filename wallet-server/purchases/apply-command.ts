import type { Actor, PurchaseCommand } from '#shared/purchase/command.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { PurchaseRefusal } from '#shared/purchase/refusal.ts';
import type { Services } from '../app/services.ts';
import { commandPurchase } from './command-purchase.ts';
import type { WriteRefusal } from './commit-record.ts';
import { planCommand } from './plan-command.ts';
import type { Unit } from './run-unit.ts';
import { writeChange } from './write-change.ts';

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
  const planned = planCommand(services, before, command, actor);
  if ('refused' in planned) return planned;
  if ('same' in planned) return { ok: planned.same };
  let refused: WriteRefusal = 'conflict';
  for (const change of planned.changes) {
    const unwritten = await writeChange(tx, services, change);
    if (unwritten === null) {
      const { id: purchaseId, personId, sellerId } = change.after;
      unit.changed.push({ purchaseId, personId, sellerId });
      return { ok: change.after };
    }
    refused = unwritten;
  }
  return { refused };
}

/** The one way in which a purchase changes: decision, version, postings, jobs and log in one statement. */
export async function applyCommand(
  services: Services,
  { purchaseId, actor, command }: { purchaseId: string; actor: Actor; command: PurchaseCommand },
): Promise<Applied> {
  return await commandPurchase(services, { ask: { purchaseId }, actor, command }, purchase => purchase);
}
