import { access, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DATABASES, ROLES } from './create-databases.ts';
import { keepCredentials } from './credentials.ts';
import type { Logger } from './logger.ts';
import { type Databases, openDatabases, type Storage, type StorageSettings } from './open-storage.ts';
import { openPool } from './sql.ts';
import { FolderInUseError } from './supervisor/folder-lock.ts';
import { chooseIdentity } from './supervisor/identity.ts';
import { makeSocketDirectory, socketPathIn } from './supervisor/socket-directory.ts';

/** There is nothing to look at. */
export class NoDataError extends Error {
  readonly code = 'data_directory_empty';
  constructor(folder: string) {
    super(
      `no wallet server kept data in ${folder}: name its folder by WAYVEIL_DATA_DIR, or set DATABASE_URL`,
    );
    this.name = 'NoDataError';
  }
}

/** For commands beside a server: the databases as they are, the directory among them. */
export async function attachStorage(settings: StorageSettings, ports: { logger: Logger }): Promise<Storage> {
  const { pools, close } = await attachDatabases(settings, ports);
  const directory = pools.get('directory');
  if (!directory) throw new Error('a command beside a server was to open no directory');
  return { directory, vault: pools.get('vault'), vaultSecond: pools.get('vault_second'), close };
}

/**
 * The databases that this process may open, as they are. Where a live server of ours has the folder its own PostgreSQL
 * is used and left running; else it is started here and stopped by `close`.
 */
export async function attachDatabases(
  settings: StorageSettings,
  ports: { logger: Logger },
): Promise<Databases> {
  if (settings.databaseUrl === undefined && settings.vaultDatabaseUrl === undefined)
    await findDataFolder(settings.dataDirectory);
  try {
    return await openDatabases(settings, { ...ports, asItIs: true });
  } catch (fault) {
    if (!(fault instanceof FolderInUseError)) throw fault;
    return await attachToLive(settings);
  }
}

/** @throws Error where no server ever kept data: a command beside a server makes none. */
async function findDataFolder(dataDirectory: string): Promise<void> {
  const folder = resolve(dataDirectory);
  await access(join(folder, 'credentials')).catch(() => {
    throw new NoDataError(folder);
  });
}

async function attachToLive(settings: StorageSettings): Promise<Databases> {
  const folder = await realpath(resolve(settings.dataDirectory));
  const identity = await chooseIdentity(settings.databaseUser);
  const socketPath = socketPathIn(await makeSocketDirectory(folder, identity));
  const credentials = await keepCredentials(folder, () => {
    throw new Error(`${folder} has no credentials: is this the data folder of the server that runs?`);
  });
  const wanted = settings.databases ?? DATABASES;
  const opened = wanted.map(name => {
    const address = { socketPath, database: name, user: ROLES[name], password: credentials[name] };
    return [name, openPool(address, { connections: 4, name: 'wayveil command' })] as const;
  });
  const close = async () => {
    await Promise.all(opened.map(([, pool]) => pool.end({ timeout: 5 })));
  };
  return { pools: new Map(opened), close };
}
