import rateLimit, { type FastifyRateLimitStoreCtor, normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GUARDS, type Guard } from './guards.ts';
import { RefusedCall } from './problem.ts';

/** How often who may call. */
export interface RateLimits {
  /** Of one address that shows no session or key. */
  openPerMinute: number;
  /** Of one party that does. */
  partyPerMinute: number;
  /** Of one address, for what lies beside the API: the log's files, pages, and what is not there. */
  pagesPerMinute: number;
  /** Confirmation codes that one person may ask for. */
  codesPerHour: number;
  /** Of one carrier: fields of real data that it asked for with a wrong proof. */
  wrongProofsPerHour: number;
}

type Limit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Counts over all operations together. Each throws `rate_limited`. */
export interface CallLimits {
  byAddress: Limit;
  byParty: Limit;
  /** A caller that showed a wrong key, token or proof: over all processes. */
  wrongCredential: Limit;
  /** The operations of `GUARDS`, over all processes; nothing for all others. */
  guarded: Limit;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Whoever has one IPv6 address has its whole subnet. */
const IPV6_SUBNET = 64;

type KeyOf = (request: FastifyRequest) => string;
const addressOf: KeyOf = request => normalizeIP(request.ip, IPV6_SUBNET);
const partyOf: KeyOf = request => request.identified?.name ?? addressOf(request);

/**
 * Limits by this process's own counts and, where a secret could be tried, by counts that all processes share. What lies
 * beside the API is limited here too. To be called before any route is added.
 */
export async function makeCallLimits(
  app: FastifyInstance,
  limits: RateLimits,
  store: FastifyRateLimitStoreCtor,
): Promise<CallLimits> {
  const limitHere = await openLimiter(app, { cache: 20_000 });
  const minutely = (max: number, keyGenerator: KeyOf) =>
    limitHere({ max, timeWindow: MINUTE_MS, keyGenerator });
  const byAddress = minutely(limits.openPerMinute, addressOf);
  limitPages(app, minutely(limits.pagesPerMinute, addressOf));
  const everywhere = makeSharedLimits(await openLimiter(app, { store }), limits);
  return {
    byAddress,
    byParty: minutely(limits.partyPerMinute, partyOf),
    wrongCredential: async (request, reply) => {
      await byAddress(request, reply);
      await everywhere.address(request, reply);
    },
    guarded: async (request, reply) => {
      const { operation } = request.routeOptions.config;
      const guard = operation && GUARDS[operation];
      if (guard) await everywhere[guard](request, reply);
    },
  };
}

type MakeLimit = (options: { max: number; timeWindow: number; keyGenerator: KeyOf }) => Limit;

/** The plugin has one store for each scope in which it is registered. */
async function openLimiter(
  app: FastifyInstance,
  options: { cache: number } | { store: FastifyRateLimitStoreCtor },
): Promise<MakeLimit> {
  const opened = Promise.withResolvers<MakeLimit>();
  await app.register(async scope => {
    await scope.register(rateLimit, { global: false, ...options });
    opened.resolve(asked => refuseAbove(scope.createRateLimit(asked)));
  });
  return await opened.promise;
}

/** One limit for each way to be guarded; their keys lie in one table. */
function makeSharedLimits(makeLimit: MakeLimit, limits: RateLimits): Record<Guard, Limit> {
  const limit = (guard: Guard, max: number, timeWindow: number, keyOf: KeyOf) =>
    makeLimit({ max, timeWindow, keyGenerator: request => `${guard} ${keyOf(request)}` });
  return {
    address: limit('address', limits.openPerMinute, MINUTE_MS, addressOf),
    party: limit('party', limits.openPerMinute, MINUTE_MS, partyOf),
    code: limit('code', limits.codesPerHour, HOUR_MS, partyOf),
    // Each sends a letter, as a code does, and a former mailbox may be anybody's.
    letter: limit('letter', limits.codesPerHour, HOUR_MS, partyOf),
    card: limit('card', limits.codesPerHour, HOUR_MS, partyOf),
  };
}

/** Whatever is no operation of the contract: served files, pages, and paths that are not there. */
function limitPages(app: FastifyInstance, limit: Limit): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.config?.operation !== undefined) return done();
    limit(request, reply).then(() => done(), done);
  });
}

function refuseAbove(count: ReturnType<FastifyInstance['createRateLimit']>): Limit {
  return async (request, reply) => {
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    reply.header('retry-after', String(Math.max(1, counted.ttlInSeconds)));
    throw new RefusedCall('rate_limited');
  };
}
