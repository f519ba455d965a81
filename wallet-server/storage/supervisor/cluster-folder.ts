import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Logger } from '../logger.ts';
import { readIfPresent } from '../read-if-present.ts';
import type { Binaries } from './binaries.ts';
import { canEnter, type Identity } from './identity.ts';
import { runProgram } from './program.ts';

/** Role of the cluster's superuser; used at start only, to make roles and databases. */
export const ADMIN_ROLE = 'wayveil_admin';

const STATE_FOLDER = '/var/lib/wayveil';
const MADE_MARK = 'cluster.made';

/**
 * Makes the data folder and gives back where the cluster in it lies: `<data>/cluster`.
 * Started as root below a folder that only root may enter, the cluster lies under /var/lib/wayveil and `cluster` links there.
 */
export async function placeCluster(folder: string, identity: Identity, logger: Logger): Promise<string> {
  const cluster = join(folder, 'cluster');
  if (!identity.foreign) return cluster;
  await chmod(folder, 0o711);
  const present = await lstat(cluster).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw fault;
  });
  if (present?.isSymbolicLink()) return realpath(cluster);
  if (present !== undefined || (await canEnter(folder, identity))) return cluster;
  await mkdir(STATE_FOLDER, { recursive: true, mode: 0o755 });
  const home = await mkdtemp(join(STATE_FOLDER, 'data-'));
  await chmod(home, 0o711);
  const elsewhere = join(home, 'cluster');
  await mkdir(elsewhere, { mode: 0o700 });
  await chown(elsewhere, identity.uid, identity.gid);
  await symlink(elsewhere, cluster);
  logger.warn('the data folder lies where the database user cannot go: the cluster is elsewhere', {
    elsewhere,
  });
  return elsewhere;
}

/**
 * Makes sure that a cluster which was made once is there still: empty books must not take the place of those on a disk
 * that is not mounted.
 * @throws Error where it is gone; says what to do.
 */
export async function expectCluster(folder: string, cluster: string): Promise<void> {
  const mark = join(folder, MADE_MARK);
  if ((await readIfPresent(mark)) === null) return;
  if ((await readIfPresent(join(cluster, 'PG_VERSION'))) !== null) return;
  throw new Error(
    `${cluster} held the databases and is empty or gone: mount or restore it. To begin with empty books, remove ${mark}`,
  );
}

/** Says in the data folder that its cluster was made. */
export async function markCluster(folder: string): Promise<void> {
  await writeFile(join(folder, MADE_MARK), '', { mode: 0o600, flush: true });
}

/** Runs initdb unless the cluster is there. Killed half-way, it leaves a folder of another name and starts over. */
export async function initializeCluster(
  cluster: string,
  adminPassword: string,
  binaries: Binaries,
  identity: Identity,
): Promise<void> {
  const major = await majorVersion(binaries);
  const found = await readIfPresent(join(cluster, 'PG_VERSION'));
  if (found !== null) {
    if (found.trim() === major) return;
    throw new Error(
      `${cluster} was made by PostgreSQL ${found.trim()}, the programs are ${major}: use those of ${found.trim()}`,
    );
  }
  const workshop = `${cluster}.new`;
  await rm(workshop, { recursive: true, force: true });
  await mkdir(join(workshop, 'data'), { recursive: true, mode: 0o700 });
  const passwordFile = join(workshop, 'password');
  await writeFile(passwordFile, adminPassword, { mode: 0o600 });
  if (identity.foreign) {
    for (const path of [passwordFile, join(workshop, 'data'), workshop])
      await chown(path, identity.uid, identity.gid);
  }
  const places = [
    '-D',
    join(workshop, 'data'),
    '-U',
    ADMIN_ROLE,
    `--pwfile=${passwordFile}`,
    '-A',
    'scram-sha-256',
  ];
  const options = ['--data-checksums', '--no-instructions', '-E', 'UTF8', ...localeOptions(Number(major))];
  await runProgram(binaries.initdb, [...places, ...options], dirname(workshop), identity);
  // Takes the place of an empty folder; where one holds anything, this fails and leaves it.
  await rename(join(workshop, 'data'), cluster);
  await rm(workshop, { recursive: true, force: true });
}

/** One order of texts on every machine: code points, whatever the machine's locale is. */
function localeOptions(major: number): string[] {
  if (major < 17) return ['--locale=C'];
  return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
}

async function majorVersion(binaries: Binaries): Promise<string> {
  const said = await runProgram(binaries.postgres, ['--version'], '/', undefined);
  const major = /\(PostgreSQL\) (\d+)/.exec(said)?.[1];
  if (major === undefined) throw new Error(`${binaries.postgres} does not tell its version`);
  return major;
}
