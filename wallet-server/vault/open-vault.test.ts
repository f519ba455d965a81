import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { REAL_DATA } from '#tests/fixtures/device.ts';
import { borrowTestDatabases } from '#tests/fixtures/postgres.ts';
import { makeTestLog } from '#tests/fixtures/server-settings.ts';
import { openPool } from '../storage/sql.ts';
import { openVault } from './open-vault.ts';

const ONE = '01a1fc48-3835-710e-b4f5-3571600f3075';
const TWO = '01a1fc48-3835-710e-b4f5-3571600f3076';

async function openTestVault() {
  const databases = await borrowTestDatabases();
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const ports = { random, vaultKey: random(32), clock: () => 1, log: makeTestLog() };
  return { databases, ports, vault: openVault({ ...ports, sql: databases.vault }) };
}

test('S1: a record comes back whole to its person and is none for anybody else', async () => {
  const { vault } = await openTestVault();
  expect(await vault.putRecord(ONE, REAL_DATA)).toBe('written');
  expect(await vault.getRecord(ONE)).toEqual(REAL_DATA);
  expect(await vault.getRecord(TWO)).toBeNull();
  expect(await vault.isReachable()).toBe(true);
});

test('S7: the rows alone tell nothing, and the directory role may not even connect', async () => {
  const { vault, databases } = await openTestVault();
  await vault.putRecord(ONE, REAL_DATA);
  const rows = await databases.vault`select wrapped_key, ciphertext from records`;
  const bytes = rows.map(row => `${row.wrapped_key}${row.ciphertext}`).join('');
  expect(bytes).not.toContain('Okonkwo');
  const [{ name = '' } = {}] = await databases.vault<{ name: string }[]>`select current_database() as name`;
  const { host, user, pass } = databases.directory.options;
  const socketPath = databases.directory.options.path || String(host[0]);
  const password = typeof pass === 'string' ? pass : '';
  const trespasser = openPool(
    { socketPath, database: name, user, password },
    { connections: 1, name: 'test' },
  );
  await expect(trespasser`select 1`).rejects.toMatchObject({ code: '42501' });
  await trespasser.end();
});

test('a record moved to another person or an older version does not open', async () => {
  const { vault, databases } = await openTestVault();
  await vault.putRecord(ONE, REAL_DATA);
  await databases.vault`
    insert into records select ${TWO}, version, wrapped_key, ciphertext, written_at_ms from records`;
  await expect(vault.getRecord(TWO)).rejects.toThrow();
  await databases.vault`update records set version = 7 where person_id = ${ONE}`;
  await expect(vault.getRecord(ONE)).rejects.toThrow();
});

test('erasing destroys the key, and what is written later has a new one', async () => {
  const { vault, databases } = await openTestVault();
  await vault.putRecord(ONE, REAL_DATA);
  const [old] = await databases.vault`select wrapped_key, ciphertext, version from records`;
  expect(await vault.eraseRecord(ONE)).toBe('erased');
  expect(await vault.getRecord(ONE)).toBeNull();
  await vault.putRecord(ONE, REAL_DATA);
  const [fresh] = await databases.vault`select wrapped_key, version from records`;
  expect(fresh?.wrapped_key).not.toEqual(old?.wrapped_key);
  expect(fresh?.version).toBe(3);
});

test('S9: a vault whose database is away is unreachable and throws at nobody', async () => {
  const { ports } = await openTestVault();
  const address = { socketPath: '/nonexistent/.s.PGSQL.5432', database: 'vault', user: 'a', password: 'b' };
  const sql = openPool(address, { connections: 1, name: 'test' });
  const vault = openVault({ ...ports, sql, answerWithinMs: 200 });
  expect(await vault.putRecord(ONE, REAL_DATA)).toBe('unreachable');
  expect(await vault.getRecord(ONE)).toBe('unreachable');
  expect(await vault.eraseRecord(ONE)).toBe('unreachable');
  expect(await vault.isReachable()).toBe(false);
  expect(JSON.stringify(ports.log.lines)).not.toContain('Okonkwo');
  await sql.end({ timeout: 0 });
});
