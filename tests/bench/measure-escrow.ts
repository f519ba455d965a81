import { makeEngine } from '#server/purchases/engine.ts';
import type { Sql } from '#server/storage/sql.ts';
import { BANK_SECRET, makeTestSettings } from '#tests/fixtures/server-settings.ts';
import { drainJobs, findDefects, openServersDirectory } from './escrow/database.ts';
import { liveBySql } from './escrow/live-by-sql.ts';
import { liveInProcess } from './escrow/live-in-process.ts';
import { CALLS_OF_A_LIFE, liveOverHttp } from './escrow/live-over-http.ts';
import { findRate, type LoadResult } from './escrow/load.ts';
import { joinLoads, makeCostRows, runCostedLoad, type Watched } from './escrow/load-cost.ts';
import { type Market, openMarket } from './escrow/market.ts';
import type { Row, Section } from './report.ts';
import { makeDataFolder, runServer, type ServerProcess } from './run-server.ts';
import { findQuantile } from './statistics.ts';

const CALLERS = [1, 8, 64];
/** As many as the server opens by itself. */
const CONNECTIONS = 16;
/** Lives planned for the floor; a faster machine ends before its time, which changes no rate. */
const PLANNED_LIVES_PER_SECOND = 500;
const WARM_UP_SECONDS = 1;
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
    const load = async (callers: number, loadSeconds: number) => {
      const watched = { sql, serverPids: [server.pid] };
      const loads = await loadOnce(watched, market, callers, loadSeconds);
      for (const [name, load] of Object.entries(loads)) {
        totals.lives += load.lives;
        section.notes.push(...listFailures(load, name));
      }
      return loads;
    };
    await load(8, WARM_UP_SECONDS);
    for (const callers of CALLERS) {
      section.rows.push(...makeRows(await load(callers, seconds)));
    }
    const left = await drainJobs(sql);
    if (left > 0) section.notes.push(`${left} mails were still waiting 20 s after the last load`);
    section.notes.push(...(await findDefects(sql, totals.lives)), ...countComplaints(server));
    return section;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function loadOnce(watched: Watched, market: Market, callers: number, seconds: number) {
  const { sql } = watched;
  const planned = Math.ceil(seconds * PLANNED_LIVES_PER_SECOND);
  const some = { ...market, buyers: market.buyers.slice(0, callers) };
  const bySql = liveBySql(sql, some, planned);
  await drainJobs(sql);
  const before = await runCostedLoad(watched, [callers, seconds / 2, bySql]);
  const engine = makeEngine(sql, makeTestSettings());
  const grouped = await runCostedLoad(watched, [callers, seconds, liveInProcess(engine, some)]);
  const http = await runCostedLoad(watched, [callers, seconds, liveOverHttp(some)]);
  const floor = joinLoads(before, await runCostedLoad(watched, [callers, seconds / 2, bySql]));
  return { floor, grouped, http };
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
    quantile('purchase, p99', 0.99, load => load.lifeMs),
    quantile('call, median', 0.5, load => load.callMs),
    quantile('call, p99', 0.99, load => load.callMs),
    ...makeCostRows(callers, http, { name: 'the floor', load: floor }),
    ...makeCostRows(`${callers}, in process`, grouped, { name: 'the floor', load: floor }).slice(3, 4),
  ];
}

function listFailures({ callers, failures }: LoadResult, name: string): string[] {
  return Object.entries(failures).map(
    ([reason, count]) => `${callers} callers, ${name}: ${count} × ${reason}`,
  );
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
