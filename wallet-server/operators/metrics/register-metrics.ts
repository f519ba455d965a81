import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { CallLimits } from '../../app/limit-calls.ts';
import { findKeyHolder, type KeyHolder } from '../../app/outside-keys.ts';
import { RefusedCall } from '../../app/problem.ts';
import type { Services } from '../../app/services.ts';
import { readCondition } from '../read-condition.ts';
import { measureCalls } from './call-metrics.ts';
import { measureCondition } from './condition-metrics.ts';

/** A scrape more often than this gets the last one's gauges again: several scrapers cost as much as one. */
const FRESH_FOR_MS = 5000;

/**
 * `GET /metrics` in the Prometheus text format, for who shows an operator's key as a bearer token. Must be called before
 * the routes whose calls it counts.
 */
export function registerMetrics(
  app: FastifyInstance,
  services: Services,
  { operators, limits }: { operators: readonly KeyHolder[]; limits: CallLimits },
): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  measureCalls(app, registry);
  const refresh = onceIn(
    FRESH_FOR_MS,
    measureCondition(registry, () => readCondition(services, false)),
  );
  app.get('/metrics', async (request, reply) => {
    const [scheme = '', key = ''] = (request.headers.authorization ?? '').split(' ');
    if (scheme.toLowerCase() !== 'bearer' || !findKeyHolder(operators, key)) {
      await limits.wrongCredential(request, reply);
      throw new RefusedCall('key_invalid');
    }
    await refresh();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function onceIn(freshForMs: number, run: () => Promise<void>): () => Promise<void> {
  let last: { startedAtMs: number; done: Promise<void> } | undefined;
  return () => {
    const nowMs = performance.now();
    if (last && nowMs - last.startedAtMs < freshForMs) return last.done;
    const done = run().catch(fault => {
      last = undefined;
      throw fault;
    });
    last = { startedAtMs: nowMs, done };
    return done;
  };
}
