import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { REAL_DATA } from '#tests/fixtures/device.ts';
import {
  listHolders,
  makeRecord,
  ONE,
  openTestGuard,
  openTestKeeper,
  openTestVault,
  TWO,
} from '#tests/fixtures/test-vault.ts';
import { DAMAGES } from '#tests/fixtures/vault-stores.ts';
import { STORE_NAMES, type StoreName } from './envelope.ts';

test('S1: a record comes back whole to its person and is none for anybody else', async () => {
  const { vault, stores } = await openTestVault();
  expect(await vault.putRecord(ONE, REAL_DATA)).toBe('written');
  expect(await vault.getRecord(ONE)).toEqual(REAL_DATA);
  expect(await vault.getRecord(TWO)).toBeNull();
  expect(await vault.isReachable()).toBe(true);
  expect(await listHolders(stores, ONE)).toEqual(['first', 'second', 'files']);
});

test('a newer record replaces the older, under the same key, in every store', async () => {
  const { vault, stores } = await openTestVault();
  await vault.putRecord(ONE, makeRecord('Older'));
  const [before] = await stores.first.read(ONE);
  await vault.putRecord(ONE, makeRecord('Newer'));
  expect(await vault.getRecord(ONE)).toMatchObject({ name: 'Newer' });
  for (const name of STORE_NAMES) {
    const rows = await stores[name].read(ONE);
    expect(rows.map(row => [row.generation, row.stamp.sequence])).toEqual([[before?.generation, 2]]);
  }
});

/** What can be wrong with a store; `rolled_back` has it as it was one write ago. */
const CONDITIONS = ['whole', 'stopped', 'damaged', 'rolled_back', 'wiped'] as const;
type Condition = (typeof CONDITIONS)[number];
const COMBINATIONS = CONDITIONS.flatMap(first =>
  CONDITIONS.flatMap(second => CONDITIONS.map(files => ({ first, second, files }))),
);

type World = Awaited<ReturnType<typeof openTestVault>>;

/** A person whose record was written twice, with each store in its condition afterwards. */
async function makePerson(
  { vault, stores }: World,
  conditions: Record<StoreName, Condition>,
): Promise<string> {
  const personId = randomUUID();
  await vault.putRecord(personId, makeRecord('Write 1'));
  const back = await Promise.all(STORE_NAMES.map(name => stores[name].snapshot(personId)));
  await vault.putRecord(personId, makeRecord('Write 2'));
  const damages = Object.values(DAMAGES);
  for (const [place, name] of STORE_NAMES.entries()) {
    const store = stores[name];
    const damage = damages[(place + Object.values(conditions).join().length) % damages.length];
    if (conditions[name] === 'damaged' && damage) await store.damage(personId, damage);
    if (conditions[name] === 'rolled_back') await back[place]?.();
    if (conditions[name] === 'wiped') for (const row of await store.read(personId)) await store.remove(row);
    if (conditions[name] === 'stopped') store.stop();
  }
  return personId;
}

test('S9, S57: each store stopped, damaged, rolled back or wiped, in all 125 combinations, is never a wrong answer', async () => {
  const world = await openTestVault();
  const { vault, stores } = world;
  for (const conditions of COMBINATIONS) {
    const states = Object.values(conditions);
    const personId = await makePerson(world, conditions);
    const read = await vault.getRecord(personId);
    const answer = read === null || read === 'unreachable' ? read : read.name;
    const whole = states.filter(state => state === 'whole').length;
    expect(whole >= 2 ? ['Write 2'] : ['Write 2', 'unreachable'], `read with ${states}`).toContain(answer);

    const there = states.filter(state => state !== 'stopped').length;
    const written = await vault.putRecord(personId, makeRecord('Write 3'));
    expect(written, `write with ${states}`).toBe(there >= 2 ? 'written' : 'staged');
    const again = await vault.getRecord(personId);
    const expected = there >= 2 ? makeRecord('Write 3') : 'unreachable';
    expect(again, `read after write with ${states}`).toEqual(expected);

    for (const name of STORE_NAMES) stores[name].start();
    await vault.catchUp();
    for (const name of STORE_NAMES) {
      stores[name].stop();
      expect(await vault.getRecord(personId), `${states}, without ${name}`).toEqual(makeRecord('Write 3'));
      stores[name].start();
    }
  }
}, 120_000);

test('S57: one changed bit, wherever it is, is found and the row made whole', async () => {
  const { vault, stores, log } = await openTestVault();
  let checked = 0;
  for (const damage of Object.values(DAMAGES)) {
    const personId = randomUUID();
    checked += 1;
    await vault.putRecord(personId, REAL_DATA);
    for (const name of STORE_NAMES) {
      await stores[name].damage(personId, damage);
      expect(await vault.checkPage(null)).toMatchObject({ checked, mended: 1, lost: 0, next: null });
      expect((await vault.checkPage(null)).mended).toBe(0);
    }
    expect(await vault.getRecord(personId)).toEqual(REAL_DATA);
  }
  expect(log.lines.join()).toContain('vault_row_damaged');
});

test('S10: the store in files takes over for a database that is away, and that one catches up', async () => {
  const { vault, stores, log } = await openTestVault();
  await vault.putRecord(ONE, makeRecord('Before'));
  stores.first.stop();
  expect((await vault.readStatus()).stores).toEqual({ first: false, second: true, files: true });
  expect(await vault.getRecord(ONE)).toMatchObject({ name: 'Before' });
  expect(await vault.putRecord(ONE, makeRecord('During'))).toBe('written');
  expect(await vault.putRecord(TWO, makeRecord('New'))).toBe('written');
  expect(log.lines.join()).toContain('vault_store_away');
  stores.first.start();
  expect(await vault.catchUp()).toBe(2);
  expect(await listHolders(stores, TWO)).toEqual(['first', 'second', 'files']);
  stores.second.stop();
  expect(await vault.getRecord(ONE)).toMatchObject({ name: 'During' });
  expect(await vault.getRecord(TWO)).toMatchObject({ name: 'New' });
});

test('S9: with fewer than two stores a write waits sealed, moves in once, and no read shows the older one', async () => {
  const { vault, stores, directory } = await openTestVault();
  await vault.putRecord(ONE, makeRecord('Before'));
  stores.first.stop();
  stores.files.stop();
  expect(await vault.isReachable()).toBe(false);
  expect(await vault.putRecord(ONE, makeRecord('First to wait'))).toBe('staged');
  expect(await vault.putRecord(ONE, makeRecord('Okonkwo waits'))).toBe('staged');
  expect(await vault.getRecord(ONE)).toBe('unreachable');
  expect(JSON.stringify(await directory`select s::text from vault_staging s`)).not.toContain('Okonkwo');
  stores.files.start();
  expect(await Promise.all([vault.catchUp(), vault.catchUp(), vault.getRecord(ONE)])).toHaveLength(3);
  expect(await vault.getRecord(ONE)).toMatchObject({ name: 'Okonkwo waits' });
  expect(await directory`select 1 from vault_staging`).toHaveLength(0);
  const leaves = await directory<{ detail: string }[]>`
    select entry->>'detail' as detail from log_leaves where entry->>'kind' = 'stored'`;
  expect(new Set(leaves.map(leaf => leaf.detail)).size).toBe(leaves.length);
  expect(leaves).toHaveLength(2);
});

test('writes of several servers at once all end, and every two stores agree on the one that stands', async () => {
  const { vault, stores, directory, log } = await openTestVault();
  const other = await openTestGuard(directory, await openTestKeeper(stores, { log }), log);
  for (let round = 0; round < 5; round += 1) {
    const personId = randomUUID();
    const names = Array.from({ length: 12 }, (_none, place) => `Writer ${place}`);
    const answers = await Promise.all(
      names.map((name, place) => (place % 2 ? vault : other).putRecord(personId, makeRecord(name))),
    );
    expect(answers.filter(answer => answer === 'unreachable')).toEqual([]);
    await vault.catchUp();
    const standing = await vault.getRecord(personId);
    expect(standing === null || standing === 'unreachable' ? standing : names).toEqual(names);
    for (const name of STORE_NAMES) {
      stores[name].stop();
      expect(await other.getRecord(personId)).toEqual(standing);
      stores[name].start();
    }
  }
});

test('erasing destroys every share, and what is written later has a new key', async () => {
  const { vault, stores } = await openTestVault();
  await vault.putRecord(ONE, REAL_DATA);
  const [old] = await stores.first.read(ONE);
  expect(await vault.eraseRecord(ONE)).toBe('erased');
  expect(await vault.getRecord(ONE)).toBeNull();
  expect(await listHolders(stores, ONE)).toEqual([]);
  await vault.putRecord(ONE, REAL_DATA);
  const [fresh] = (await stores.first.read(ONE)).filter(row => !row.erased);
  expect(fresh?.generation).not.toBe(old?.generation);
  expect(await vault.getRecord(ONE)).toEqual(REAL_DATA);
});

test('what was erased stays so when the backups of all stores come back, and the check buries it again', async () => {
  const { vault, stores } = await openTestVault();
  await vault.putRecord(ONE, REAL_DATA);
  const back = await Promise.all(STORE_NAMES.map(name => stores[name].snapshot(ONE)));
  stores.files.stop();
  await vault.eraseRecord(ONE);
  stores.files.start();
  for (const restore of back) await restore();
  expect(await listHolders(stores, ONE)).toHaveLength(3);
  expect(await vault.getRecord(ONE)).toBeNull();
  expect((await vault.checkPage(null)).mended).toBe(3);
  expect(await listHolders(stores, ONE)).toEqual([]);
});

test('an erasure with no store there counts at once and is completed when they are back', async () => {
  const { vault, stores } = await openTestVault();
  await vault.putRecord(ONE, REAL_DATA);
  for (const name of STORE_NAMES) stores[name].stop();
  expect(await vault.eraseRecord(ONE)).toBe('staged');
  expect(await vault.getRecord(ONE)).toBeNull();
  for (const name of STORE_NAMES) stores[name].start();
  await vault.catchUp();
  expect(await listHolders(stores, ONE)).toEqual([]);
  expect(await vault.getRecord(ONE)).toBeNull();
});

test('an erasure while the vault is away counts at once too', async () => {
  const { vault, keeper, stores, directory } = await openTestVault();
  await vault.putRecord(ONE, REAL_DATA);
  const away = await openTestGuard(directory, { ...keeper, erase: async () => ({ refused: 'unreachable' }) });
  expect(await away.eraseRecord(ONE)).toBe('staged');
  expect(await listHolders(stores, ONE)).toHaveLength(3);
  expect(await vault.getRecord(ONE)).toBeNull();
  expect(await vault.catchUp()).toBe(1);
  expect(await listHolders(stores, ONE)).toEqual([]);
});

test('an erasure in a transaction that is rolled back erases nothing, in one that is committed all', async () => {
  const { vault, stores, directory } = await openTestVault();
  await vault.putRecord(ONE, REAL_DATA);
  const erase = (end: () => void) =>
    directory.begin(async tx => {
      expect(await vault.within(tx).eraseRecord(ONE)).toBe('staged');
      end();
    });
  const fault = new Error('the call failed');
  const fail = () => {
    throw fault;
  };
  await expect(erase(fail)).rejects.toBe(fault);
  await vault.catchUp();
  expect(await vault.getRecord(ONE)).toEqual(REAL_DATA);
  await erase(() => undefined);
  expect(await vault.getRecord(ONE)).toBeNull();
  await vault.catchUp();
  expect(await listHolders(stores, ONE)).toEqual([]);
});

test('a tombstone that one broken-in store forges erases nobody', async () => {
  const { vault, keeper, stores } = await openTestVault();
  await vault.putRecord(ONE, REAL_DATA);
  stores.first.stop();
  stores.second.stop();
  await keeper.erase({ personId: ONE, sequence: 900, writeId: 'f'.repeat(32) });
  stores.first.start();
  stores.second.start();
  expect(await vault.getRecord(ONE)).toEqual(REAL_DATA);
});
