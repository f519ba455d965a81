import { randomBytes, randomUUID } from 'node:crypto';
import { openStorage, type Storage } from '#server/storage/open-storage.ts';
import type { Sql } from '#server/storage/sql.ts';
import { guardVault } from '#server/vault/guard-vault.ts';
import { makeKeyLearner } from '#server/vault/learn-public-key.ts';
import { openStores } from '#server/vault/open-vault.ts';
import { reachKeeper } from '#server/vault/reach-keeper.ts';
import { serveKeeper } from '#server/vault/serve-keeper.ts';
import { REAL_DATA } from '#tests/fixtures/device.ts';
import { makeTestLog, makeTestSettings } from '#tests/fixtures/server-settings.ts';
import { countFailures, findRate, type LoadResult, runLoad } from './escrow/load.ts';
import type { Row, Section } from './report.ts';
import { makeDataFolder } from './run-server.ts';
import { findQuantile } from './statistics.ts';

const CALLERS = [1, 8, 64];
const PEOPLE = 200;
const PARTY = { id: 'bench', key: new Uint8Array(32).fill(1) };
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));

/** Writes and reads of records over three stores, beside one row written to one database, and over a socket. */
export async function measureVault(seconds: number): Promise<Section> {
  const folder = makeDataFolder();
  const log = makeTestLog();
  const storage = await openStorage({ dataDirectory: folder.path }, { logger: log });
  try {
    return await measureOn(storage, folder.path, seconds);
  } finally {
    await storage.close();
    folder.remove();
  }
}

async function measureOn(storage: Storage, dataDirectory: string, seconds: number): Promise<Section> {
  const section: Section = { name: 'The vault: two stores of three', rows: [], notes: [] };
  const { vaults, close } = await openVaults(storage, dataDirectory);
  const floorOf = storage.directory;
  await floorOf`create table floor_rows (person_id uuid primary key, version int, ciphertext bytea)`;
  const people = Array.from({ length: PEOPLE }, () => randomUUID());
  const pick = () => people[Math.floor(Math.random() * PEOPLE)] ?? '';
  try {
    for (const personId of people) await vaults.here.putRecord(personId, REAL_DATA);
    const acts: Record<string, () => Promise<unknown>> = {
      'write one row to one database': () => writeFloor(floorOf, pick()),
      'write a record': () => vaults.here.putRecord(pick(), REAL_DATA),
      'write a record, vault behind a socket': () => vaults.there.putRecord(pick(), REAL_DATA),
      'read one row of one database': () => readFloor(floorOf, pick()),
      'read a record': () => vaults.here.getRecord(pick()),
      'read a record, vault behind a socket': () => vaults.there.getRecord(pick()),
    };
    for (const callers of CALLERS) {
      let floor: number | null = null;
      for (const [name, act] of Object.entries(acts)) {
        if (name.includes('one row')) floor = null;
        const load = await runLoad(callers, seconds, async (_caller, time) => {
          const answer = await time(act);
          if (answer === 'staged' || answer === 'unreachable') throw new Error(answer);
          return 'done';
        });
        section.rows.push(...makeRows(name, load, floor));
        floor ??= findRate(load);
        if (countFailures(load) > 0) section.notes.push(`${name}: ${JSON.stringify(load.failures)}`);
      }
    }
  } finally {
    await close();
  }
  return section;
}

function makeRows(name: string, load: LoadResult, floor: number | null): Row[] {
  const at = `${name}, ${load.callers} callers`;
  const beside = floor === null ? {} : { beside: { name: 'the one row', value: floor } };
  return [
    { name: at, unit: 'per_second', value: findRate(load), ...beside },
    {
      ...{ name: `${at}, p99`, unit: 'ms', value: findQuantile(load.callMs, 0.99) },
      beside: { name: 'its median', value: findQuantile(load.callMs, 0.5) },
    },
  ];
}

/** The same keeper twice: called here, and over a socket. */
async function openVaults(storage: Storage, dataDirectory: string) {
  const { vault, vaultSecond, directory } = storage;
  if (!vault) throw new Error('the bench has no vault');
  const log = makeTestLog();
  const { vault: settings } = makeTestSettings({ storage: { dataDirectory } });
  const place = { settings, dataDirectory, isShared: false };
  const stores = await openStores(place, { vault, vaultSecond }, { random, log });
  const serving = { keeper: stores.keeper, parties: [PARTY], clock: Date.now, random, log };
  const served = await serveKeeper(
    { ...serving, callsPerSecond: 1_000_000 },
    { socketPath: `${dataDirectory}/vault.sock` },
  );
  const remote = reachKeeper({ address: served.address, party: PARTY, clock: Date.now, random, log });
  const guard = (keeper: typeof stores.keeper) =>
    guardVault({
      ...{ directory, keeper, clock: Date.now, random, log },
      ...{ findPublicKey: makeKeyLearner(keeper, null), close: async () => undefined },
    });
  const close = async () => {
    remote.close();
    await served.close();
    await stores.close();
  };
  return { vaults: { here: guard(stores.keeper), there: guard(remote) }, close };
}

async function writeFloor(sql: Sql, personId: string): Promise<void> {
  const text = Buffer.from(JSON.stringify(REAL_DATA));
  await sql`
    insert into floor_rows as kept values (${personId}, 1, ${text})
    on conflict (person_id) do update set version = kept.version + 1, ciphertext = excluded.ciphertext`;
}

async function readFloor(sql: Sql, personId: string): Promise<void> {
  await sql`select ciphertext from floor_rows where person_id = ${personId}`;
}
