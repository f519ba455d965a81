import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openPool, type Sql } from '#server/storage/sql.ts';
import { type Binaries, findBinaries } from '#server/storage/supervisor/binaries.ts';
import { ADMIN_ROLE, initializeCluster } from '#server/storage/supervisor/cluster-folder.ts';
import { chooseIdentity, type Identity } from '#server/storage/supervisor/identity.ts';
import { PROGRAM_ENVIRONMENT, runAs } from '#server/storage/supervisor/program.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };
const READY_WITHIN_MS = 60_000;
export const ADMIN_PASSWORD = 'ba'.repeat(16);

/** A PostgreSQL on a loopback port, as an outside one that `DATABASE_URL` names. */
export interface OutsidePostgres {
  port: number;
  admin: Sql;
  /** SIGKILL of the postmaster; its children end when they notice. */
  kill(): Promise<void>;
  /** In order. */
  stop(): Promise<void>;
}

interface Programs {
  binaries: Binaries;
  identity: Identity;
}

async function findPrograms(): Promise<Programs> {
  const identity = await chooseIdentity(undefined);
  return { identity, binaries: await findBinaries({}, identity, QUIET) };
}

/** Makes a cluster below `folder`, which the database's user can enter. */
export async function makeCluster(folder: string): Promise<string> {
  const { binaries, identity } = await findPrograms();
  const cluster = join(folder, 'cluster');
  await mkdir(folder, { recursive: true, mode: 0o755 });
  if (identity.foreign) await chown(folder, identity.uid, identity.gid);
  await initializeCluster(cluster, ADMIN_PASSWORD, binaries, identity);
  return cluster;
}

/** A copy of a cluster that is stopped, to follow the one on `primaryPort`. */
export async function makeStandby(cluster: string, folder: string, primaryPort: number): Promise<string> {
  const { identity } = await findPrograms();
  const copy = join(folder, 'standby');
  await cp(cluster, copy, { recursive: true, preserveTimestamps: true });
  await writeFile(join(copy, 'standby.signal'), '');
  const source = `host=127.0.0.1 port=${primaryPort} user=${ADMIN_ROLE} password=${ADMIN_PASSWORD}`;
  await writeFile(
    join(copy, 'postgresql.auto.conf'),
    `primary_conninfo = '${source} application_name=standby'\n`,
  );
  if (identity.foreign) await handOver(copy, identity);
  return copy;
}

async function handOver(folder: string, { uid, gid }: Identity): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) await chown(join(folder, name), uid, gid);
  await chown(folder, uid, gid);
  await chmod(folder, 0o700);
}

/** Starts PostgreSQL on `cluster`, and waits until it answers (a standby: until it can be read). */
export async function startPostgres(
  cluster: string,
  port: number,
  settings: Readonly<Record<string, string>> = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<OutsidePostgres> {
  const { binaries, identity } = await findPrograms();
  const values = { listen_addresses: '127.0.0.1', port: String(port), max_connections: '200', ...settings };
  const words = Object.entries({ ...values, unix_socket_directories: '' }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = openSync(join(dirname(cluster), `postgres-${port}.log`), 'a');
  const child = spawn(binaries.postgres, ['-D', cluster, ...words], {
    ...{
      cwd: cluster,
      env: { ...PROGRAM_ENVIRONMENT, ...environment },
      stdio: ['ignore', log, log] as const,
    },
    ...runAs(identity),
  });
  const end = () => child.kill('SIGQUIT');
  process.once('exit', end);
  const url = `postgres://${ADMIN_ROLE}:${ADMIN_PASSWORD}@127.0.0.1:${port}/postgres`;
  const admin = openPool({ url }, { connections: 2, name: 'bank test' });
  await waitUntilAnswering(child, admin);
  const close = async (signal: NodeJS.Signals) => {
    process.off('exit', end);
    const gone = new Promise(resolve => child.once('exit', resolve));
    if (child.exitCode === null && child.signalCode === null && child.kill(signal)) await gone;
    await admin.end({ timeout: 1 });
  };
  return { port, admin, kill: () => close('SIGKILL'), stop: () => close('SIGINT') };
}

async function waitUntilAnswering(child: ChildProcess, admin: Sql): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const answered = await admin`select 1`.then(
      () => true,
      () => false,
    );
    if (answered) return;
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error('PostgreSQL does not answer');
    await pause(50);
  }
}
