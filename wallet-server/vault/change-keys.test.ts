import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { makeTestLog } from '#tests/fixtures/server-settings.ts';
import {
  makeRecord,
  ONE,
  openTestGuard,
  openTestKeeper,
  TWO,
  testRandom,
} from '#tests/fixtures/test-vault.ts';
import { startExercise } from '#tests/fixtures/vault-exercise.ts';
import { borrowFolder, borrowStores } from '#tests/fixtures/vault-stores.ts';
import { dropKeys, rotateKeys } from './change-keys.ts';
import { STORE_NAMES } from './envelope.ts';
import { keepVaultKeys } from './keep-vault-keys.ts';
import { fixKeys } from './key-source.ts';
import { makeStoreKeys } from './store-keys.ts';

const NONE_GIVEN = { vault: null, first: null, second: null, files: null };

async function openWithFiles() {
  const { databases, stores } = await borrowStores();
  const place = { folder: join(borrowFolder('keys'), 'keys'), isShared: false };
  const keys = await keepVaultKeys(NONE_GIVEN, place, testRandom);
  const log = makeTestLog();
  const vault = await openTestGuard(databases.directory, await openTestKeeper(stores, { keys, log }), log);
  const lines: string[] = [];
  const named = {
    first: { store: stores.first, keys: makeStoreKeys(keys.first) },
    second: { store: stores.second, keys: makeStoreKeys(keys.second) },
    files: { store: stores.files, keys: makeStoreKeys(keys.files) },
  };
  const print = (line: string) => lines.push(line);
  const ports = { given: NONE_GIVEN, place, stores: named, random: testRandom, print };
  const readFileOf = (name: string) => readFile(join(place.folder, name), 'utf8');
  return { vault, stores, ports, keys, lines, log, databases, readFileOf };
}

test('keys are changed and the old ones dropped while callers write and read, and nobody notices', {
  timeout: 60_000,
}, async () => {
  const { vault, ports, lines, log, stores, keys, databases, readFileOf } = await openWithFiles();
  const before = { ...keys, vault: fixKeys(keys.vault.list()) };
  const old = Object.fromEntries(STORE_NAMES.map(name => [name, fixKeys(keys[name].list())]));
  const exercise = startExercise(vault, [ONE, TWO]);
  while (exercise.seen.written < 6) await pause(20);
  expect(await rotateKeys(ports)).toBe(true);
  expect((await readFileOf('vault-first')).split('\n')).toHaveLength(2);
  const atRotation = exercise.seen.written;
  while (exercise.seen.written < atRotation + 6) await pause(20);
  expect(await dropKeys(ports, true)).toBe(true);
  const atDrop = exercise.seen.written;
  while (exercise.seen.written < atDrop + 6) await pause(20);
  const seen = await exercise.finish();
  expect(seen).toMatchObject({ wrong: [], refused: 0, staged: 0 });
  expect((await readFileOf('vault')).split('\n')).toHaveLength(1);
  expect(log.lines.filter(line => line.includes('away'))).toEqual([]);
  expect(lines.join()).toContain('older keys dropped: 1');
  const thief = await openTestKeeper(stores, { keys: { ...before, ...old } });
  const stolen = await openTestGuard(databases.directory, thief);
  expect(await stolen.getRecord(ONE)).toBe('unreachable');
});

test('a key under which something is still sealed is not dropped', async () => {
  const { vault, ports, lines, stores } = await openWithFiles();
  await vault.putRecord(ONE, makeRecord('Kept'));
  const back = await stores.first.snapshot(ONE);
  await rotateKeys(ports);
  await back();
  expect(await dropKeys(ports, false)).toBe(false);
  expect(lines.filter(line => line.includes('are kept')).map(line => line.split(':')[0])).toEqual([
    'vault',
    'first',
  ]);
  expect(await vault.getRecord(ONE)).toEqual(makeRecord('Kept'));
  await vault.checkPage(null);
  expect(await dropKeys(ports, true)).toBe(true);
  expect(await vault.getRecord(ONE)).toEqual(makeRecord('Kept'));
});

test('with keys from settings the rows follow the newest that is set, and no file is made', async () => {
  const { stores, ports, lines } = await openWithFiles();
  const [older, newer] = [testRandom(32), testRandom(32)];
  const given = { vault: [newer], first: [newer, older], second: [newer], files: [newer] };
  const first = { store: stores.first, keys: makeStoreKeys(fixKeys([newer, older])) };
  expect(await rotateKeys({ ...ports, given, stores: { ...ports.stores, first } })).toBe(true);
  expect(lines.filter(line => line.includes('comes from a setting'))).toHaveLength(4);
  const place = { folder: join(borrowFolder('keys'), 'none'), isShared: true };
  const shared = await keepVaultKeys({ ...NONE_GIVEN, vault: [newer] }, place, testRandom);
  expect(shared.first.list()).not.toEqual(shared.second.list());
});
