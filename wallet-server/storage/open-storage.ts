import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { expectRestored } from './backup/restore-mark.ts';
import { createDatabases, DATABASES, type DatabaseName, ROLES } from './create-databases.ts';
import { type Credentials, keepCredentials, type Random } from './credentials.ts';
import { findMigrations } from './find-migrations.ts';
import {
  countGroupConnections,
  type GroupPools,
  openGroupPools,
  sumGroupConnections,
} from './group-pools.ts';
import type { Logger } from './logger.ts';
import { migrate } from './migrate.ts';
import { type Address, openPool, type Sql } from './sql.ts';
import { ADMIN_ROLE } from './supervisor/cluster-folder.ts';
import { readMemory, sizeSettings } from './supervisor/size-settings.ts';
import { type Cluster, startCluster } from './supervisor/start-cluster.ts';

export interface StorageSettings {
  /** What this process may open. A server whose vault is a process of its own opens the directory alone. @default all */
  databases?: readonly DatabaseName[] | undefined;
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
  /** Memory that the embedded server is sized for. @default what this process may use of the machine's */
  memoryBytes?: number | undefined;
  /** How long a start, with its recovery, may take. @default 120000 */
  startDeadlineMs?: number | undefined;
  /** Connections to the directory at most, those for groups among them; the vault gets half. @default 16 */
  connections?: number | undefined;
}

export interface Storage {
  /** The wallet server's main database: numbers, purchases, money. */
  directory: Sql;
  /** The same, over the few connections that grouped statements keep to. Absent where `directory` has few itself. */
  grouped?: GroupPools | undefined;
  /** The vault's first store: real data, sealed, and one share of each key. Absent where another process has it. */
  vault?: Sql | undefined;
  /** The vault's second store; absent also where an outside server has one vault database only. */
  vaultSecond?: Sql | undefined;
  /** Ends open queries and connections, then the embedded server. A second call waits for the first. */
  close(): Promise<void>;
}

interface StoragePorts {
  logger: Logger;
  random?: Random;
  asItIs?: boolean;
}

/** Opens the databases, brought up to the newest migration unless they are wanted `asItIs`. */
export async function openStorage(settings: StorageSettings, ports: StoragePorts): Promise<Storage> {
  const { pools, grouped, close } = await openDatabases(settings, ports);
  const directory = pools.get('directory');
  if (!directory) throw new Error('a wallet server was to open no directory');
  return { directory, grouped, vault: pools.get('vault'), vaultSecond: pools.get('vault_second'), close };
}

/** The databases that this process may open, by name. */
export interface Databases {
  pools: ReadonlyMap<DatabaseName, Sql>;
  grouped?: GroupPools | undefined;
  close(): Promise<void>;
}

/** Opens those databases that this process may open. */
export async function openDatabases(settings: StorageSettings, ports: StoragePorts): Promise<Databases> {
  const source = await openSource(settings, ports.logger, ports.random ?? randomBytes);
  const most = settings.connections ?? 16;
  const directory = source.addresses.get('directory');
  const isOutside = directory !== undefined && 'url' in directory;
  const ofGroups = countGroupConnections({ most, cores: availableParallelism(), isOutside });
  const pools = new Map<DatabaseName, Sql>();
  for (const [name, address] of source.addresses) {
    const connections = name === 'directory' ? most - sumGroupConnections(ofGroups) : Math.ceil(most / 2);
    pools.set(name, openPool(address, { connections, name: `wayveil ${name}` }));
  }
  const grouped = directory && ofGroups ? openGroupPools(directory, ofGroups) : undefined;
  const close = once(async () => {
    const opened = new Set([...pools.values(), ...Object.values(grouped ?? {})]);
    await Promise.all([...opened].map(pool => pool.end({ timeout: 5 })));
    await source.stop();
  });
  try {
    if (!ports.asItIs)
      await Promise.all([...pools].map(([name, sql]) => migrateDatabase(name, sql, ports.logger)));
  } catch (fault) {
    await close();
    throw fault;
  }
  return { pools, grouped, close };
}

/** Applies the migrations of one database. */
export async function migrateDatabase(name: DatabaseName, sql: Sql, logger: Logger): Promise<void> {
  if (name === 'directory') await expectRestored(sql);
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
  addresses: ReadonlyMap<DatabaseName, Address>;
  stop(): Promise<void>;
}

const VARIABLES: Record<DatabaseName, string> = {
  directory: 'DATABASE_URL',
  vault: 'VAULT_DATABASE_URL',
  vault_second: 'VAULT_SECOND_DATABASE_URL',
};

async function openSource(settings: StorageSettings, logger: Logger, random: Random): Promise<Source> {
  const given: Record<DatabaseName, string | undefined> = {
    directory: settings.databaseUrl,
    vault: settings.vaultDatabaseUrl,
    vault_second: settings.vaultSecondDatabaseUrl,
  };
  const wanted = settings.databases ?? DATABASES;
  const urls = wanted.flatMap(name => {
    const url = given[name];
    return url === undefined ? [] : [[name, url] as const];
  });
  if (urls.length === 0) return openEmbedded(settings, logger, random);
  const missing = wanted.filter(name => name !== 'vault_second' && given[name] === undefined);
  if (missing.length > 0)
    throw new Error(
      `outside databases go together: set ${missing.map(name => VARIABLES[name]).join(' and ')} too`,
    );
  if (new Set(urls.map(([, url]) => new URL(url).username)).size < urls.length)
    throw new Error(
      `two of ${urls.map(([name]) => VARIABLES[name]).join(', ')} name one role: give each a role and a database of its own`,
    );
  return { addresses: new Map(urls.map(([name, url]) => [name, { url }])), stop: async () => undefined };
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
      sizedSettings: sizeSettings(settings.memoryBytes ?? readMemory()),
    },
    logger,
  );
  try {
    const wanted = settings.databases ?? DATABASES;
    return await prepareDatabases(cluster, await keepCredentials(dataDirectory, random), wanted);
  } catch (fault) {
    await cluster.stop();
    throw fault;
  }
}

async function prepareDatabases(
  cluster: Cluster,
  credentials: Credentials,
  wanted: readonly DatabaseName[],
): Promise<Source> {
  const { socketPath } = cluster;
  const adminAddress = { socketPath, database: 'postgres', user: ADMIN_ROLE, password: credentials.admin };
  const admin = openPool(adminAddress, { connections: 1, name: 'wayveil start' });
  try {
    await createDatabases(admin, credentials, wanted);
  } finally {
    await admin.end({ timeout: 5 });
  }
  const addresses = wanted.map(name => {
    const address = { socketPath, database: name, user: ROLES[name], password: credentials[name] };
    return [name, address] as const;
  });
  return { addresses: new Map(addresses), stop: cluster.stop };
}
