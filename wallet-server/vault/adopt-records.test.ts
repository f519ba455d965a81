import { expect, test } from 'vitest';
import { seal } from '#server/app/seal.ts';
import { makeTestLog } from '#tests/fixtures/server-settings.ts';
import { listHolders, makeRecord, ONE, openTestVault, TWO, testRandom } from '#tests/fixtures/test-vault.ts';
import { adoptRecords } from './adopt-records.ts';

const VAULT_KEY = new Uint8Array(32).fill(4);

/** A record as the first released version wrote it: one database, the key wrapped by the vault's. */
async function writeOld(
  sql: Awaited<ReturnType<typeof openTestVault>>['databases']['vault'],
  personId: string,
) {
  const key = testRandom(32);
  const wrapped = seal(key, { key: VAULT_KEY, place: `vault-key:${personId}` }, testRandom);
  const plaintext = Buffer.from(JSON.stringify(makeRecord('Old')));
  const ciphertext = seal(plaintext, { key, place: `vault-record:${personId}:3` }, testRandom);
  await sql`insert into records values (${personId}, 3, ${wrapped}, ${ciphertext}, 1)`;
}

test('records of the time with one database move into the stores, erased ones stay erased', async () => {
  const { vault, keeper, stores, databases } = await openTestVault();
  const sql = databases.vault;
  await writeOld(sql, ONE);
  await sql`insert into records values (${TWO}, 5, null, null, 1)`;
  const adoption = { sql, keeper, vaultKeys: [testRandom(32), VAULT_KEY], log: makeTestLog() };
  await adoptRecords(adoption);
  await adoptRecords(adoption);
  expect(adoption.log.lines).toEqual(['{"event":"vault_records_moved","count":2}']);
  expect(await sql`select 1 from records`).toHaveLength(0);
  expect(await listHolders(stores, ONE)).toEqual(['first', 'second', 'files']);
  expect(await vault.getRecord(ONE)).toEqual(makeRecord('Old'));
  expect(await vault.getRecord(TWO)).toBeNull();
  expect(await vault.putRecord(ONE, makeRecord('New'))).toBe('written');
  expect(await vault.getRecord(ONE)).toEqual(makeRecord('New'));
});

test('old records that cannot be moved stop the start, and none is deleted', async () => {
  const { keeper, stores, databases } = await openTestVault();
  const sql = databases.vault;
  await writeOld(sql, ONE);
  stores.second.stop();
  stores.files.stop();
  const adoption = { sql, keeper, vaultKeys: [VAULT_KEY], log: makeTestLog() };
  await expect(adoptRecords(adoption)).rejects.toThrow('unreachable');
  await expect(adoptRecords({ ...adoption, vaultKeys: [testRandom(32)] })).rejects.toThrow('restore the key');
  expect(await sql`select 1 from records`).toHaveLength(1);
});
