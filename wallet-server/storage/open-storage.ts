import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { createDatabases, type DatabaseName, ROLES } from './create-databases.ts';
import { type Credentials, keepCredentials, type Random } from './credentials.ts';
import { findMigrations } from './find-migrations.ts';
import type { Logger } from './logger.ts';
import { migrate } from './migrate.ts';
import { type Address, openPool, type Sql } from './sql.ts';
import { ADMIN_ROLE } from './supervisor/cluster-folder.ts';
import { type Cluster, startCluster } from './supervisor/start-cluster.ts';

export interface StorageSettings {
  /** The embedded server's folder; not used when the two URLs are given. */
  dataDirectory: string;
  /** An outside server's main database; `vaultDatabaseUrl` must come with it. */
  databaseUrl?: string | undefined;
  /** An outside server's vault, under a role of its own (S7). */
  vaultDatabaseUrl?: string | undefined;
  /** The vault's second database, on a server of its own or under a third role. */
  vaultSecondDatabaseUrl?: string | undefined;
  /** Folder with `postgres` and `initdb` of the system, instead of the npm package's. */
  binDirectory?: string | undefined;
  /** Where unreachable programs are copied. @default /var/cache/wayveil as root, else ~/.cache/wayveil */
  cacheDirectory?: string | undefined;
  /** The system user of the embedded server when we are root. @default the first of `postgres`, `nobody` */
  databaseUser?: string | undefined;
  /** How long a start, with its recovery, may take. @default 120000 */
  startDeadlineMs?: number | undefined;
  /** Connections to the directory at most; the vault gets half. @default 16 */
  connections?: number | undefined;
}

export interface Storage {
  /** The wallet server's main database: numbers, purchases, money. */
  directory: Sql;
  /** The vault's first store: real data, sealed, and one share of each key. */
  vault: Sql;
  /** The vault's second store; absent where an outside server has one vault database only. */
  vaultSecond?: Sql | undefined;
  /** Ends open queries and connections, then the embedded server. A second call waits for the first. */
  close(): Promise<void>;
}

/** Opens both databases, brought up to the newest migration unless they are wanted `asItIs`. */
export async function openStorage(
  settings: StorageSettings,
  ports: { logger: Logger; random?: Random; asItIs?: boolean },
): Promise<Storage> {
  const source = await openSource(settings, ports.logger, ports.random ?? randomBytes);
  const connections = settings.connections ?? 16;
  const directory = openPool(source.directory, { connections, name: 'wayveil directory' });
  const half = { connections: Math.ceil(connections / 2), name: 'wayveil vault' };
  const vault = openPool(source.vault, half);
  const vaultSecond = source.vaultSecond && openPool(source.vaultSecond, half);
  const pools = [directory, vault, ...(vaultSecond ? [vaultSecond] : [])];
  const close = once(async () => {
    await Promise.all(pools.map(pool => pool.end({ timeout: 5 })));
    await source.stop();
  });
  try {
    if (!ports.asItIs)
      await Promise.all([
        migrateDatabase('directory', directory, ports.logger),
        migrateDatabase('vault', vault, ports.logger),
        vaultSecond && migrateDatabase('vault_second', vaultSecond, ports.logger),
      ]);
  } catch (fault) {
    await close();
    throw fault;
  }
  return { directory, vault, vaultSecond, close };
}

/** Applies the migrations of one database. */
export async function migrateDatabase(name: DatabaseName, sql: Sql, logger: Logger): Promise<void> {
  await migrate(sql, await findMigrations(name), logger);
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}

interface Source {
  directory: Address;
  vault: Address;
  vaultSecond: Address | undefined;
  stop(): Promise<void>;
}

async function openSource(settings: StorageSettings, logger: Logger, random: Random): Promise<Source> {
  const { databaseUrl, vaultDatabaseUrl, vaultSecondDatabaseUrl } = settings;
  if (databaseUrl === undefined && vaultDatabaseUrl === undefined)
    return openEmbedded(settings, logger, random);
  if (databaseUrl === undefined || vaultDatabaseUrl === undefined) {
    throw new Error('an outside database server needs both DATABASE_URL and VAULT_DATABASE_URL');
  }
  const urls = [databaseUrl, vaultDatabaseUrl, ...(vaultSecondDatabaseUrl ? [vaultSecondDatabaseUrl] : [])];
  if (new Set(urls.map(url => new URL(url).username)).size < urls.length) {
    throw new Error(
      'two of DATABASE_URL, VAULT_DATABASE_URL and VAULT_SECOND_DATABASE_URL name one role: give each a role and a database of its own',
    );
  }
  return {
    directory: { url: databaseUrl },
    vault: { url: vaultDatabaseUrl },
    vaultSecond: vaultSecondDatabaseUrl === undefined ? undefined : { url: vaultSecondDatabaseUrl },
    stop: async () => undefined,
  };
}

async function openEmbedded(settings: StorageSettings, logger: Logger, random: Random): Promise<Source> {
  const dataDirectory = resolve(settings.dataDirectory);
  const cluster = await startCluster(
    {
      dataDirectory,
      adminPassword: async () => (await keepCredentials(dataDirectory, random)).admin,
      binDirectory: settings.binDirectory,
      cacheDirectory: settings.cacheDirectory,
      user: settings.databaseUser,
      startDeadlineMs: settings.startDeadlineMs,
    },
    logger,
  );
  try {
    return await prepareDatabases(cluster, await keepCredentials(dataDirectory, random));
  } catch (fault) {
    await cluster.stop();
    throw fault;
  }
}

async function prepareDatabases(cluster: Cluster, credentials: Credentials): Promise<Source> {
  const { socketPath } = cluster;
  const adminAddress = { socketPath, database: 'postgres', user: ADMIN_ROLE, password: credentials.admin };
  const admin = openPool(adminAddress, { connections: 1, name: 'wayveil start' });
  try {
    await createDatabases(admin, credentials);
  } finally {
    await admin.end({ timeout: 5 });
  }
  const address = (name: DatabaseName) => {
    return { socketPath, database: name, user: ROLES[name], password: credentials[name] };
  };
  return {
    directory: address('directory'),
    vault: address('vault'),
    vaultSecond: address('vault_second'),
    stop: cluster.stop,
  };
}
