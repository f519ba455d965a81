import { BANK_SECRET } from '#tests/fixtures/server-settings.ts';
import { findFreePort } from '#tests/world/free-port.ts';
import { type BenchDatabase, openBenchDatabase } from './escrow/bench-database.ts';
import { CALLS_OF_A_LIFE, liveOverHttp } from './escrow/live-over-http.ts';
import { findRate } from './escrow/load.ts';
import { type CostedLoad, makeCostRows, runCostedLoad } from './escrow/load-cost.ts';
import { openMarket } from './escrow/market.ts';
import { warmUp } from './escrow/warm-up.ts';
import type { Section } from './report.ts';
import { makeDataFolder, runServer, type ServerProcess } from './run-server.ts';
import { findQuantile } from './statistics.ts';

const CALLERS = 64;
const CONNECTIONS = 12;
const UNLIMITED = '1000000';

/** Held purchases over HTTP at 64 callers, by one server process and by three on one database. */
export async function measureProcesses(seconds: number): Promise<Section> {
  const section: Section = { name: 'Server processes on one database, 64 callers', rows: [], notes: [] };
  const one = await loadServers(1, seconds);
  const three = await loadServers(3, seconds);
  if (!one || !three) return section;
  const beside = (value: number) => ({ name: 'one process', value });
  section.rows.push(
    {
      ...{ name: 'three processes: purchases', unit: 'per_second', value: findRate(three) },
      beside: beside(findRate(one)),
    },
    ...[0.5, 0.99].map(share => ({
      ...{ name: `three processes: call, ${share === 0.5 ? 'median' : 'p99'}`, unit: 'ms' as const },
      ...{ value: findQuantile(three.callMs, share), beside: beside(findQuantile(one.callMs, share)) },
    })),
    { name: 'three processes: calls', unit: 'per_second', value: findRate(three) * CALLS_OF_A_LIFE },
    ...makeCostRows('three processes', three, { name: 'one process', load: one }),
  );
  for (const load of [one, three]) {
    for (const [reason, count] of Object.entries(load.failures)) section.notes.push(`${count} × ${reason}`);
  }
  return section;
}

async function loadServers(count: number, seconds: number): Promise<CostedLoad | null> {
  const database = await openBenchDatabase(2);
  if (!database) return null;
  const folder = makeDataFolder();
  const servers: ServerProcess[] = [];
  try {
    const ports = await Promise.all(Array.from({ length: count }, findFreePort));
    const origin = `http://wallet.localhost:${ports[0]}`;
    for (const [index, port] of ports.entries())
      servers.push(
        await startServer(database, `${folder.path}-${index}`, { origin, port, files: folder.path }),
      );
    const market = await openMarket(origin, CALLERS, undefined, ports);
    const watched = { sql: database.sql, serverPids: servers.map(({ pid }) => pid) };
    await warmUp(watched, CALLERS, [liveOverHttp(market)]);
    const load = await runCostedLoad(watched, [CALLERS, seconds, liveOverHttp(market)]);
    market.close();
    return load;
  } finally {
    for (const server of servers) await server.stop();
    await database.close();
    folder.remove();
  }
}

async function startServer(
  { variables }: BenchDatabase,
  folder: string,
  { origin, port, files }: { origin: string; port: number; files: string },
): Promise<ServerProcess> {
  return await runServer(folder, {
    ...variables,
    ...{ WAYVEIL_ORIGIN: origin, WAYVEIL_PORT: String(port), WAYVEIL_VAULT_FILES: `${files}-vault` },
    ...{ WAYVEIL_BANK_SECRET: BANK_SECRET, WAYVEIL_CONNECTIONS: String(CONNECTIONS) },
    WAYVEIL_OPEN_CALLS_PER_MINUTE: UNLIMITED,
    WAYVEIL_PARTY_CALLS_PER_MINUTE: UNLIMITED,
  });
}
