import { z } from 'zod';
import { CurrencyCode, Id } from '#shared/api/fields.ts';
import type { Services } from '../app/services.ts';
import { applyCommand } from '../purchases/apply-command.ts';
import { listBilled } from '../purchases/find-purchase.ts';
import type { JobHandler } from '../storage/jobs/work-job.ts';

/** Pays a person's open bills from what they paid in, oldest first, until one is more than what is left (S35). */
export async function payOpenBills(
  services: Services,
  { personId, currency }: { personId: string; currency: string },
): Promise<void> {
  for (const { id } of await listBilled(services.directory, personId, currency)) {
    const command = { type: 'settle_bill' } as const;
    const paid = await applyCommand(services, { purchaseId: id, actor: 'bank', command });
    if ('refused' in paid && paid.refused === 'funds_insufficient') return;
  }
}

const Payload = z.object({ personId: Id, currency: CurrencyCode });

/** Does it again where a process died between the payment and the bills. */
export function makeBillJob(services: Services): JobHandler {
  return {
    run: async ({ payload }) => {
      await payOpenBills(services, Payload.parse(payload));
      return undefined;
    },
  };
}
