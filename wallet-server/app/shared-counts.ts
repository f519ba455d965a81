import type {
  FastifyRateLimitOptions,
  FastifyRateLimitStore,
  FastifyRateLimitStoreCtor,
} from '@fastify/rate-limit';
import { retryConflicts } from '../storage/retry-conflicts.ts';
import type { Queryable } from '../storage/sql.ts';
import { computeHmac } from './hmac.ts';
import type { Clock, Services } from './services.ts';

type Answer = (error: Error | null, result?: { current: number; ttl: number }) => void;

interface Row {
  calls: bigint;
  ends_at_ms: bigint;
}

/** A store of `@fastify/rate-limit` in the database, so that a limit holds over all processes together. */
export function makeSharedCounts({
  services: { directory, settings },
  proofClock,
}: {
  services: Pick<Services, 'directory' | 'settings'>;
  /** The real time, as for proofs. */
  proofClock: Clock;
}): FastifyRateLimitStoreCtor {
  // A name holds the address of a caller: it is kept as an HMAC.
  const key = settings.keyFor('call-count');
  const count = async (name: string, windowMs: number) => {
    const nowMs = proofClock();
    const call = { key: computeHmac(key, name), nowMs, windowMs };
    const { calls, ends_at_ms } = await retryConflicts(() => countCall(directory, call));
    return { current: Number(calls), ttl: Number(ends_at_ms) - nowMs };
  };
  return class SharedCounts implements FastifyRateLimitStore {
    // The interface asks for a class that takes its options; each limit brings its own window.
    // biome-ignore lint/complexity/noUselessConstructor: its type is the interface's
    constructor(_options: FastifyRateLimitOptions) {}

    incr(name: string, done: Answer, windowMs: number): void {
      count(name, windowMs).then(
        counted => done(null, counted),
        (fault: Error) => done(fault),
      );
    }

    child(): FastifyRateLimitStore {
      return this;
    }
  };
}

async function countCall(
  sql: Queryable,
  { key, nowMs, windowMs }: { key: Buffer; nowMs: number; windowMs: number },
): Promise<Row> {
  const [row] = await sql<Row[]>`
    insert into call_counts as kept (key, calls, ends_at_ms) values (${key}, 1, ${nowMs + windowMs})
    on conflict (key) do update set
      calls = case when kept.ends_at_ms <= ${nowMs} then 1 else kept.calls + 1 end,
      ends_at_ms = case when kept.ends_at_ms <= ${nowMs} then excluded.ends_at_ms else kept.ends_at_ms end
    returning calls, ends_at_ms`;
  if (!row) throw new Error('a call was not counted');
  return row;
}

/** Forgets counts that are over. */
export async function deleteEndedCounts(sql: Queryable, nowMs: number): Promise<void> {
  await sql`delete from call_counts where ends_at_ms <= ${nowMs}`;
}
