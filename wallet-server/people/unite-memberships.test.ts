import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Device,
  expectOk,
  joinFrom,
  makeDevice,
  REAL_DATA,
  writeDataFrom,
} from '#tests/fixtures/device.ts';
import { waitForLock } from '#tests/fixtures/lock-waits.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { findNumber } from '../numbers/find-number.ts';
import { replaceNumber } from '../numbers/replace-number.ts';
import { isSamePerson } from './blind-index.ts';
import { findPersonByNumber } from './find-person.ts';

/** `joining` proves that the membership of `other` is its own too. */
async function unite(joining: Device, other: Device) {
  const { signInId, options } = expectOk(await other.client.call('beginSignIn', { body: {} }));
  const credential = other.passkey.assert(options);
  return await joining.client.call('uniteMemberships', { body: { signInId, credential } });
}

async function joinTwice(change: Partial<typeof REAL_DATA> = {}) {
  const server = await openTestApp();
  const [buyer, seller] = [await makeDevice(server), await makeDevice(server)];
  const bought = await joinFrom(buyer);
  const sold = await joinFrom(seller, { ...REAL_DATA, ...change });
  return { server, buyer, seller, bought, sold };
}

const findPersonId = async (device: Device) => expectOk(await device.client.call('getMember', {})).personId;
const readData = async (device: Device) => expectOk(await device.client.call('getRealData', {})).realData;

test('S16: who buys with one membership and sells with another gets one number and one record', async () => {
  const { server, buyer, seller, bought, sold } = await joinTwice({
    email: 'JUN.okonkwo.brandt@mailbox.example',
  });
  expect(bought.number).not.toBe(sold.number);
  const united = expectOk(await unite(seller, buyer));
  expect(united).toMatchObject({
    personId: sold.personId,
    number: bought.number,
    uniqueAddress: sold.uniqueAddress,
  });
  expect(await readData(seller)).toEqual(REAL_DATA);
  const moved = { ...REAL_DATA, mobile: '+15035550111' };
  expectOk(await writeDataFrom(seller, moved));
  expect(await readData(buyer)).toEqual(moved);
  const { services } = server;
  expect(await findPersonByNumber(services, sold.number)).toBeNull();
  expect(await findNumber(services.directory, sold.number)).toMatchObject({ personId: sold.personId });
  expect(expectOk(await unite(seller, buyer)).number).toBe(bought.number);
  expect(expectOk(await unite(buyer, seller)).number).toBe(bought.number);
});

test('S11 S16: a number that rotates while its membership joins another retires with it', async () => {
  const { server, buyer, seller, bought, sold } = await joinTwice();
  const { services } = server;
  const { directory } = services;
  const { united } = await directory.begin(async tx => {
    await tx`select 1 from numbers where number = ${sold.number} for update`;
    const uniting = unite(seller, buyer);
    await waitForLock(directory);
    await replaceNumber(tx, services, sold.personId);
    return { united: uniting };
  });
  expect(expectOk(await united).number).toBe(bought.number);
  const active = await directory`select number from numbers where retired_at_ms is null`;
  expect(active).toEqual([{ number: bought.number }]);
});

test('S16: a membership without a record joins the other, whichever of the two asks', async () => {
  const server = await openTestApp();
  const [buyer, seller] = [await makeDevice(server), await makeDevice(server)];
  const bought = await joinFrom(buyer);
  await joinFrom(seller, undefined);
  await server.services.vault.eraseRecord(await findPersonId(seller));
  expect(expectOk(await unite(buyer, seller)).number).toBe(bought.number);
  expect(expectOk(await seller.client.call('getMember', {})).number).toBe(bought.number);
  expect(await readData(seller)).toEqual(REAL_DATA);
});

test('S16: three memberships of one person have the number of one', async () => {
  const { server, buyer, seller, bought } = await joinTwice();
  const third = await makeDevice(server);
  await joinFrom(third);
  expectOk(await unite(third, seller));
  expect(expectOk(await unite(seller, buyer)).number).toBe(bought.number);
  expect(expectOk(await third.client.call('getMember', {})).number).toBe(bought.number);
});

test("S16: other people's memberships are not united, whatever passkeys are shown", async () => {
  const { buyer, seller, sold } = await joinTwice({ email: 'someone.else@mailbox.example' });
  expect(await unite(seller, buyer)).toEqual({ refused: 'record_differs' });
  expect(expectOk(await seller.client.call('getMember', {})).number).toBe(sold.number);
  expect(await readData(seller)).toMatchObject({ email: 'someone.else@mailbox.example' });
});

test('S16: the same data without the other passkey unites nothing', async () => {
  const { buyer, seller } = await joinTwice();
  const { signInId, options } = expectOk(await seller.client.call('beginSignIn', { body: {} }));
  const stranger = buyer.passkey.assert({ ...options, challenge: 'AAAA' } as never);
  const body = { signInId, credential: stranger };
  expect(await seller.client.call('uniteMemberships', { body })).toEqual({ refused: 'passkey_invalid' });
});

test('S16: an identity is itself however it is typed, and a resident id counts for more than a mailbox', () => {
  const key = new Uint8Array(32).fill(1);
  const ids = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFXYZ'), minLength: 6, maxLength: 14 });
  fc.assert(
    fc.property(ids, ids, (id, other) => {
      const typed = ` ${id.slice(0, 3)}-${id.slice(3).toLowerCase()} `;
      const wide = [...id].map(character => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('');
      const as = (residentId: string, email = 'a@b.example') => ({ ...REAL_DATA, residentId, email });
      expect(isSamePerson(key, as(id), as(typed, 'other@b.example'))).toBe(true);
      expect(isSamePerson(key, as(id), as(wide))).toBe(true);
      expect(isSamePerson(key, as(id), as(other))).toBe(id === other);
    }),
  );
});
