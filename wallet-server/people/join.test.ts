import { expect, test } from 'vitest';
import { parseNumber } from '#shared/number/number.ts';
import { expectOk, joinFrom, makeDevice, signInFrom } from '#tests/fixtures/device.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';

test('S25: who joins gets a number and a unique address that say nothing about them', async () => {
  const server = await openTestApp();
  const device = await makeDevice(server);
  const member = await joinFrom(device);
  expect(parseNumber(member.number)).toBe(member.number);
  expect(member.uniqueAddress).toMatch(/^[a-z][a-z0-9]{11}@mail\.wayveil\.example$/);
  expect(expectOk(await device.client.call('getMember', {}))).toEqual(member);
});

test('S16: the same passkey on a second device finds the same person, number and address', async () => {
  const server = await openTestApp();
  const first = await makeDevice(server);
  const member = await joinFrom(first);
  server.clock.nowMs += 1000;
  const second = await makeDevice(server, first.passkey);
  expect(await signInFrom(second)).toEqual(member);
  const { devices } = expectOk(await second.client.call('listDevices', {}));
  expect(devices.map(device => [device.name, device.current])).toEqual([
    ['Test browser', false],
    ['Second browser', true],
  ]);
});

test('S57: who could not become a member leaves no real data behind', async () => {
  const server = await openTestApp();
  const { directory, vault } = server.services;
  await directory`alter table numbers rename to numbers_away`;
  await expect(joinFrom(await makeDevice(server))).rejects.toThrow();
  const [kept] = await directory<{ person_id: string }[]>`select person_id from vault_heads`;
  expect(await vault.getRecord(kept?.person_id ?? '')).toBeNull();
  await directory`alter table numbers_away rename to numbers`;
  await joinFrom(await makeDevice(server));
});
