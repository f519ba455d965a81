import { randomUUID } from 'node:crypto';
import { findMailboxProof } from '#server/people/mailbox-proof.ts';
import type { Operation } from '#shared/api/contract.ts';
import type { RealData } from '#shared/api/people.ts';
import { hashPasskeyConsent } from '#shared/passkey/passkey-consent.ts';
import {
  addPasskeyFrom,
  type Device,
  expectOk,
  joinFrom,
  makeDevice,
  REAL_DATA,
  removePasskeyFrom,
  signInFrom,
} from '#tests/fixtures/device.ts';
import { makeSoftPasskey } from '#tests/fixtures/soft-passkey.ts';
import type { MakeRightCall, RightWorld } from './right-calls.ts';

/** Somebody who joined just now, on a device of their own. */
async function joinAnew({ escrow }: RightWorld, realData: RealData | null = REAL_DATA): Promise<Device> {
  const device = await makeDevice(escrow.app);
  await joinFrom(device, realData);
  return device;
}

/** The member once more, in another browser. */
async function signInAnew({ escrow, device }: RightWorld): Promise<Device> {
  const other = await makeDevice(escrow.app, device.passkey);
  await signInFrom(other);
  return other;
}

/** Somebody who joined just now and added a passkey, which is the younger one. */
async function joinWithTwo(world: RightWorld, realData: RealData | null = REAL_DATA) {
  const device = await joinAnew(world, realData);
  world.escrow.app.clock.nowMs += 1;
  const second = makeSoftPasskey(world.escrow.app.origin);
  expectOk(await addPasskeyFrom(device, second));
  return { device, second };
}

/** One that nobody asked for before: each gets so many letters an hour. */
const makeMailbox = () => `${randomUUID()}@mailbox.example`;

/** Somebody who only sells, and the code that was mailed to them. */
async function beginProof(world: RightWorld) {
  const device = await joinAnew(world, null);
  const body = { mailbox: makeMailbox() };
  const { proofId } = expectOk(await device.client.call('beginMailboxProof', { body }));
  const proof = await findMailboxProof(world.escrow.app.services, proofId);
  return { device, proofId, code: proof?.code ?? '' };
}

const beginSignIn = async ({ client }: Device) => expectOk(await client.call('beginSignIn', { body: {} }));
const DEVICE_NAME = { deviceName: 'Test browser' };
const nothing = () => ({});

export const RIGHT_PEOPLE_CALLS = {
  beginRegistration: () => ({ body: {} }),
  join: async ({ escrow }) => {
    const device = await makeDevice(escrow.app);
    const { registrationId, options } = expectOk(await device.client.call('beginRegistration', { body: {} }));
    const credential = device.passkey.register(options);
    const body = { registrationId, credential, ...DEVICE_NAME, locale: 'en', realData: REAL_DATA };
    return { body, device };
  },
  beginSignIn: () => ({ body: {} }),
  signIn: async ({ escrow, device }) => {
    const other = await makeDevice(escrow.app, device.passkey);
    const { signInId, options } = await beginSignIn(other);
    return { body: { signInId, credential: other.passkey.assert(options), ...DEVICE_NAME }, device: other };
  },
  refreshSession: async world => {
    const device = await signInAnew(world);
    return { body: { refreshToken: device.session?.refreshToken }, device };
  },
  signOut: async world => ({ device: await signInAnew(world) }),
  getMember: nothing,
  changeSettings: () => ({ body: { locale: 'ko', codeLimits: { USD: '5000' } } }),
  uniteMemberships: async world => {
    const [one, other] = [await joinAnew(world), await joinAnew(world)];
    const { signInId, options } = await beginSignIn(other);
    return { body: { signInId, credential: other.passkey.assert(options) }, device: one };
  },
  getRealData: nothing,
  putRealData: () => ({ body: { realData: REAL_DATA, replaces: null } }),
  beginErasure: async world => ({ device: await joinAnew(world) }),
  eraseRealData: async world => {
    const device = await joinAnew(world);
    const { erasureId, options } = expectOk(await device.client.call('beginErasure', {}));
    return { params: { erasureId }, body: { credential: device.passkey.assert(options) }, device };
  },
  getKeyring: nothing,
  putKeyring: async ({ escrow }) => {
    const { keyring } = expectOk(await escrow.call('getKeyring'));
    return { body: { keyring: { sealed: 'c2VhbGVk', version: (keyring?.version ?? 0) + 1 } } };
  },
  listDevices: nothing,
  removeDevice: async world => {
    const other = await signInAnew(world);
    const { devices } = expectOk(await other.client.call('listDevices', {}));
    return { params: { deviceId: devices.find(({ current }) => current)?.id } };
  },
  listPasskeys: nothing,
  beginPasskeyAddition: async world => ({ body: { name: 'Other browser' }, device: await joinAnew(world) }),
  addPasskey: async world => {
    const device = await joinAnew(world);
    const passkey = makeSoftPasskey(world.escrow.app.origin);
    const { additionId, name, nonce, options } = expectOk(
      await device.client.call('beginPasskeyAddition', { body: { name: 'Other browser' } }),
    );
    const { credentialId } = passkey;
    const challenge = hashPasskeyConsent({ act: 'add', credentialId, name, restsUntilMs: null, nonce });
    const confirmation = device.passkey.assert({ challenge });
    return { body: { additionId, credential: passkey.register(options), confirmation }, device };
  },
  beginPasskeyRemoval: async world => {
    const { device, second } = await joinWithTwo(world);
    return { body: { credentialId: second.credentialId }, device };
  },
  removePasskey: async world => {
    const { device, second } = await joinWithTwo(world);
    const body = { credentialId: second.credentialId };
    const { removalId, options } = expectOk(await device.client.call('beginPasskeyRemoval', { body }));
    return { params: { removalId }, body: { credential: device.passkey.assert(options) }, device };
  },
  beginPasskeyKeeping: ({ device }) => ({ body: { credentialId: device.passkey.credentialId } }),
  keepPasskey: async world => {
    // Without a mailbox there is no code.
    const { device, second } = await joinWithTwo(world, null);
    const { credentialId } = device.passkey;
    expectOk(await removePasskeyFrom(device, credentialId, second));
    const begun = expectOk(await device.client.call('beginPasskeyKeeping', { body: { credentialId } }));
    const credential = device.passkey.assert(begun.options);
    return { params: { keepingId: begun.keepingId }, body: { credential } };
  },
  getMailbox: nothing,
  beginMailboxProof: () => ({ body: { mailbox: makeMailbox() } }),
  proveMailbox: async world => {
    const { device, proofId, code } = await beginProof(world);
    return { params: { proofId }, body: { code }, device };
  },
  changeMailbox: async world => {
    const { device, proofId, code } = await beginProof(world);
    const proven = await device.client.call('proveMailbox', { params: { proofId }, body: { code } });
    const { changeId, options } = expectOk(proven);
    return { body: { changeId, credential: device.passkey.assert(options) }, device };
  },
  listDisclosures: nothing,
  getAccount: nothing,
  getStatement: ({ escrow }) => ({ query: { currency: 'USD', fromMs: 0, toMs: escrow.app.clock.nowMs } }),
  listMails: () => ({ query: { limit: 5 } }),
  listLogReceipts: () => ({ query: { from: 0, limit: 5 } }),
} as const satisfies Partial<Record<Operation, MakeRightCall>>;
