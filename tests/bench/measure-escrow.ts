import { makeEngine } from '#server/purchases/engine.ts';
import type { Sql } from '#server/storage/sql.ts';
import { BANK_SECRET, makeTestSettings } from '#tests/fixtures/server-settings.ts';
import { findDefects, openServersDirectory } from './escrow/database.ts';
import { liveBySql } from './escrow/live-by-sql.ts';
import { liveInProcess } from './escrow/live-in-process.ts';
import { CALLS_OF_A_LIFE, liveOverHttp } from './escrow/live-over-http.ts';
import { findRate, type LiveOnce, type LoadResult } from './escrow/load.ts';
import {
  type CostedLoad,
  joinLoads,
  makeCostRows,
  perCommand,
  runCostedLoad,
  type Watched,
} from './escrow/load-cost.ts';
import { type Market, openMarket } from './escrow/market.ts';
import { makeSustainedRows, runSustainedLoad } from './escrow/sustained-load.ts';
import { makeWarmUpRows, warmUp } from './escrow/warm-up.ts';
import type { Row, Section } from './report.ts';
import { makeDataFolder, runServer, type ServerProcess } from './run-server.ts';
import { findQuantile } from './statistics.ts';

const CALLERS = [1, 8, 64];
/** As many as the server opens by itself. */
const CONNECTIONS = 16;
/** Lives planned for the floor; a faster machine ends before its time, which changes no rate. */
const PLANNED_LIVES_PER_SECOND = 500;
const PLANNED_TO_WARM_UP = 4000;
const UNLIMITED = '1000000';

/** Held purchases over HTTP beside the same transactions without the server, at 1, 8 and 64 callers. */
export async function measureEscrow(seconds: number): Promise<Section> {
  const folder = makeDataFolder();
  try {
    const server = await runServer(folder.path, {
      WAYVEIL_OPEN_CALLS_PER_MINUTE: UNLIMITED,
      WAYVEIL_PARTY_CALLS_PER_MINUTE: UNLIMITED,
      WAYVEIL_BANK_SECRET: BANK_SECRET,
      WAYVEIL_CONNECTIONS: String(CONNECTIONS),
    });
    try {
      return await measureOn(server, await openServersDirectory(folder.path, CONNECTIONS), seconds);
    } finally {
      await server.stop();
    }
  } finally {
    folder.remove();
  }
}

async function measureOn(server: ServerProcess, sql: Sql, seconds: number): Promise<Section> {
  const section: Section = { name: 'Escrow purchases, held, from order to receipt', rows: [], notes: [] };
  const totals = { lives: 0 };
  try {
    const market = await openMarket(server.origin, Math.max(...CALLERS));
    const watched = { sql, serverPids: [server.pid] };
    const count = (load: CostedLoad, name: string) => {
      totals.lives += load.lives;
      section.notes.push(...listFailures(load, name));
    };
    const rounds = await warmUp(watched, Math.max(...CALLERS), makeLives(sql, market, PLANNED_TO_WARM_UP));
    for (const load of rounds.flat()) count(load, 'warm-up');
    section.rows.push(...makeWarmUpRows(rounds));
    for (const callers of CALLERS) {
      const loads = await loadOnce(watched, market, callers, seconds);
      for (const [name, load] of Object.entries(loads)) count(load, name);
      section.rows.push(...makeRows(loads));
    }
    const { floor, load } = await loadSustained(watched, market, seconds);
    count(floor, 'floor of the load that lasts');
    totals.lives += load.lives;
    section.notes.push(...listFailures(load, 'a load that lasts'));
    section.rows.push(...makeSustainedRows(load, floorOf(floor)));
    section.notes.push(...(await findDefects(sql, totals.lives)), ...countComplaints(server));
    return section;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The three that are compared: on the same database, by as many callers. */
function makeLives(sql: Sql, market: Market, planned: number): [LiveOnce, LiveOnce, LiveOnce] {
  const engine = makeEngine(sql, makeTestSettings());
  return [liveBySql(sql, market, planned), liveInProcess(engine, market), liveOverHttp(market)];
}

async function loadOnce(watched: Watched, market: Market, callers: number, seconds: number) {
  const planned = Math.ceil(seconds * PLANNED_LIVES_PER_SECOND);
  const some = { ...market, buyers: market.buyers.slice(0, callers) };
  const [bySql, inProcess, overHttp] = makeLives(watched.sql, some, planned);
  const before = await runCostedLoad(watched, [callers, seconds / 2, bySql]);
  const grouped = await runCostedLoad(watched, [callers, seconds, inProcess]);
  const http = await runCostedLoad(watched, [callers, seconds, overHttp]);
  const floor = joinLoads(before, await runCostedLoad(watched, [callers, seconds / 2, bySql]));
  return { floor, grouped, http };
}

/** The same at most callers, so long that its letters are sent meanwhile; half of the floor before it and half after it. */
async function loadSustained(watched: Watched, market: Market, seconds: number) {
  const callers = Math.max(...CALLERS);
  const planned = Math.ceil(seconds * PLANNED_LIVES_PER_SECOND);
  const [bySql, , overHttp] = makeLives(watched.sql, market, planned);
  const before = await runCostedLoad(watched, [callers, seconds / 2, bySql]);
  const load = await runSustainedLoad(watched, [callers, 2 * seconds, overHttp]);
  const floor = joinLoads(before, await runCostedLoad(watched, [callers, seconds / 2, bySql]));
  return { floor, load };
}

function floorOf(floor: CostedLoad): { rate: number; costUs: number } {
  const costUs = perCommand(floor, ({ cost }) => cost.callersMs + cost.serverMs + cost.databaseMs);
  return { rate: findRate(floor), costUs };
}

type Loads = Awaited<ReturnType<typeof loadOnce>>;

function makeRows({ floor, grouped, http }: Loads): Row[] {
  const callers = `${http.callers} caller${http.callers === 1 ? '' : 's'}`;
  const quantile = (name: string, share: number, pick: (load: LoadResult) => number[]): Row => ({
    ...{ name: `${callers}: ${name}`, unit: 'ms', value: findQuantile(pick(http), share) },
    beside: { name: 'the floor', value: findQuantile(pick(floor), share) },
  });
  const rate = findRate(http);
  return [
    {
      ...{ name: `${callers}: purchases`, unit: 'per_second', value: rate },
      beside: { name: 'the floor', value: findRate(floor) },
    },
    {
      ...{ name: `${callers}: purchases in process`, unit: 'per_second', value: findRate(grouped) },
      beside: { name: 'the floor', value: findRate(floor) },
    },
    { name: `${callers}: calls`, unit: 'per_second', value: rate * CALLS_OF_A_LIFE },
    { name: `${callers}: letters still to be sent at the end`, unit: 'count', value: http.lettersLeft },
    quantile('purchase, p99', 0.99, load => load.lifeMs),
    quantile('call, median', 0.5, load => load.callMs),
    quantile('call, p99', 0.99, load => load.callMs),
    ...makeCostRows(callers, http, { name: 'the floor', load: floor }),
    ...makeCostRows(`${callers}, in process`, grouped, { name: 'the floor', load: floor }).slice(3, 4),
  ];
}

function listFailures(
  { callers, failures, lettersStuck }: Pick<CostedLoad, 'callers' | 'failures' | 'lettersStuck'>,
  name: string,
): string[] {
  const notes = Object.entries(failures).map(
    ([reason, count]) => `${callers} callers, ${name}: ${count} × ${reason}`,
  );
  if (lettersStuck === 0) return notes;
  return [
    ...notes,
    `${callers} callers, ${name}: ${lettersStuck} letters were left, so that the next ratio is too good`,
  ];
}

/** Log lines at `warn` and above by their event, with how often each came. */
function countComplaints(server: ServerProcess): string[] {
  const counts = new Map<string, number>();
  for (const line of server.complaints()) {
    const event = nameEvent(line);
    if (event) counts.set(event, (counts.get(event) ?? 0) + 1);
  }
  return [...counts].map(([event, count]) => `the server logged ${count} × ${event}`);
}

/** Sample hubs are what a server without settings has, and Node's own warnings are not the server's. */
function nameEvent(line: string): string | null {
  if (line.includes('hubs_are_samples') || /^\(/.test(line)) return null;
  return line
    .replace(/"(?:time|pid|hostname|reqId|requestId|ms|path|durationMs)":[^,}]+,?/g, '')
    .slice(0, 200);
}
