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
  key: Buffer;
  calls: bigint;
  ends_at_ms: bigint;
}

type Counter = Pick<Services, 'directory' | 'settings'>;

/**
 * Counts each of the names once more, in windows that begin with their first; the counts of all processes are one.
 * Names, which say who somebody is, are kept as HMACs. Answers in the order of the names.
 */
export async function countNames(
  { directory, settings }: Counter,
  names: readonly string[],
  { nowMs, windowMs }: { nowMs: number; windowMs: number },
): Promise<{ count: number; endsAtMs: number }[]> {
  const secret = settings.keyFor('call-count');
  const keys = names.map(name => computeHmac(secret, name).toString('hex'));
  const rows = await retryConflicts(() => addCounts(directory, { keys, nowMs, windowMs }));
  const found = new Map(rows.map(row => [row.key.toString('hex'), row]));
  // The last of several with one name has the whole count.
  return keys.map((key, place) => {
    const row = found.get(key);
    if (!row) throw new Error('a call was not counted');
    const later = keys.filter((other, at) => at > place && other === key).length;
    return { count: Number(row.calls) - later, endsAtMs: Number(row.ends_at_ms) };
  });
}

/** A store of `@fastify/rate-limit` in the database, so that a limit holds over all processes together. */
export function makeSharedCounts({
  services,
  proofClock,
}: {
  services: Counter;
  /** The real time, as for proofs. */
  proofClock: Clock;
}): FastifyRateLimitStoreCtor {
  const count = async (name: string, windowMs: number) => {
    const nowMs = proofClock();
    const [counted] = await countNames(services, [name], { nowMs, windowMs });
    if (!counted) throw new Error('a call was not counted');
    return { current: counted.count, ttl: counted.endsAtMs - nowMs };
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

/** In the order of their keys, so that two groups never wait for each other. */
async function addCounts(
  sql: Queryable,
  { keys, nowMs, windowMs }: { keys: readonly string[]; nowMs: number; windowMs: number },
): Promise<Row[]> {
  return await sql<Row[]>`
    insert into call_counts as kept (key, calls, ends_at_ms)
    select decode(key, 'hex'), count(*), ${nowMs + windowMs} from unnest(${[...keys]}::text[]) as key
    group by key order by key
    on conflict (key) do update set
      calls = case when kept.ends_at_ms <= ${nowMs} then excluded.calls else kept.calls + excluded.calls end,
      ends_at_ms = case when kept.ends_at_ms <= ${nowMs} then excluded.ends_at_ms else kept.ends_at_ms end
    returning key, calls, ends_at_ms`;
}

/** Forgets counts that are over. */
export async function deleteEndedCounts(sql: Queryable, nowMs: number): Promise<void> {
  await sql`delete from call_counts where ends_at_ms <= ${nowMs}`;
}
