import { makeEngine } from '#server/purchases/engine.ts';
import { makeTestSettings } from '#tests/fixtures/server-settings.ts';
import { openBenchDatabase } from './escrow/bench-database.ts';
import { findDefects } from './escrow/database.ts';
import { liveBySql } from './escrow/live-by-sql.ts';
import { liveInProcess } from './escrow/live-in-process.ts';
import { findRate, type LoadResult, runLoad } from './escrow/load.ts';
import { COMMANDS_OF_A_LIFE, type CostedLoad, makeCostRows, runCostedLoad } from './escrow/load-cost.ts';
import { seedMarket } from './escrow/seed-market.ts';
import type { Row, Section } from './report.ts';
import { findQuantile } from './statistics.ts';

const CALLERS = 64;
const CONNECTIONS = 16;
const SLOW_FSYNC_MS = 2;
const PLANNED_LIVES_PER_SECOND = 1000;

/** Commands without HTTP at 64 callers: one to a transaction, and grouped, on this disk and on one of 2 ms. */
export async function measureEngine(seconds: number): Promise<Section> {
  const section: Section = { name: 'Commands in process, 64 callers', rows: [], notes: [] };
  for (const fsyncMs of [0, SLOW_FSYNC_MS]) {
    const measured = await measureOn(fsyncMs, seconds);
    if (measured) section.rows.push(...measured.rows);
    section.notes.push(...(measured?.notes ?? ['no C compiler here: the slow disk was left out']));
  }
  return section;
}

async function measureOn(fsyncMs: number, seconds: number): Promise<Section | null> {
  const database = await openBenchDatabase(CONNECTIONS, fsyncMs);
  if (!database) return null;
  const { sql } = database;
  try {
    const market = await seedMarket(sql, CALLERS);
    const few = { ...market, buyers: market.buyers.slice(0, 1) };
    const planned = Math.ceil(seconds * PLANNED_LIVES_PER_SECOND);
    const engine = makeEngine(sql, makeTestSettings());
    await runLoad(8, 1, liveInProcess(engine, market));
    const cost = { sql, serverPids: [] };
    const alone = await runCostedLoad(cost, [1, seconds, liveBySql(sql, few, planned)]);
    const floor = await runCostedLoad(cost, [CALLERS, seconds, liveBySql(sql, market, planned)]);
    const grouped = await runCostedLoad(cost, [CALLERS, seconds, liveInProcess(engine, market)]);
    const disk = fsyncMs === 0 ? 'this disk' : `fsync ${fsyncMs} ms slower`;
    const lives = await sql<{ count: number }[]>`
      select count(*)::int as count from purchases where state = 'closed'`;
    const notes = await findDefects(sql, lives[0]?.count ?? 0);
    for (const load of [alone, floor, grouped]) {
      for (const [reason, count] of Object.entries(load.failures))
        notes.push(`${disk}: ${count} × ${reason}`);
    }
    return { name: '', rows: makeRows(disk, { alone, floor, grouped }), notes };
  } finally {
    await database.close();
  }
}

type Loads = Record<'alone' | 'floor' | 'grouped', CostedLoad>;

function makeRows(disk: string, loads: Loads): Row[] {
  const { alone, floor, grouped } = loads;
  const rate = (load: LoadResult) => findRate(load) * COMMANDS_OF_A_LIFE;
  const row = (name: string, beside: string, other: LoadResult): Row => ({
    ...{ name: `${disk}: ${name}`, unit: 'per_second', value: rate(grouped) },
    beside: { name: beside, value: rate(other) },
  });
  const quantile = (share: number, name: string): Row => ({
    ...{ name: `${disk}: command, ${name}`, unit: 'ms', value: findQuantile(grouped.callMs, share) },
    beside: { name: 'one to a transaction', value: findQuantile(floor.callMs, share) },
  });
  return [
    row(
      'commands, grouped',
      `one to a transaction on ${CONNECTIONS} connections, which flush together`,
      floor,
    ),
    row('the same', 'ungrouped: one to a transaction and to a flush', alone),
    quantile(0.5, 'median'),
    quantile(0.99, 'p99'),
    ...makeCostRows(disk, grouped, { name: 'one to a transaction', load: floor }).slice(2, 4),
  ];
}
