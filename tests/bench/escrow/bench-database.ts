import { mkdirSync } from 'node:fs';
import { createDatabases, ROLES } from '#server/storage/create-databases.ts';
import { migrateDatabase } from '#server/storage/open-storage.ts';
import { openPool, type Sql } from '#server/storage/sql.ts';
import { readMemory, sizeSettings } from '#server/storage/supervisor/size-settings.ts';
import { makeCluster, startPostgres } from '#tests/faults/bank/outside-postgres.ts';
import { findFreePort } from '#tests/world/free-port.ts';
import { makeDataFolder } from '../run-server.ts';
import { buildSlowDisk } from './slow-disk.ts';

/** A PostgreSQL of the bench's own, without a server before it. */
export interface BenchDatabase {
  sql: Sql;
  /** For servers: the databases' URLs, and what must come with them. */
  variables: Record<string, string>;
  close(): Promise<void>;
}

const QUIET = { info: () => undefined, warn: console.warn, error: console.error };
const PASSWORDS = { admin: 'aa', directory: 'bb', vault: 'cc', vault_second: 'dd' };
const credentials = Object.fromEntries(
  Object.entries(PASSWORDS).map(([name, part]) => [name, part.repeat(16)]),
) as Record<keyof typeof PASSWORDS, string>;
const KEY = Buffer.alloc(32, 7).toString('base64url');

/** Opens one with `connections` to its directory, whose every fsync takes `fsyncMs` longer; null where that cannot be made. */
export async function openBenchDatabase(connections: number, fsyncMs = 0): Promise<BenchDatabase | null> {
  const folder = makeDataFolder();
  mkdirSync(folder.path, { recursive: true });
  const slow = fsyncMs > 0 ? buildSlowDisk(folder.path, fsyncMs) : {};
  if (!slow) {
    folder.remove();
    return null;
  }
  const port = await findFreePort();
  const cluster = await makeCluster(folder.path);
  const postgres = await startPostgres(cluster, port, sizeSettings(readMemory()), slow);
  await createDatabases(postgres.admin, credentials);
  const urlOf = (name: keyof typeof ROLES) =>
    `postgres://${ROLES[name]}:${credentials[name]}@127.0.0.1:${port}/${name}`;
  const sql = openPool({ url: urlOf('directory') }, { connections, name: 'bench' });
  await migrateDatabase('directory', sql, QUIET);
  const variables = {
    DATABASE_URL: urlOf('directory'),
    VAULT_DATABASE_URL: urlOf('vault'),
    VAULT_SECOND_DATABASE_URL: urlOf('vault_second'),
    WAYVEIL_SECRET_KEY: KEY,
    WAYVEIL_VAULT_KEY: KEY,
  };
  const close = async () => {
    await sql.end({ timeout: 5 });
    await postgres.stop();
    folder.remove();
  };
  return { sql, variables, close };
}
