import type { Purchase } from '#shared/purchase/purchase.ts';
import type { Services } from '../app/services.ts';
import { errorCodeOf } from '../storage/jobs/retry-policy.ts';
import { applyToLocked } from './apply-command.ts';
import { fromDocument, type PurchaseDocument } from './purchase-document.ts';
import { runUnit, type Unit } from './run-unit.ts';

/** Locks one purchase whose time has come; those that another process works on are passed over. */
async function lockDue(unit: Unit, passedOver: readonly string[]): Promise<Purchase | null> {
  const [row] = await unit.tx<{ document: PurchaseDocument }[]>`
    select document from purchases
    where due_at_ms <= ${unit.services.clock()} and id <> all(${[...passedOver]}::uuid[])
    order by due_at_ms, id limit 1
    for update skip locked`;
  return row ? fromDocument(row.document) : null;
}

/**
 * Lets time do what is due, one purchase after the other, each in its own transaction, until none is.
 * A purchase that fails is passed over and tried at the next run.
 * @returns how many moved.
 */
export async function runDuePurchases(services: Services): Promise<number> {
  const passedOver: string[] = [];
  for (let count = 0; ; ) {
    let dueId: string | null = null;
    try {
      const moved = await runUnit(services, async unit => {
        const purchase = await lockDue(unit, passedOver);
        if (!purchase) return null;
        dueId = purchase.id;
        return await applyToLocked(unit, purchase, { type: 'advance_time' }, 'time');
      });
      if (moved === null) return count;
      if ('ok' in moved) count += 1;
      else if (dueId) passedOver.push(dueId);
    } catch (fault) {
      if (!dueId) throw fault;
      passedOver.push(dueId);
      services.log.error('purchase_timer_failed', { purchaseId: dueId, code: errorCodeOf(fault) });
    }
  }
}
