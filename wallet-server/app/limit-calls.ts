import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RefusedCall } from './problem.ts';

/** Calls a minute: of one address that shows no session or key, and of one party that does. */
export interface RateLimits {
  openPerMinute: number;
  partyPerMinute: number;
}

type Limit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Counts by address and by party, over all operations together. Throws `rate_limited`. */
export interface CallLimits {
  byAddress: Limit;
  byParty: Limit;
}

const MINUTE_MS = 60_000;

/** The counts are this process's own: behind several processes, a caller has as many times the limit. */
export async function makeCallLimits(app: FastifyInstance, limits: RateLimits): Promise<CallLimits> {
  await app.register(rateLimit, { global: false, cache: 20_000 });
  const byAddress = app.createRateLimit({
    max: limits.openPerMinute,
    timeWindow: MINUTE_MS,
    keyGenerator: request => request.ip,
  });
  const byParty = app.createRateLimit({
    max: limits.partyPerMinute,
    timeWindow: MINUTE_MS,
    keyGenerator: request => request.identified?.name ?? request.ip,
  });
  return { byAddress: refuseAbove(byAddress), byParty: refuseAbove(byParty) };
}

function refuseAbove(count: ReturnType<FastifyInstance['createRateLimit']>): Limit {
  return async (request, reply) => {
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    reply.header('retry-after', String(Math.max(1, counted.ttlInSeconds)));
    throw new RefusedCall('rate_limited');
  };
}
