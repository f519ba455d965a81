import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { eraseFrom, expectOk, joinFrom, makeDevice, REAL_DATA } from '#tests/fixtures/device.ts';
import { borrowVaultDatabases } from '#tests/fixtures/postgres.ts';
import { makeTestLog, makeTestSettings } from '#tests/fixtures/server-settings.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { makeServices } from '../app/make-services.ts';
import type { Services } from '../app/services.ts';
import { checkLog } from '../log/check-log.ts';
import { startSequencer } from '../log/sequencer.ts';
import { findJournals } from '../operators/find-journals.ts';
import { readCondition } from '../operators/read-condition.ts';
import { restore, restoreInto } from '../operators/restore.ts';
import { expectRestored } from '../storage/backup/restore-mark.ts';
import { writeBackup } from '../storage/backup/write-backup.ts';
import { migrateDatabase } from '../storage/open-storage.ts';
import { eraseAgain } from './erase-again.ts';
import { readJournal } from './erasure-journal.ts';
import { exportErasures, journalErasures, tryToJournal } from './keep-journal.ts';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wayveil-erasures-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A member of a server whose journal lies in a folder of its own. */
async function openWorld() {
  const folder = await makeFolder();
  const journal = join(folder, 'erasures.jsonl');
  const server = await openTestApp({ erasuresFile: journal });
  const device = await makeDevice(server);
  const member = await joinFrom(device);
  const sequencer = await startSequencer(server.services);
  onTestFinished(() => sequencer.stop());
  const { directory } = server.services;
  return { folder, journal, server, services: server.services, directory, device, member, sequencer };
}

function listAbout({ directory }: Pick<Services, 'directory'>, personId: string) {
  return directory`
    select entry ->> 'kind' as kind from log_leaves where entry ->> 'subjectId' = ${personId} order by id`;
}

test('S57: erasing takes the salts of a record out of the log, which stays whole', async () => {
  const { services, directory, device, member, sequencer } = await openWorld();
  await sequencer.sequence();
  const [before] = await directory`select count(*)::int as leaves from log_leaves`;
  expect((await listAbout(services, member.personId)).map(({ kind }) => kind)).toContain('stored');
  expect(await eraseFrom(device)).toEqual({ ok: {} });
  await sequencer.sequence();
  expect(await listAbout(services, member.personId)).toEqual([{ kind: 'erased' }]);
  const [after] = await directory`
    select count(*)::int as leaves, count(*) filter (where salt is null)::int as forgotten from log_leaves`;
  expect(after).toEqual({ leaves: before?.leaves + 1, forgotten: before?.leaves });
  expect(await checkLog(directory)).toBeNull();
  const { receipts } = expectOk(
    await device.client.call('listLogReceipts', { query: { from: 0, limit: 50 } }),
  );
  expect(receipts.map(({ entry }) => entry.kind)).toEqual(['erased']);
});

test('an erasure is in the journal when it is answered, by a hash', async () => {
  const { journal, device, member } = await openWorld();
  expect(await eraseFrom(device)).toEqual({ ok: {} });
  const text = await readFile(journal, 'utf8');
  expect(text.split('\n')).toHaveLength(2);
  expect(text).not.toContain(member.personId);
  expect(await readJournal(journal)).toMatchObject([{ sequence: 2 }]);
});

test('a line that a crash cut short is passed over, one that somebody changed is not', async () => {
  const { journal, folder, services, directory, device } = await openWorld();
  await eraseFrom(device);
  await appendFile(journal, '{"person":"abc');
  await directory`update erasures set journaled_at_ms = null`;
  expect(await journalErasures(services)).toBe(1);
  expect(await journalErasures(services)).toBe(0);
  const [first, second] = (await readJournal(journal)) ?? [];
  const nobody = await borrowVaultDatabases();
  expect(await exportErasures(nobody.directory, join(folder, 'empty'))).toBe(0);
  expect(await findJournals([], [join(folder, 'empty')])).toMatchObject({ entries: [] });
  expect(second).toEqual(first);
  expect(await exportErasures(directory, join(folder, 'copy'))).toBe(1);
  expect(await exportErasures(directory, join(folder, 'copy'))).toBe(0);
  await writeFile(journal, '{"person":"abc"}\n');
  await expect(readJournal(journal)).rejects.toThrow('line 1 of');
});

test('a journal that cannot be written stops no erasure, is tried again, and the doctor tells', async () => {
  const { journal, services, member, server } = await openWorld();
  const blocked = {
    ...services,
    settings: { ...services.settings, erasuresFile: `${journal}/not/a/folder` },
  };
  await writeFile(journal, '');
  await services.vault.eraseRecord(member.personId);
  expect(await tryToJournal(blocked)).toBe(0);
  expect(server.log.lines.join()).toContain('erasures_not_journaled');
  server.clock.nowMs += 600_000;
  const stateOf = async () =>
    (await readCondition(services, false)).checks.find(({ check }) => check === 'erasures_journaled')?.state;
  expect(await stateOf()).toBe('failed');
  expect(await tryToJournal(services)).toBe(1);
  expect(await stateOf()).toBe('passed');
});

type VaultDatabases = Awaited<ReturnType<typeof borrowVaultDatabases>>;

/** The services of a server over all three databases. */
async function serve({ directory, vault, vaultSecond }: Omit<VaultDatabases, 'drop'>, erasuresFile: string) {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const effects = { log: makeTestLog(), random, port: 8477, clock: Date.now, nudgeJobs: () => undefined };
  const settings = makeTestSettings({ erasuresFile });
  return await makeServices(settings, { directory, vault, vaultSecond, ...effects });
}

/** Databases with nothing in them. */
async function makeTarget() {
  const databases = await borrowVaultDatabases();
  for (const sql of [databases.directory, databases.vault, databases.vaultSecond])
    await sql.unsafe('drop schema public cascade; create schema public').simple();
  return { ...databases, close: async () => undefined };
}

const PERSON = '01a1fc48-3835-710e-b4f5-3571600f3075';

async function backUpThenErase() {
  const folder = await makeFolder();
  const [from, journal] = [join(folder, 'backup'), join(folder, 'erasures.jsonl')];
  const databases = await borrowVaultDatabases();
  const services = await serve(databases, journal);
  expect(await services.vault.putRecord(PERSON, REAL_DATA)).toBe('written');
  const sources = [
    { name: 'directory', sql: databases.directory },
    { name: 'vault', sql: databases.vault },
    { name: 'vault_second', sql: databases.vaultSecond },
  ];
  await writeBackup(sources, from, Date.now());
  expect(await services.vault.eraseRecord(PERSON)).toBe('erased');
  expect(await journalErasures(services)).toBe(1);
  return { from, journal, folder };
}

const QUIET = { log: makeTestLog(), print: () => undefined };

test('S57: what was erased after an old backup does not come back with it', async () => {
  const { from, journal } = await backUpThenErase();
  const storage = await makeTarget();
  const lines: string[] = [];
  const found = await findJournals([], [journal]);
  await restoreInto(storage, { from, found }, { ...QUIET, print: line => lines.push(line) });
  expect(lines.join('\n')).toContain('Erased again: 1.');
  await expectRestored(storage.directory);
  const services = await serve(storage, journal);
  expect(await services.vault.getRecord(PERSON)).toBeNull();
  expect(await listAbout(services, PERSON)).toEqual([{ kind: 'erased' }]);
  await services.vault.catchUp();
  const buried = await storage.vault`select 1 from vault_rows where not erased`;
  expect(buried).toHaveLength(0);
  expect(await services.vault.getRecord(PERSON)).toBeNull();
  expect(await services.vault.putRecord(PERSON, REAL_DATA)).toBe('written');
  expect(await services.vault.getRecord(PERSON)).toEqual(REAL_DATA);
  // The same journal a second time: nothing that came later goes.
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  expect(await eraseAgain({ ...storage, random, nowMs: Date.now() }, found.entries)).toBe(0);
  expect(await services.vault.getRecord(PERSON)).toEqual(REAL_DATA);
});

test('without its journal the old backup would bring the data back: the plant is seen', async () => {
  const { from, journal } = await backUpThenErase();
  const storage = await makeTarget();
  await restoreInto(storage, { from, found: { paths: [], entries: [] } }, QUIET);
  const { vault } = await serve(storage, journal);
  expect(await vault.getRecord(PERSON)).toEqual(REAL_DATA);
});

test('no server opens a directory whose restore was interrupted, and none begins without a journal', async () => {
  const { from, journal, folder } = await backUpThenErase();
  const storage = await makeTarget();
  await writeFile(join(folder, 'broken'), 'x}\n');
  await expect(findJournals([join(folder, 'none')], [])).rejects.toMatchObject({ code: 'erasures_missing' });
  await expect(findJournals([], [join(folder, 'none')])).rejects.toThrow('--erasures FILE');
  await expect(findJournals([join(folder, 'broken')], [])).rejects.toMatchObject({
    code: 'erasures_damaged',
  });
  const found = await findJournals([journal], []);
  const interrupted = {
    ...found,
    get entries(): never {
      throw new Error('killed');
    },
  };
  await expect(restoreInto(storage, { from, found: interrupted }, QUIET)).rejects.toThrow('killed');
  await expect(migrateDatabase('directory', storage.directory, makeTestLog())).rejects.toMatchObject({
    code: 'restore_unfinished',
  });
});

test('a folder that is no backup is said to be none before anything else is asked for', async () => {
  const from = await makeFolder();
  const settings = makeTestSettings({ storage: { dataDirectory: from }, erasuresFile: null });
  const ports = { log: makeTestLog(), print: () => undefined };
  const restored = restore(settings, { from, journals: 'usual' }, ports);
  await expect(restored).rejects.toMatchObject({ code: 'backup_missing' });
});
