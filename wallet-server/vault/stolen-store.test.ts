import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { openPool } from '#server/storage/sql.ts';
import { ADMIN_ROLE } from '#server/storage/supervisor/cluster-folder.ts';
import { makeRecord, ONE, openTestVault } from '#tests/fixtures/test-vault.ts';
import { open } from '../app/seal.ts';
import type { StoreName } from './envelope.ts';
import { recordPlace } from './keep-record.ts';
import { joinShares } from './key-shares.ts';
import { fixKeys } from './key-source.ts';
import { checkRow } from './seal-row.ts';
import { makeStoreKeys } from './store-keys.ts';

/** Words that occur in no other test, so that all of a cluster can be searched for them. */
const WORDS = ['Quillon Vexworth', 'quillon.vexworth@sable.example', '19 Ravenscar Terrace', '+447700900461'];
const RECORD = {
  ...makeRecord('Quillon Vexworth'),
  ...{ email: 'quillon.vexworth@sable.example', mobile: '+447700900461' },
  destination1: { ...makeRecord('').destination1, addressLines: ['19 Ravenscar Terrace'] },
};

/** Every file below a folder, as bytes; what other tests of the same cluster drop meanwhile is no loss. */
function readFiles(folder: string): Map<string, Buffer> {
  return new Map(readAll(folder, ''));
}

function readAll(folder: string, name: string): [string, Buffer][] {
  try {
    if (statSync(join(folder, name)).isFile()) return [[name, readFileSync(join(folder, name))]];
    return readdirSync(join(folder, name)).flatMap(part => readAll(folder, join(name, part)));
  } catch {
    return [];
  }
}

function findWords(files: Map<string, Buffer>, words = WORDS): string[] {
  const encoded = words.flatMap(word => [word, word.toUpperCase()]);
  return [...files].flatMap(([name, bytes]) =>
    encoded.filter(word => bytes.includes(word)).map(word => `${name}: ${word}`),
  );
}

async function findClusterFolder(): Promise<string> {
  const { socketPath, passwords } = inject('testCluster');
  const address = { socketPath, database: 'postgres', user: ADMIN_ROLE, password: passwords.admin };
  const admin = openPool(address, { connections: 1, name: 'test' });
  await admin`checkpoint`;
  const [row] = await admin<{ folder: string }[]>`select current_setting('data_directory') as folder`;
  await admin.end();
  return row?.folder ?? '';
}

test('S57: no word of a record lies in any file of the stores or of the directory, write-ahead logs included', async () => {
  const { vault, stores, databases, folder } = await openTestVault();
  await vault.putRecord(ONE, RECORD);
  stores.first.stop();
  stores.files.stop();
  expect(await vault.putRecord(ONE, RECORD)).toBe('staged');
  await databases.directory`create table planted as select ${'Planted Vexworth'}::text as word`;
  const cluster = readFiles(await findClusterFolder());
  expect(findWords(cluster, ['Planted Vexworth']).length).toBeGreaterThan(0);
  expect([...cluster.keys()].some(name => name.startsWith('pg_wal/'))).toBe(true);
  expect(findWords(cluster)).toEqual([]);
  const files = readFiles(folder);
  expect([...files.keys()]).toContain('records.sqlite-wal');
  expect(findWords(files)).toEqual([]);
});

test('S7, S57: one store with its key opens nothing, any two with theirs do', async () => {
  const { vault, stores } = await openTestVault();
  await vault.putRecord(ONE, RECORD);
  const steal = async (name: StoreName, byte: number) => {
    const [row] = await stores[name].read(ONE);
    if (!row) throw new Error('the store has no row');
    const checked = checkRow(name, ONE, row, makeStoreKeys(fixKeys([new Uint8Array(32).fill(byte)])));
    if (checked.state !== 'whole') throw new Error('the row did not open');
    return { name, row, share: checked.share };
  };
  const stolen = [await steal('first', 1), await steal('second', 2), await steal('files', 3)];
  const seal = (row: (typeof stolen)[number]['row'], key: Uint8Array) =>
    open(row.ciphertext, { key, place: recordPlace(row) });
  for (const { name, row, share } of stolen) {
    await expect(joinShares(new Map([[name, share]]))).rejects.toThrow('no key');
    expect(() => seal(row, share.subarray(0, 32))).toThrow();
    const other = stolen.find(one => one.name !== name);
    if (!other) throw new Error('there is no other store');
    const key = await joinShares(
      new Map([
        [name, share],
        [other.name, other.share],
      ]),
    );
    expect(JSON.parse(Buffer.from(seal(row, key)).toString())).toEqual(RECORD);
  }
});

test("S7: a store's key does not open another store's share", async () => {
  const { vault, stores } = await openTestVault();
  await vault.putRecord(ONE, RECORD);
  const [row] = await stores.first.read(ONE);
  if (!row) throw new Error('the store has no row');
  const keys = (byte: number) => makeStoreKeys(fixKeys([new Uint8Array(32).fill(byte)]));
  expect(checkRow('first', ONE, row, keys(1)).state).toBe('whole');
  expect(checkRow('first', ONE, row, keys(2)).state).toBe('locked');
  expect(checkRow('second', ONE, row, keys(1)).state).toBe('damaged');
});
