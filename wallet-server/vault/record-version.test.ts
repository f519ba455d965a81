import { expect, test } from 'vitest';
import { makeRecord, ONE, openTestGuard, openTestVault } from '#tests/fixtures/test-vault.ts';
import type { ReadRecord, Vault } from '../app/services.ts';

/** Two servers over one directory and the same stores. */
async function openTwoServers() {
  const world = await openTestVault();
  const other = await openTestGuard(world.directory, world.keeper);
  return { ...world, servers: [world.vault, other] as const };
}

async function read(vault: Vault): Promise<ReadRecord> {
  const found = await vault.readRecord(ONE);
  if (found === 'unreachable') throw new Error('the vault was away');
  return found;
}

test('of many writes on several servers that replace the same, one is taken and stays', async () => {
  const { servers } = await openTwoServers();
  await servers[0].putRecord(ONE, makeRecord('Before'));
  for (let round = 0; round < 5; round += 1) {
    const { version } = await read(servers[0]);
    const names = Array.from({ length: 6 }, (_one, place) => `Round ${round}, writer ${place}`);
    const answers = await Promise.all(
      names.map((name, place) => servers[place % 2 ? 0 : 1].replaceRecord(ONE, makeRecord(name), version)),
    );
    expect(answers.toSorted()).toEqual([...Array(5).fill('changed'), 'written']);
    const { record } = await read(servers[1]);
    expect(record?.name).toBe(names[answers.indexOf('written')]);
  }
});

test('S57: whichever of a write and an erasure on two servers comes first, nothing is there afterwards', async () => {
  const { servers, keeper, stores, directory } = await openTwoServers();
  // Its write is at the stores' door when the other server begins to erase.
  const erasing: Promise<unknown>[] = [];
  const slow = await openTestGuard(directory, {
    ...keeper,
    keep: async asked => {
      erasing.push(servers[1].eraseRecord(ONE));
      return await keeper.keep(asked);
    },
  });
  for (const writer of [slow, servers[0]]) {
    await servers[1].putRecord(ONE, makeRecord('Before'));
    const { version } = await read(servers[0]);
    if (writer === servers[0]) erasing.push(servers[1].eraseRecord(ONE));
    expect(['written', 'changed']).toContain(await writer.replaceRecord(ONE, makeRecord('After'), version));
    await Promise.all(erasing);
    expect((await read(servers[0])).record).toBeNull();
    await servers[0].catchUp();
    const rows = await Promise.all(Object.values(stores).map(store => store.read(ONE)));
    expect(rows.flat().filter(row => !row.erased)).toEqual([]);
  }
});

test('S9: a write that waits is what the next one replaces, and is that still when it has moved in', async () => {
  const { vault, stores } = await openTestVault();
  expect(await vault.readVersion(ONE)).toBe((await read(vault)).version);
  expect(await vault.replaceRecord(ONE, makeRecord('First'), null)).toBe('written');
  const { version: first } = await read(vault);
  stores.first.stop();
  stores.files.stop();
  expect(await vault.replaceRecord(ONE, makeRecord('Waits'), first)).toBe('staged');
  const waiting = await vault.readVersion(ONE);
  expect(await vault.replaceRecord(ONE, makeRecord('Too late'), first)).toBe('changed');
  expect(await vault.replaceRecord(ONE, makeRecord('Waits too'), waiting)).toBe('staged');
  const last = await vault.readVersion(ONE);
  stores.first.start();
  stores.files.start();
  expect(await read(vault)).toMatchObject({ record: { name: 'Waits too' }, version: last });
  expect(await vault.replaceRecord(ONE, makeRecord('Second'), last)).toBe('written');
});
