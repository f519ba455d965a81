import { expect, test } from 'vitest';
import {
  type Device,
  eraseFrom,
  expectOk,
  joinFrom,
  makeDevice,
  REAL_DATA,
  writeDataFrom,
} from '#tests/fixtures/device.ts';
import { openEscrow, placeHeld } from '#tests/fixtures/escrow.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { findPersonByAddress, findPersonByAddressOrNumber, findPersonByNumber } from './find-person.ts';

async function openJoined() {
  const server = await openTestApp();
  const device = await makeDevice(server);
  const member = await joinFrom(device);
  return { server, device, member };
}

const readData = async (device: Device) => expectOk(await device.client.call('getRealData', {})).realData;

test('S15: real data goes to the vault and comes back to its owner only', async () => {
  const { server, device } = await openJoined();
  expect(await readData(device)).toEqual(REAL_DATA);
  const moved = { ...REAL_DATA, name: 'Jun H. Okonkwo' };
  expectOk(await writeDataFrom(device, moved));
  expect(await readData(device)).toEqual(moved);
  const other = await makeDevice(server);
  await joinFrom(other, undefined);
  expect(expectOk(await other.client.call('getRealData', {})).realData?.name).not.toBe(moved.name);
});

test.each(['destination1', 'homeAddress'] as const)(
  'S14: a %s without the postcode that its country needs is not taken, nor changes what is kept',
  async name => {
    const { device } = await openJoined();
    const address = { ...REAL_DATA.destination1, country: 'DE', postalCode: ' ' };
    const put = (given: typeof address) => writeDataFrom(device, { ...REAL_DATA, [name]: given });
    expect(await put(address)).toEqual({ refused: 'input_invalid' });
    expect(await readData(device)).toEqual(REAL_DATA);
    expectOk(await put({ ...address, country: 'SG' }));
  },
);

test('S9, S10: one store away changes nothing for the person, who reads and writes on', async () => {
  const { server, device } = await openJoined();
  await server.databases.vault`alter table vault_rows rename to hidden`;
  const moved = { ...REAL_DATA, name: 'Jun H. Okonkwo' };
  expectOk(await writeDataFrom(device, moved));
  expect(await readData(device)).toEqual(moved);
});

test('a mailbox that another takes the place of is told, and lies sealed until then', async () => {
  const { server, device } = await openJoined();
  const sql = server.services.directory;
  const put = (email: string) => writeDataFrom(device, { ...REAL_DATA, email });
  const list = () => sql`
    select jobs.payload::text, former::text as row from former_mailboxes former
    left join jobs on kind = 'mail_mailbox_changed' and key = former.id::text`;
  expectOk(await put(REAL_DATA.email.toUpperCase()));
  expect(await list()).toEqual([]);
  expectOk(await put('somebody@elsewhere.example'));
  const jobs = await list();
  expect(jobs).toHaveLength(1);
  expect(JSON.stringify(jobs)).not.toContain('okonkwo');
  expectOk(await eraseFrom(device));
  expect(await list()).toEqual([]);
});

test('a mailbox is announced before the vault is written: a death between the two keeps it', async () => {
  const { server, device } = await openJoined();
  const { vault, directory } = server.services;
  const { putRecord, within } = vault;
  const dies = async (personId: string, record: typeof REAL_DATA) => {
    await putRecord(personId, record);
    throw new Error('the server died here');
  };
  Object.assign(vault, { within: () => ({ ...vault, replaceRecord: dies }) });
  const { version: replaces } = expectOk(await device.client.call('getRealData', {}));
  const body = { realData: { ...REAL_DATA, email: 'somebody@elsewhere.example' }, replaces };
  const put = () => device.client.call('putRealData', { body }, { idempotencyKey: 'one' });
  await expect(put()).rejects.toThrow();
  const list = () => directory`
    select left_at_ms, run_at_ms from former_mailboxes join jobs on key = former_mailboxes.id::text`;
  expect(await list()).toEqual([{ left_at_ms: null, run_at_ms: BigInt(server.clock.nowMs + 30_000) }]);
  Object.assign(vault, { within });
  expectOk(await put());
  const nowMs = BigInt(server.clock.nowMs);
  expect(await list()).toEqual([{ left_at_ms: nowMs, run_at_ms: nowMs }]);
});

test('a vault that is away refuses reads, and a write that it cannot even take in', async () => {
  const { server, device } = await openJoined();
  const { vault } = server.services;
  const away = {
    ...vault,
    replaceRecord: async () => 'unreachable',
    getRecord: async () => 'unreachable',
    readRecord: async () => 'unreachable',
  } as const;
  Object.assign(vault, { ...away, within: () => vault });
  const call = { body: { realData: REAL_DATA, replaces: null } };
  const options = { idempotencyKey: 'one' };
  expect(await device.client.call('putRealData', call, options)).toEqual({ refused: 'vault_unreachable' });
  expect(await device.client.call('getRealData', {})).toEqual({ refused: 'vault_unreachable' });
  Object.assign(vault, { replaceRecord: async () => 'staged' });
  expectOk(await device.client.call('putRealData', call, options));
});

test('S57: real data is erased for good by its passkey, and not while a purchase is under way', async () => {
  const escrow = await openEscrow();
  await escrow.deposit(20_000n);
  await placeHeld(escrow);
  expect(await eraseFrom(escrow.device)).toEqual({ refused: 'stage_wrong' });
  const { device } = await openJoined();
  expect(await eraseFrom(device)).toEqual({ ok: {} });
  expect(await readData(device)).toBeNull();
  expectOk(await writeDataFrom(device, REAL_DATA));
  expect(await readData(device)).toEqual(REAL_DATA);
});

test('S57: a session alone, another passkey, or a touch for something else erases nothing', async () => {
  const { server, device } = await openJoined();
  const other = await makeDevice(server);
  await joinFrom(other);
  const begin = async () => expectOk(await device.client.call('beginErasure', {}));
  const erase = (erasureId: string, credential: { id: string; type: 'public-key' }) =>
    device.client.call('eraseRealData', { params: { erasureId }, body: { credential } });
  const { erasureId, options } = await begin();
  expect(await erase(erasureId, other.passkey.assert(options))).toEqual({ refused: 'passkey_unknown' });
  expect(await erase(erasureId, device.passkey.assert(options))).toEqual({ refused: 'challenge_unknown' });
  const signIn = expectOk(await device.client.call('beginSignIn', { body: {} }));
  const touch = device.passkey.assert(signIn.options);
  expect(await erase(signIn.signInId, touch)).toEqual({ refused: 'challenge_unknown' });
  expect(await erase((await begin()).erasureId, touch)).toEqual({ refused: 'passkey_invalid' });
  const mine = await begin();
  expect(
    await other.client.call('eraseRealData', {
      params: { erasureId: mine.erasureId },
      body: { credential: device.passkey.assert(mine.options) },
    }),
  ).toEqual({ refused: 'challenge_unknown' });
  expect(await readData(device)).toEqual(REAL_DATA);
});

test('language and limits change, and what is not named stays', async () => {
  const { device, member } = await openJoined();
  const body = { locale: 'ko' as const, codeLimits: { KRW: '50000' } };
  const changed = expectOk(await device.client.call('changeSettings', { body }));
  expect(changed).toEqual({ ...member, locale: 'ko', codeLimits: { ...member.codeLimits, KRW: '50000' } });
  expect(expectOk(await device.client.call('changeSettings', { body: {} }))).toEqual(changed);
});

test('the keyring moves on one version at a time', async () => {
  const { device } = await openJoined();
  const put = (version: number, sealed = `sealed ${version}`) =>
    device.client.call('putKeyring', { body: { keyring: { sealed, version } } });
  expect(expectOk(await device.client.call('getKeyring', {}))).toEqual({ keyring: null });
  expect(await put(1)).toEqual({ ok: {} });
  expect(await put(1, 'of another device')).toEqual({ refused: 'conflict' });
  expect(await put(3)).toEqual({ refused: 'conflict' });
  expect(await put(2)).toEqual({ ok: {} });
  expect(expectOk(await device.client.call('getKeyring', {}))).toEqual({
    keyring: { sealed: 'sealed 2', version: 2 },
  });
});

test('S16: number and unique address find one person, however they are written', async () => {
  const { server, member } = await openJoined();
  const { services } = server;
  const { number, uniqueAddress, personId } = member;
  const spaced = `${number.slice(0, 4)} ${number.slice(4).toLowerCase()}`;
  expect((await findPersonByNumber(services, spaced))?.personId).toBe(personId);
  expect((await findPersonByAddress(services, uniqueAddress.toUpperCase()))?.personId).toBe(personId);
  expect((await findPersonByAddressOrNumber(services, uniqueAddress))?.personId).toBe(personId);
  expect((await findPersonByAddressOrNumber(services, number))?.personId).toBe(personId);
  expect(await findPersonByAddressOrNumber(services, 'nobody@mail.wayveil.example')).toBeNull();
  expect(await findPersonByNumber(services, 'QX7K2M9T0')).toBeNull();
});

test('S1: neither the directory nor the log ever holds the name, home, phone or mailbox', async () => {
  const { server, device } = await openJoined();
  const { directory } = server.services;
  expectOk(await writeDataFrom(device, REAL_DATA));
  await device.client.call('join', { body: { realData: REAL_DATA } as never });
  const tables = await directory<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  const rows = await Promise.all(
    tables.map(({ name }) => directory`select t::text as row from ${directory(name)} t`),
  );
  const kept = JSON.stringify([rows, server.log.lines]);
  expect(kept).toContain('member_joined');
  for (const canary of ['Okonkwo', 'mailbox.example', 'Thistlewood', '5035550177', '5035550188'])
    expect(kept).not.toContain(canary);
});
