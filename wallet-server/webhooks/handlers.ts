import type { WebhookDelivery } from '#shared/api/sellers.ts';
import type { Handlers } from '../app/handler.ts';
import type { Services } from '../app/services.ts';
import { countNames } from '../app/shared-counts.ts';
import { runUnit } from '../purchases/run-unit.ts';
import { enqueueJobs } from '../storage/jobs/enqueue-jobs.ts';
import { findDelivery, type KeptDelivery, listDeliveries } from './deliveries.ts';

/** Each is tried ten times by itself; beyond this a shop would have us knock at its server, or another's, for ever. */
const RESENDS = { most: 10, windowMs: 24 * 3_600_000 };

/** Counts under a row of its own, so that any number of calls at once are counted one after the other. */
async function isSentTooOften(services: Services, deliveryId: string): Promise<boolean> {
  const window = { nowMs: services.clock(), windowMs: RESENDS.windowMs };
  const [resends] = await countNames(services, [`webhook resend ${deliveryId}`], window);
  return resends === undefined || resends.count > RESENDS.most;
}

function show({ sellerId: _, body: __, ...delivery }: KeptDelivery): WebhookDelivery {
  return delivery;
}

/** The log of messages that a shop sees. */
export const WEBHOOK_HANDLERS: Handlers<'listWebhookDeliveries' | 'resendWebhook'> = {
  async listWebhookDeliveries(services, { party }) {
    return { ok: { deliveries: (await listDeliveries(services.directory, party.sellerId)).map(show) } };
  },

  async resendWebhook(services, { party, params }) {
    const answer = await runUnit(services, async ({ tx, services: unit }) => {
      const known = await findDelivery(tx, params.deliveryId);
      if (known?.sellerId !== party.sellerId) return { refused: 'not_found' } as const;
      if (await isSentTooOften(unit, known.id)) return { refused: 'rate_limited' } as const;
      const nowMs = services.clock();
      await tx`
        update webhook_deliveries set state = 'waiting', next_attempt_at_ms = ${nowMs} where id = ${known.id}`;
      const key = `${known.id}:again:${nowMs}`;
      await enqueueJobs(
        tx,
        [{ kind: 'webhook', key, payload: { deliveryId: known.id }, runAtMs: nowMs }],
        nowMs,
      );
      const delivery = show({ ...known, state: 'waiting', nextAttemptAtMs: nowMs });
      return { ok: { delivery } };
    });
    services.nudgeJobs();
    return answer;
  },
};
