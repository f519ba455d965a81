import { mkdir, readdir, realpath, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStorage } from '../open-storage.ts';
import { makeFolder, open, QUIET } from './supervisor.fixture.ts';

async function keepOne(dataDirectory: string): Promise<string> {
  const storage = await open({ dataDirectory });
  await storage.directory`create table kept as select 1 as n`;
  await storage.close();
  return await realpath(join(dataDirectory, 'cluster'));
}

async function expectKept(dataDirectory: string): Promise<void> {
  const { directory } = await open({ dataDirectory });
  expect(await directory`select n from kept`).toHaveLength(1);
}

const ways: readonly [string, (version: string) => Promise<void>, RegExp][] = [
  ['cannot be read', version => mkdir(version), /EISDIR/],
  ['is missing', async () => undefined, /mount or restore it/],
];

test.each(ways)(
  'a cluster whose version %s is left as it is, and the start says so',
  async (_, spoil, says) => {
    const dataDirectory = await makeFolder();
    const cluster = await keepOne(dataDirectory);
    const version = join(cluster, 'PG_VERSION');
    await rename(version, `${version}.kept`);
    await spoil(version);
    const before = await readdir(cluster);
    await expect(openStorage({ dataDirectory }, { logger: QUIET })).rejects.toThrow(says);
    expect(await readdir(cluster)).toEqual(before);
  },
);

test('a cluster that is gone is not made anew, and its return is all that a start needs', async () => {
  const dataDirectory = await makeFolder();
  const cluster = await keepOne(dataDirectory);
  await rename(cluster, `${cluster}.unmounted`);
  await mkdir(cluster);
  await expect(openStorage({ dataDirectory }, { logger: QUIET })).rejects.toThrow(
    /To begin with empty books/,
  );
  await rename(`${cluster}.unmounted`, cluster);
  await expectKept(dataDirectory);
});

test('a folder of files where the cluster is to be is never deleted', async () => {
  const dataDirectory = await makeFolder();
  await mkdir(join(dataDirectory, 'cluster'));
  await writeFile(join(dataDirectory, 'cluster', 'diary.txt'), 'mine');
  await expect(openStorage({ dataDirectory }, { logger: QUIET })).rejects.toThrow(/ENOTEMPTY/);
  expect(await readdir(join(dataDirectory, 'cluster'))).toEqual(['diary.txt']);
});
