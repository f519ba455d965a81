import type { Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';
import { runUnit } from './run-unit.ts';

/** A shorter gap is a restart or a slow disk, not an outage. */
const OUTAGE_MS = 5 * 60_000;

/** Writes down that the timer runs. */
export async function keepBeat(sql: Queryable, nowMs: number): Promise<void> {
  await sql`
    insert into timer_beats (id, beat_at_ms) values (1, ${nowMs})
    on conflict (id) do update set beat_at_ms = greatest(timer_beats.beat_at_ms, excluded.beat_at_ms)`;
}

/**
 * For the first beat after a start or a failure. Where the timer last ran long ago, nobody could confirm, ship or
 * complain meanwhile: the clocks that ran in that time get it back (requirements, section 7). A purchase that waits for
 * its confirmation keeps its end, which its buyer was shown. The lock on the beat lets one process measure an outage.
 * @returns how many clocks were put back.
 */
export async function stopClocks(services: Services): Promise<number> {
  return await runUnit(services, async ({ tx }) => {
    const nowMs = services.clock();
    const [beat] = await tx<
      { beat_at_ms: bigint }[]
    >`select beat_at_ms from timer_beats where id = 1 for update`;
    await keepBeat(tx, nowMs);
    const lastMs = beat ? Number(beat.beat_at_ms) : nowMs;
    if (nowMs - lastMs < OUTAGE_MS) return 0;
    const count = await putBack(tx, { lastMs, nowMs });
    services.log.warn('clocks_stopped', { outageMs: nowMs - lastMs, purchases: count });
    return count;
  });
}

/** The event `clock_stopped` on every purchase whose clock ran, as `shared/purchase/evolve.ts` folds it. */
async function putBack(tx: Queryable, { lastMs, nowMs }: { lastMs: number; nowMs: number }): Promise<number> {
  const outageMs = nowMs - lastMs;
  const event = { type: 'clock_stopped', outageMs };
  const stopped = await tx`
    with stopped as (
      update purchases set
        version = version + 1,
        due_at_ms = due_at_ms + ${outageMs}::bigint,
        document = document
          || jsonb_build_object('version', version + 1, 'dueAtMs', due_at_ms + ${outageMs}::bigint)
          || case when state = 'identity_confirmed' and document->>'shipByMs' is not null
            then jsonb_build_object('shipByMs', (document->>'shipByMs')::bigint + ${outageMs}::bigint)
            else '{}' end
          || case when state = 'received' and document->'bill'->>'dueAtMs' is not null
            then jsonb_build_object('bill', document->'bill'
              || jsonb_build_object('dueAtMs', (document->'bill'->>'dueAtMs')::bigint + ${outageMs}::bigint))
            else '{}' end
      where due_at_ms >= ${lastMs} and state <> 'order_received'
      returning id, version)
    insert into purchase_events (purchase_id, version, at_ms, actor, type, body)
    select id, version, ${nowMs}::bigint, 'time', ${event.type}, ${tx.json(event)} from stopped`;
  return stopped.count;
}
