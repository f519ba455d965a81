import type { Services } from '../app/services.ts';
import { errorCodeOf } from '../storage/jobs/retry-policy.ts';
import { applyCommand } from './apply-command.ts';

/** Purchases that time acts on at once: a group of the engine. */
const DUE_AT_ONCE = 64;

async function listDue({ directory, clock }: Services, passedOver: ReadonlySet<string>): Promise<string[]> {
  const rows = await directory<{ id: string }[]>`
    select id from purchases
    where due_at_ms <= ${clock()} and id <> all(${[...passedOver]}::uuid[])
    order by due_at_ms, id limit ${DUE_AT_ONCE}`;
  return rows.map(({ id }) => id);
}

/**
 * Lets time do what is due, each purchase by a command of its own, until none is. Of several processes that see the same
 * purchase one moves it; to the others it is not due any more. A purchase that fails is passed over and tried at the
 * next run.
 * @returns how many moved.
 */
export async function runDuePurchases(services: Services): Promise<number> {
  const passedOver = new Set<string>();
  for (let count = 0; ; ) {
    const due = await listDue(services, passedOver);
    if (due.length === 0) return count;
    const moved = await Promise.all(due.map(purchaseId => advance(services, purchaseId)));
    for (const [index, hasMoved] of moved.entries()) {
      if (hasMoved) count += 1;
      else passedOver.add(due[index] ?? '');
    }
  }
}

async function advance(services: Services, purchaseId: string): Promise<boolean> {
  try {
    const command = { type: 'advance_time' } as const;
    return 'ok' in (await applyCommand(services, { purchaseId, actor: 'time', command }));
  } catch (fault) {
    services.log.error('purchase_timer_failed', { purchaseId, code: errorCodeOf(fault) });
    return false;
  }
}
