import { readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { REAL_DATA } from '#tests/fixtures/device.ts';
import { borrowVaultDatabases } from '#tests/fixtures/postgres.ts';
import { ONE, openTestGuard, openTestKeeper } from '#tests/fixtures/test-vault.ts';
import { borrowFolder, makeFaulty } from '#tests/fixtures/vault-stores.ts';
import { openFileStore } from './file-store.ts';
import { openPostgresStore } from './postgres-store.ts';

async function openOn(folder: string, databases: Awaited<ReturnType<typeof borrowVaultDatabases>>) {
  const files = openFileStore(folder);
  onTestFinished(() => files.close().catch(() => undefined));
  const stores = {
    first: makeFaulty(openPostgresStore(databases.vault)),
    second: makeFaulty(openPostgresStore(databases.vaultSecond)),
    files: makeFaulty(files),
  };
  const keeper = await openTestKeeper(stores);
  return { files, vault: await openTestGuard(databases.directory, keeper) };
}

test('S7: only our own user may read the files of the vault', () => {
  const folder = borrowFolder('files');
  const inside = join(folder, 'vault-files');
  const store = openFileStore(inside);
  onTestFinished(() => store.close());
  expect(statSync(inside).mode & 0o777).toBe(0o700);
  expect(statSync(join(inside, 'records.sqlite')).mode & 0o777).toBe(0o600);
});

test.each([
  ['overwritten', (path: string) => writeFileSync(path, 'no database at all'.repeat(1000))],
  ['cut', (path: string) => truncateSync(path, 5000)],
])(
  'S10, S57: a file that was %s is put aside, and a new one is filled from the databases',
  async (_how, damage) => {
    const folder = borrowFolder('files');
    const databases = await borrowVaultDatabases();
    const before = await openOn(folder, databases);
    await before.vault.putRecord(ONE, REAL_DATA);
    await before.files.close();
    damage(join(folder, 'records.sqlite'));
    const after = await openOn(folder, databases);
    expect(await after.vault.getRecord(ONE)).toEqual(REAL_DATA);
    await after.vault.checkPage(null);
    expect((await after.vault.checkPage(null)).waiting).toBe(0);
    expect(readdirSync(folder)).toContain('records.sqlite.damaged');
    expect(await after.files.read(ONE)).toHaveLength(1);
  },
);
