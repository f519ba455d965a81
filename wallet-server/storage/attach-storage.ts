import { access, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DATABASES, type DatabaseName, ROLES } from './create-databases.ts';
import { keepCredentials } from './credentials.ts';
import type { Logger } from './logger.ts';
import { openStorage, type Storage, type StorageSettings } from './open-storage.ts';
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

/**
 * For commands beside a server: the databases as they are. Where a live server of ours has the folder its own PostgreSQL
 * is used and left running; else it is started here and stopped by `close`.
 */
export async function attachStorage(settings: StorageSettings, ports: { logger: Logger }): Promise<Storage> {
  if (settings.databaseUrl === undefined) await findDataFolder(settings.dataDirectory);
  try {
    return await openStorage(settings, { ...ports, asItIs: true });
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

async function attachToLive(settings: StorageSettings): Promise<Storage> {
  const folder = await realpath(resolve(settings.dataDirectory));
  const identity = await chooseIdentity(settings.databaseUser);
  const socketPath = socketPathIn(await makeSocketDirectory(folder, identity));
  const credentials = await keepCredentials(folder, () => {
    throw new Error(`${folder} has no credentials: is this the data folder of the server that runs?`);
  });
  const open = (name: DatabaseName) =>
    openPool(
      { socketPath, database: name, user: ROLES[name], password: credentials[name] },
      { connections: 4, name: 'wayveil command' },
    );
  const wanted = settings.databases ?? DATABASES;
  const directory = open('directory');
  const vault = wanted.includes('vault') ? open('vault') : undefined;
  const vaultSecond = wanted.includes('vault_second') ? open('vault_second') : undefined;
  const close = async () => {
    await Promise.all([directory, vault, vaultSecond].map(pool => pool?.end({ timeout: 5 })));
  };
  return { directory, vault, vaultSecond, close };
}
