import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { expectOk, REAL_DATA } from '#tests/fixtures/device.ts';
import { confirm, openEscrow, placeHeld } from '#tests/fixtures/escrow.ts';
import { borrowTestDatabases } from '#tests/fixtures/postgres.ts';
import { makeTestLog } from '#tests/fixtures/server-settings.ts';
import { readTrialBalance } from '../../ledger/trial-balance.ts';
import { readMigrations } from '../migrate.ts';
import { listTables, sortByNeeds } from './list-tables.ts';
import { type RestoreTarget, restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wayveil-backup-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'backup');
}

async function backUpEscrow() {
  const escrow = await openEscrow();
  await escrow.deposit(20_000n);
  const view = await placeHeld(escrow);
  expectOk(await confirm(escrow, view));
  const { directory, vault } = escrow.app.databases;
  const sources = [
    { name: 'directory', sql: directory },
    { name: 'vault', sql: vault },
  ];
  const folder = await makeFolder();
  const manifest = await writeBackup(sources, folder, escrow.app.clock.nowMs);
  return { escrow, view, folder, manifest, sources };
}

async function makeTargets(): Promise<RestoreTarget[]> {
  const { directory, vault } = await borrowTestDatabases();
  for (const sql of [directory, vault])
    await sql.unsafe('drop schema public cascade; create schema public').simple();
  const read = (name: string) =>
    readMigrations(fileURLToPath(new URL(`../migrations/${name}`, import.meta.url)));
  return [
    { name: 'directory', sql: directory, migrations: await read('directory') },
    { name: 'vault', sql: vault, migrations: await read('vault') },
  ];
}

async function readRows(sources: readonly Pick<RestoreTarget, 'name' | 'sql'>[], tables: string[]) {
  const rows: Record<string, unknown> = {};
  for (const { name, sql } of sources)
    for (const table of tables.filter(path => path.startsWith(`${name}/`))) {
      const plain = table.slice(name.length + 1);
      rows[table] = await sql`select * from ${sql(plain)} order by ${sql(plain)}::text`;
    }
  return rows;
}

test('every row comes back, and the books with them', async () => {
  const { folder, manifest, sources } = await backUpEscrow();
  const targets = await makeTargets();
  await restoreBackup(targets, folder, makeTestLog());
  const tables = manifest.databases.flatMap(({ name, tables: kept }) =>
    kept.map(({ table }) => `${name}/${table}`),
  );
  expect(tables).toContain('directory/transfers');
  expect(await readRows(targets, tables)).toEqual(await readRows(sources, tables));
  const [directory] = targets;
  if (!directory) throw new Error('no directory');
  expect(await readTrialBalance(directory.sql)).toEqual([
    { currency: 'USD', totalMinor: 0n, driftMinor: 0n, pendingMinor: 0n },
  ]);
  const [next] = await directory.sql<{ id: bigint }[]>`
    insert into log_leaves (leaf_hash, at_ms) values ('\\x00', 0) returning id`;
  const [last] = await directory.sql<{ id: bigint }[]>`select max(id) as id from log_leaves where at_ms > 0`;
  expect(next?.id).toBeGreaterThan(last?.id ?? 0n);
});

test('S6, S57: no word of a person can be read in a backup', async () => {
  const { folder } = await backUpEscrow();
  const files = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.gz'));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const text = gunzipSync(await readFile(join(folder, file))).toString('latin1');
    for (const word of [REAL_DATA.name, REAL_DATA.email, REAL_DATA.mobile ?? 'mobile'])
      expect(text.includes(word), file).toBe(false);
  }
});

test.each([
  [
    'a file that was cut',
    'backup_damaged',
    (folder: string) => truncate(join(folder, 'directory/transfers.copy.gz'), 20),
  ],
  [
    'a file that is gone',
    'backup_damaged',
    (folder: string) => rm(join(folder, 'directory/purchases.copy.gz')),
  ],
  ['no manifest', 'backup_missing', (folder: string) => rm(join(folder, 'manifest.json'))],
  [
    'a manifest that is no JSON',
    'backup_damaged',
    (folder: string) => writeFile(join(folder, 'manifest.json'), '{'),
  ],
])('a backup with %s is refused before anything is written', async (_name, code, damage) => {
  const { folder } = await backUpEscrow();
  await damage(folder);
  const targets = await makeTargets();
  await expect(restoreBackup(targets, folder, makeTestLog())).rejects.toMatchObject({ code });
  for (const { sql } of targets) expect(await listTables(sql)).toEqual([]);
});

test('nothing is restored over what is there, and no backup is written over another', async () => {
  const { folder, escrow, sources } = await backUpEscrow();
  const targets = await makeTargets();
  const over = targets.map(target => ({ ...target, ...sources.find(({ name }) => name === target.name) }));
  await expect(restoreBackup(over, folder, makeTestLog())).rejects.toMatchObject({
    code: 'target_not_empty',
  });
  await expect(writeBackup(sources, folder, escrow.app.clock.nowMs)).rejects.toMatchObject({
    code: 'backup_folder_not_empty',
  });
});

test('tables come after those that they name', () => {
  const links = [
    { name: 'a', needs: 'b' },
    { name: 'b', needs: 'c' },
  ];
  expect(sortByNeeds(['a', 'b', 'c', 'd'], links)).toEqual(['c', 'd', 'b', 'a']);
  expect(() => sortByNeeds(['a', 'b'], [...links, { name: 'b', needs: 'a' }])).toThrow(/need each other/);
});
