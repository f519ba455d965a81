import { expect, test } from 'vitest';
import {
  type Device,
  eraseFrom,
  expectOk,
  joinFrom,
  makeDevice,
  REAL_DATA,
  signInFrom,
  writeDataFrom,
} from '#tests/fixtures/device.ts';
import { openTestApp, type TestApp } from '#tests/fixtures/wallet-server.ts';
import type { Vault } from '../app/services.ts';
import { findMailboxProof } from './mailbox-proof.ts';

const MAILBOX = 'counter@kestrel.example';
const MOVED = { ...REAL_DATA, name: 'Jun H. Okonkwo', mobile: '+15035550111' };

/** One person on two devices. */
async function openTwoDevices() {
  const server = await openTestApp();
  const device = await makeDevice(server);
  await joinFrom(device);
  const other = await makeDevice(server, device.passkey);
  await signInFrom(other);
  return { server, device, other };
}

/** Signs another mailbox; `meanwhile` happens between what the server reads of the record and what it writes of it. */
async function nameMailbox(server: TestApp, device: Device, meanwhile: () => Promise<unknown>) {
  const body = { mailbox: MAILBOX };
  const { proofId } = expectOk(await device.client.call('beginMailboxProof', { body }));
  const code = (await findMailboxProof(server.services, proofId))?.code ?? '';
  const proven = await device.client.call('proveMailbox', { params: { proofId }, body: { code } });
  const { changeId, options } = expectOk(proven);
  const { vault } = server.services;
  holdUp(vault, 'replaceRecord', meanwhile);
  const credential = device.passkey.assert(options);
  return await device.client.call('changeMailbox', { body: { changeId, credential } });
}

/** The first of these calls to the vault waits for `meanwhile`; then it goes on as ever. */
function holdUp(vault: Vault, call: 'replaceRecord' | 'eraseRecord', meanwhile: () => Promise<unknown>) {
  const goOn: (...given: never[]) => unknown = vault[call];
  const held = async (...given: never[]) => {
    Object.assign(vault, { [call]: goOn });
    await meanwhile();
    return await goOn(...given);
  };
  Object.assign(vault, { [call]: held });
}

/** `meanwhile` happens once in the middle of a call with a transaction, when it has read two records of the vault. */
function afterReading(vault: Vault, meanwhile: () => Promise<unknown>) {
  const { within } = vault;
  const reads = { count: 0 };
  const watch = (scoped: Vault): Vault => ({
    ...scoped,
    readRecord: async personId => {
      const read = await scoped.readRecord(personId);
      reads.count += 1;
      if (reads.count === 2) {
        Object.assign(vault, { within });
        await meanwhile();
      }
      return read;
    },
  });
  Object.assign(vault, { within: (...given: Parameters<typeof within>) => watch(within(...given)) });
}

const readData = async (device: Device) => expectOk(await device.client.call('getRealData', {})).realData;

test('real data that another device writes while a mailbox changes stays, with the mailbox in it', async () => {
  const { server, device, other } = await openTwoDevices();
  const changed = await nameMailbox(server, device, async () => expectOk(await writeDataFrom(other, MOVED)));
  expect(changed).toEqual({ ok: {} });
  expect(await readData(device)).toEqual({ ...MOVED, email: MAILBOX });
});

test('S57: real data that another device erases while a mailbox changes stays erased, and the change is refused', async () => {
  const { server, device, other } = await openTwoDevices();
  const changed = await nameMailbox(server, device, async () => expectOk(await eraseFrom(other)));
  expect(changed).toEqual({ refused: 'conflict' });
  expect(await readData(device)).toBeNull();
  expect(expectOk(await device.client.call('getMailbox', {})).mailbox).toBeNull();
});

test('a record that changes again and again is not overwritten: the change of mailbox is refused', async () => {
  const { server, device, other } = await openTwoDevices();
  const { vault } = server.services;
  const restless = async () => {
    expectOk(await writeDataFrom(other, MOVED));
    holdUp(vault, 'replaceRecord', restless);
  };
  expect(await nameMailbox(server, device, restless)).toEqual({ refused: 'conflict' });
  expect(await readData(device)).toEqual(MOVED);
});

test('S57: what one device shows still is not written over what another wrote or erased since', async () => {
  const { device, other } = await openTwoDevices();
  const { version: replaces } = expectOk(await device.client.call('getRealData', {}));
  const put = () => device.client.call('putRealData', { body: { realData: REAL_DATA, replaces } });
  expectOk(await writeDataFrom(other, MOVED));
  expect(await put()).toEqual({ refused: 'conflict' });
  expect(await readData(device)).toEqual(MOVED);
  expectOk(await eraseFrom(other));
  expect(await put()).toEqual({ refused: 'conflict' });
  expect(await readData(device)).toBeNull();
  expectOk(await writeDataFrom(device, REAL_DATA));
});

test('of many writes that replace the same, one is taken', async () => {
  const { device, other } = await openTwoDevices();
  const { version: replaces } = expectOk(await device.client.call('getRealData', {}));
  const answers = await Promise.all(
    Array.from({ length: 8 }, async (_one, place) => {
      const realData = { ...REAL_DATA, name: `Writer ${place}` };
      const from = place % 2 ? device : other;
      const answer = await from.client.call('putRealData', { body: { realData, replaces } });
      return { answer, realData };
    }),
  );
  const [taken, ...others] = answers.filter(({ answer }) => 'ok' in answer);
  expect(others).toEqual([]);
  expect(await readData(device)).toEqual(taken?.realData);
});

test.each(['joining', 'holder'] as const)(
  'S16: memberships whose %s record changes while they are compared are united by what is kept then',
  async whose => {
    const server = await openTestApp();
    const [holder, joining] = [await makeDevice(server), await makeDevice(server)];
    await joinFrom(holder);
    await joinFrom(joining);
    const changed = { joining, holder }[whose];
    const meanwhile = async () =>
      expectOk(await writeDataFrom(changed, { ...MOVED, email: 'now@else.example' }));
    afterReading(server.services.vault, meanwhile);
    const { signInId, options } = expectOk(await holder.client.call('beginSignIn', { body: {} }));
    const body = { signInId, credential: holder.passkey.assert(options) };
    expect(await joining.client.call('uniteMemberships', { body })).toEqual({ refused: 'record_differs' });
    expect(await readData(changed)).toMatchObject({ email: 'now@else.example' });
  },
);

test('a write names what the next one replaces, without another read', async () => {
  const { device } = await openTwoDevices();
  const first = expectOk(await writeDataFrom(device, MOVED));
  const body = { realData: REAL_DATA, replaces: first.version };
  expectOk(await device.client.call('putRealData', { body }));
  expect(await readData(device)).toEqual(REAL_DATA);
});
