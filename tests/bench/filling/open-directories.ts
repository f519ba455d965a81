import { createDatabase, ROLES } from '#server/storage/create-databases.ts';
import { migrateDatabase } from '#server/storage/open-storage.ts';
import { openPool, type Sql } from '#server/storage/sql.ts';
import { ADMIN_ROLE } from '#server/storage/supervisor/cluster-folder.ts';
import { readMemory, sizeSettings } from '#server/storage/supervisor/size-settings.ts';
import { startCluster } from '#server/storage/supervisor/start-cluster.ts';
import { makeDataFolder } from '../run-server.ts';

/** Empty directories, side by side on one embedded PostgreSQL that is set as the product's own. */
export interface Directories {
  open(name: string): Promise<Sql>;
  /** Stops it and removes its folder. */
  close(): Promise<void>;
}

const QUIET = { info: () => undefined, warn: console.warn, error: console.error };
const PASSWORD = 'ba'.repeat(16);
/** Few, so that each of PostgreSQL's processes has plans and rows at hand, as the server's own have. */
const CONNECTIONS = 2;

/** What fills a table at once need not reach the log before it: the database is thrown away. */
const FOR_FILLING = { wal_level: 'minimal', max_wal_senders: '0' };

export async function openDirectories(): Promise<Directories> {
  const sizedSettings = sizeSettings(readMemory());
  const folder = makeDataFolder();
  const cluster = await startCluster(
    {
      dataDirectory: folder.path,
      adminPassword: async () => PASSWORD,
      serverSettings: FOR_FILLING,
      sizedSettings,
    },
    QUIET,
  );
  const address = { socketPath: cluster.socketPath, password: PASSWORD };
  const admin = openPool(
    { ...address, database: 'postgres', user: ADMIN_ROLE },
    { connections: 1, name: 'bench' },
  );
  await admin.unsafe(`create role ${ROLES.directory} login password '${PASSWORD}'`);
  const opened: Sql[] = [];
  const open = async (name: string) => {
    await createDatabase(admin, { name, owner: ROLES.directory });
    const sql = openPool(
      { ...address, database: name, user: ROLES.directory },
      { connections: CONNECTIONS, name },
    );
    opened.push(sql);
    await migrateDatabase('directory', sql, QUIET);
    return sql;
  };
  const close = async () => {
    await Promise.all([admin, ...opened].map(sql => sql.end({ timeout: 5 })));
    await cluster.stop();
    folder.remove();
  };
  return { open, close };
}
