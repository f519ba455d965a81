import { makeBillJob } from '../bank/pay-open-bills.ts';
import type { JobHandler } from '../storage/jobs/work-job.ts';
import { makeWebhookJob } from '../webhooks/deliver-webhook.ts';
import type { Services } from './services.ts';
import { traceJobs } from './trace-jobs.ts';

/** Who does which work of the outbox. */
export function composeJobs(
  services: Services,
  mailJobs: Readonly<Record<string, JobHandler>>,
): Record<string, JobHandler> {
  return traceJobs({
    ...mailJobs,
    webhook: makeWebhookJob(services),
    pay_open_bills: makeBillJob(services),
  });
}
