import type { Actor, PurchaseCommand } from '#shared/purchase/command.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { PurchaseRefusal } from '#shared/purchase/refusal.ts';
import type { Services } from '../app/services.ts';
import { commandPurchase } from './command-purchase.ts';
import type { WriteRefusal } from './commit-record.ts';

export type ApplyRefusal = PurchaseRefusal | WriteRefusal;
export type Applied = { ok: Purchase } | { refused: ApplyRefusal };

/** The one way in which a purchase changes: decision, version, postings, jobs and log in one statement. */
export async function applyCommand(
  services: Services,
  { purchaseId, actor, command }: { purchaseId: string; actor: Actor; command: PurchaseCommand },
): Promise<Applied> {
  return await commandPurchase(services, { ask: { purchaseId }, actor, command }, purchase => purchase);
}
