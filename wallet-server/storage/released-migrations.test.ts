import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { borrowTestDatabases } from '#tests/fixtures/postgres.ts';
import { findMigrations } from './find-migrations.ts';
import { type Migration, migrate } from './migrate.ts';
import type { Sql } from './sql.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * What each released version brought: its migrations' numbers, and one hash over all their texts. A released file never
 * changes, and a new one gets a number above all of these.
 */
const RELEASED = [
  {
    version: '0.1.0',
    directory: { numbers: [1, 2, 10, 11, 12, 100, 110, 120, 130, 140, 150, 200], hash: '54a5dc7140607d4f' },
    vault: { numbers: [10], hash: '4338b1b05c2cc6e1' },
  },
] as const;

const CASES = RELEASED.flatMap(({ version, directory, vault }) => [
  { version, name: 'directory' as const, ...directory },
  { version, name: 'vault' as const, ...vault },
]);

function takeReleased(files: readonly Migration[], numbers: readonly number[]): Migration[] {
  return files.filter(({ number }) => numbers.includes(number));
}

function hashAll(files: readonly Migration[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.name} ${file.hash}\n`);
  return hash.digest('hex').slice(0, 16);
}

async function readShape(sql: Sql): Promise<readonly unknown[]> {
  return await sql`
    select table_name, column_name, data_type, is_nullable from information_schema.columns
    where table_schema = 'public' order by 1, 2`;
}

test.each(CASES)('the files of $version for the $name are the ones that were released', async released => {
  const files = takeReleased(await findMigrations(released.name), released.numbers);
  expect(hashAll(files)).toBe(released.hash);
});

test.each(CASES)('a $name of $version comes to where a new one is', async ({ name, numbers }) => {
  const databases = await borrowTestDatabases();
  const fresh = await readShape(databases[name]);
  await databases[name].unsafe('drop schema public cascade; create schema public').simple();
  const files = await findMigrations(name);
  await migrate(databases[name], takeReleased(files, numbers), QUIET);
  await migrate(databases[name], files, QUIET);
  expect(await readShape(databases[name])).toEqual(fresh);
});
