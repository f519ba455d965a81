import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import type { Services } from '../app/services.ts';
import { getWebhookTarget } from '../sellers/find-seller.ts';
import { delayAfter, errorCodeOf, type RetryPolicy } from '../storage/jobs/retry-policy.ts';
import type { JobHandler } from '../storage/jobs/work-job.ts';
import { findDelivery, type KeptDelivery, keepAttempt } from './deliveries.ts';
import { postWebhook } from './post-webhook.ts';

/** Ten attempts over almost two days: an evening's outage of a shop loses nothing. */
export const WEBHOOK_RETRY: RetryPolicy = {
  maxAttempts: 10,
  firstDelayMs: 5 * 60_000,
  longestDelayMs: 24 * 3_600_000,
};

const Payload = z.object({ deliveryId: z.string() });

/** The shop did not take the message; the job is tried again. */
class WebhookRefusedError extends Error {
  readonly code: string;
  constructor(code: string, options?: ErrorOptions) {
    super('a webhook was not taken', options);
    this.code = code;
  }
}

/** Sends one message, signed by the Standard Webhooks rules; anything but a 2xx is tried again later. */
export function makeWebhookJob(services: Services): JobHandler {
  return {
    retry: WEBHOOK_RETRY,
    run: async ({ payload, attempt }, signal) => {
      const delivery = await findDelivery(services.directory, Payload.parse(payload).deliveryId);
      if (!delivery || delivery.state === 'delivered') return undefined;
      const target = await getWebhookTarget(services, delivery.sellerId);
      if (!target) {
        await keepAttempt(services.directory, delivery.id, { ...NEVER, lastStatus: null });
        return undefined;
      }
      await attemptDelivery(services, { delivery, target, attempt, signal });
      return undefined;
    },
  };
}

const NEVER = { state: 'failed', nextAttemptAtMs: null } as const;

interface Attempt {
  delivery: KeptDelivery;
  target: { url: string; secret: string };
  attempt: number;
  signal: AbortSignal;
}

async function attemptDelivery(
  services: Services,
  { delivery, target, attempt, signal }: Attempt,
): Promise<void> {
  const { directory, settings } = services;
  const nowMs = services.clock();
  const body = JSON.stringify(delivery.body);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': delivery.id,
    'webhook-timestamp': String(Math.floor(nowMs / 1000)),
    'webhook-signature': new Webhook(target.secret).sign(delivery.id, new Date(nowMs), body),
  };
  const toPrivateHosts = settings.webhookToPrivateHosts;
  let lastStatus: number | null = null;
  let fault: unknown;
  try {
    lastStatus = await postWebhook({ url: target.url, headers, body, toPrivateHosts, signal });
  } catch (caught) {
    fault = caught;
  }
  if (lastStatus !== null && lastStatus >= 200 && lastStatus < 300)
    return await keepAttempt(directory, delivery.id, {
      state: 'delivered',
      lastStatus,
      nextAttemptAtMs: null,
    });
  const delayMs = delayAfter(attempt, WEBHOOK_RETRY);
  const later =
    delayMs === undefined ? NEVER : ({ state: 'waiting', nextAttemptAtMs: nowMs + delayMs } as const);
  await keepAttempt(directory, delivery.id, { ...later, lastStatus });
  throw new WebhookRefusedError(fault ? errorCodeOf(fault) : `status_${lastStatus}`, { cause: fault });
}
