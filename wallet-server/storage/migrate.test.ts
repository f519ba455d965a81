import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { borrowTestDatabases } from '#tests/fixtures/postgres.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openPool } from './sql.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function makeFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wayveil-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** An empty database: the vault has no migrations of the test's numbers. */
async function makeDatabase() {
  const { vault } = await borrowTestDatabases();
  await vault`drop table if exists migrations, migration_lock`;
  return vault;
}

test('files run in the order of their numbers, once', async () => {
  const sql = await makeDatabase();
  const files = await readMigrations(
    await makeFolder({
      '0020-b.sql': 'insert into a values (2);',
      '0010-a.sql': 'create table a (n int); insert into a values (1);',
    }),
  );
  await migrate(sql, files, QUIET);
  await migrate(sql, files, QUIET);
  expect([...(await sql`select n from a order by n`)]).toEqual([{ n: 1 }, { n: 2 }]);
});

test('several processes starting at once apply each file once', async () => {
  const sql = await makeDatabase();
  const folder = await makeFolder({
    '0001-a.sql': 'create table a (n int);',
    '0002-b.sql': 'insert into a values (1);',
  });
  const files = await readMigrations(folder);
  await Promise.all(Array.from({ length: 6 }, () => migrate(sql, files, QUIET)));
  expect(await sql`select n from a`).toHaveLength(1);
});

test('a file that fails leaves nothing of itself and keeps those before it', async () => {
  const sql = await makeDatabase();
  const folder = await makeFolder({
    '0001-a.sql': 'create table a (n int);',
    '0002-b.sql': 'insert into a values (1); select no_such();',
  });
  await expect(migrate(sql, await readMigrations(folder), QUIET)).rejects.toMatchObject({ code: '42883' });
  expect(await sql`select n from a`).toHaveLength(0);
  expect([...(await sql`select name from migrations`)]).toEqual([{ name: '0001-a.sql' }]);
});

test('a file changed after it ran is refused', async () => {
  const sql = await makeDatabase();
  const files = await readMigrations(await makeFolder({ '0001-a.sql': 'create table a (n int);' }));
  await migrate(sql, files, QUIET);
  const changed = files.map(file => ({ ...file, hash: 'other' }));
  await expect(migrate(sql, changed, QUIET)).rejects.toMatchObject({ code: 'migration_changed' });
});

test('a database newer than the code is refused', async () => {
  const sql = await makeDatabase();
  const files = await readMigrations(
    await makeFolder({ '0001-a.sql': 'select 1;', '0002-b.sql': 'select 1;' }),
  );
  await migrate(sql, files, QUIET);
  await expect(migrate(sql, files.slice(0, 1), QUIET)).rejects.toMatchObject({
    code: 'database_newer_than_code',
  });
});

test('a file numbered below one that ran is refused', async () => {
  const sql = await makeDatabase();
  const files = await readMigrations(
    await makeFolder({ '0001-a.sql': 'select 1;', '0002-b.sql': 'select 1;' }),
  );
  await migrate(sql, files.slice(1), QUIET);
  await expect(migrate(sql, files, QUIET)).rejects.toMatchObject({ code: 'migration_out_of_order' });
});

test('two files of one number and a file of another name are refused', async () => {
  const twice = await makeFolder({ '0001-a.sql': '', '0001-b.sql': '' });
  await expect(readMigrations(twice)).rejects.toMatchObject({ code: 'migration_number_taken_twice' });
  const wrong = await makeFolder({ '1-a.sql': '' });
  await expect(readMigrations(wrong)).rejects.toMatchObject({ code: 'migration_name_invalid' });
});

test('S7: each role owns its database and cannot connect to the other', async () => {
  const { directory, vault } = await borrowTestDatabases();
  for (const [own, other] of [
    [directory, vault],
    [vault, directory],
  ] as const) {
    const [there] = await other<{ database: string }[]>`select current_database() as database`;
    const { path, user, pass } = own.options;
    const address = {
      socketPath: String(path),
      database: String(there?.database),
      user: String(user),
      password: String(pass),
    };
    const intruder = openPool(address, { connections: 1, name: 'intruder' });
    await expect(intruder`select 1`).rejects.toMatchObject({ code: '42501' });
    await intruder.end();
  }
});
