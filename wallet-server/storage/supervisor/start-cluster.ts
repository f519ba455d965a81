import { mkdir, realpath, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Logger } from '../logger.ts';
import { findBinaries } from './binaries.ts';
import { expectCluster, initializeCluster, markCluster, placeCluster } from './cluster-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { chooseIdentity } from './identity.ts';
import { type PostmasterSettings, stopLeftover } from './postmaster.ts';
import { makeSocketDirectory, socketPathIn } from './socket-directory.ts';
import { watchPostmaster } from './watch-postmaster.ts';

export interface ClusterSettings {
  /** Absolute folder of everything the cluster keeps; made when missing. */
  dataDirectory: string;
  /** Asked for once the folder is ours alone. */
  adminPassword: () => Promise<string>;
  /** A PostgreSQL of the system, such as `/usr/lib/postgresql/17/bin`. */
  binDirectory?: string | undefined;
  /** Where programs are copied that their user cannot reach. */
  cacheDirectory?: string | undefined;
  /** The user that the server runs as when we are root. @default the first of `postgres`, `nobody` */
  user?: string | undefined;
  /** @default 120000 */
  startDeadlineMs?: number | undefined;
  /** @default 30000 */
  stopDeadlineMs?: number | undefined;
  serverSettings?: Record<string, string> | undefined;
  /** More of them, left out where the server does not start with them. */
  sizedSettings?: Record<string, string> | undefined;
}

export interface Cluster {
  socketPath: string;
  /** The postmaster's process id; it changes when the supervisor had to start it again. */
  pid(): number | undefined;
  /** Fast shutdown; open connections are cut. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a folder and keeps it running until `stop`.
 * A postmaster that a killed process of ours left behind is stopped first: one folder, one postmaster, our settings.
 * @throws FolderInUseError when another live server of ours has the folder.
 */
export async function startCluster(settings: ClusterSettings, logger: Logger): Promise<Cluster> {
  await makeDataDirectory(settings.dataDirectory);
  const folder = await realpath(settings.dataDirectory);
  const lock = lockFolder(folder);
  try {
    const prepared = await prepare(folder, settings, logger);
    const watch = await startWatched(prepared, settings, logger);
    return {
      socketPath: socketPathIn(prepared.socketDirectory),
      pid: watch.pid,
      stop: async () => {
        await watch.stop(settings.stopDeadlineMs ?? 30_000);
        await rmdir(prepared.socketDirectory).catch(() => undefined);
        lock.release();
      },
    };
  } catch (fault) {
    lock.release();
    throw fault;
  }
}

/** Where the postmaster does not come up, the folder of its socket goes again. */
async function startWatched(prepared: PostmasterSettings, settings: ClusterSettings, logger: Logger) {
  try {
    return await watchPostmaster(prepared, settings.startDeadlineMs ?? 120_000, logger);
  } catch (fault) {
    await rmdir(prepared.socketDirectory).catch(() => undefined);
    throw fault;
  }
}

/** Ours alone; the folders above it are made as any other. */
async function makeDataDirectory(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { mode: 0o700 }).catch(fault => {
    if (fault.code !== 'EEXIST') throw fault;
  });
}

async function prepare(
  folder: string,
  settings: ClusterSettings,
  logger: Logger,
): Promise<PostmasterSettings> {
  const identity = await chooseIdentity(settings.user);
  const binaries = await findBinaries(settings, identity, logger);
  const cluster = await placeCluster(folder, identity, logger);
  const leftover = await stopLeftover(cluster, settings.stopDeadlineMs ?? 30_000);
  if (leftover !== 'none') logger.warn('the last server did not stop in order', { leftover });
  await expectCluster(folder, cluster);
  await initializeCluster(cluster, await settings.adminPassword(), binaries, identity);
  await markCluster(folder);
  return {
    cluster,
    socketDirectory: await makeSocketDirectory(folder, identity),
    logPath: join(folder, 'postgres.log'),
    binaries,
    identity,
    serverSettings: settings.serverSettings ?? {},
    sizedSettings: settings.sizedSettings ?? {},
  };
}
