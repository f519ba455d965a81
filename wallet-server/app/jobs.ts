import type { JobHandler } from '../storage/jobs/work-job.ts';
import type { Services } from './services.ts';

/** Who does which work of the outbox. */
export function composeJobs(
  _services: Services,
  mailJobs: Readonly<Record<string, JobHandler>>,
): Record<string, JobHandler> {
  return { ...mailJobs };
}
