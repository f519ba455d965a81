import type { FastifyInstance } from 'fastify';
import { Counter, Histogram, type Registry } from 'prom-client';

/** Seconds; from a number read in the database to a call that waits for a slow disk. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * Counts and times every call by operation and status. Operations are rows of the contract, so that the number of
 * series stays small and no address gets into a label.
 */
export function measureCalls(app: FastifyInstance, registry: Registry): void {
  const registers = [registry];
  const calls = new Counter({
    ...{ name: 'wayveil_calls_total', help: 'Calls answered.', registers },
    labelNames: ['operation', 'status'],
  });
  const durations = new Histogram({
    ...{
      name: 'wayveil_call_duration_seconds',
      help: 'From the first byte in to the last byte out.',
      registers,
    },
    ...{ labelNames: ['operation'], buckets: BUCKETS },
  });
  app.addHook('onResponse', (request, reply, done) => {
    const operation = request.routeOptions.config.operation ?? 'other';
    calls.inc({ operation, status: String(reply.statusCode) });
    durations.observe({ operation }, reply.elapsedTime / 1000);
    done();
  });
}
