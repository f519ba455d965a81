import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { JobHandler } from '../storage/jobs/work-job.ts';

/** Puts a span around each job, named by its kind; its key and payload stay out, since they may say who. */
export function traceJobs(handlers: Record<string, JobHandler>): Record<string, JobHandler> {
  const tracer = trace.getTracer('wayveil');
  const traced = Object.entries(handlers).map(([kind, handler]): [string, JobHandler] => {
    const run: JobHandler['run'] = (job, signal) =>
      tracer.startActiveSpan(kind, { attributes: { 'wayveil.attempt': job.attempt } }, async span => {
        try {
          return await handler.run(job, signal);
        } catch (fault) {
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw fault;
        } finally {
          span.end();
        }
      });
    return [kind, { ...handler, run }];
  });
  return Object.fromEntries(traced);
}
