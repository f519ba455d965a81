import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashPasskeyConsent, type PasskeyConsent } from '#shared/passkey/passkey-consent.ts';
import {
  addPasskeyFrom,
  type Device,
  expectOk,
  joinFrom,
  keepPasskeyFrom,
  makeDevice,
  removePasskeyFrom,
  signInFrom,
} from '#tests/fixtures/device.ts';
import { makeSoftPasskey, type SoftPasskey } from '#tests/fixtures/soft-passkey.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { REMOVAL_REST_MS } from './remove-passkey.ts';

/** Somebody with an older and a younger passkey, each on a device of its own. */
async function openTwo() {
  const server = await openTestApp();
  const older = await makeDevice(server);
  await joinFrom(older);
  server.clock.nowMs += 1000;
  const second = makeSoftPasskey(server.origin);
  expectOk(await addPasskeyFrom(older, second));
  const younger = await makeDevice(server, second);
  await signInFrom(younger);
  return { server, older, younger };
}

const idOf = ({ passkey }: Device) => passkey.credentialId;
const list = async (device: Device) => expectOk(await device.client.call('listPasskeys', {})).passkeys;
const listIds = async (device: Device) => (await list(device)).map(({ credentialId }) => credentialId);

/** A removal of `target`, begun, and how it is sent. */
async function beginRemoval(device: Device, target: Device) {
  const body = { credentialId: idOf(target) };
  const { removalId, consent, options } = expectOk(await device.client.call('beginPasskeyRemoval', { body }));
  const send = (by: SoftPasskey, challenge = hashPasskeyConsent(consent), from = device) =>
    from.client.call('removePasskey', {
      params: { removalId },
      body: { credential: by.assert({ challenge }) },
    });
  return { consent, options, send };
}

async function trySignIn(server: Parameters<typeof makeDevice>[0], passkey: SoftPasskey) {
  const device = await makeDevice(server, passkey);
  const { signInId, options } = expectOk(await device.client.call('beginSignIn', { body: {} }));
  const body = { signInId, credential: passkey.assert(options), deviceName: 'Again' };
  return await device.client.call('signIn', { body });
}

describe('a passkey is removed', () => {
  test('at once by an older one, over the hash of exactly what is shown; its sessions and devices end', async () => {
    const { server, older, younger } = await openTwo();
    const { consent, options, send } = await beginRemoval(older, younger);
    expect(consent).toMatchObject({ act: 'remove', credentialId: idOf(younger), restsUntilMs: null });
    expect(options.challenge).toBe(hashPasskeyConsent(consent));
    expect(options.allowCredentials).toEqual([expect.objectContaining({ id: idOf(older) })]);
    expect(expectOk(await send(older.passkey))).toEqual({ restsUntilMs: null });
    expect(await listIds(older)).toEqual([idOf(older)]);
    expect(await younger.client.call('getMember', {})).toEqual({ refused: 'session_expired' });
    const body = { refreshToken: younger.session?.refreshToken ?? '' };
    younger.session = null;
    expect(await younger.client.call('refreshSession', { body })).toEqual({ refused: 'session_expired' });
    expect(expectOk(await older.client.call('listDevices', {})).devices).toHaveLength(1);
    expect(await trySignIn(server, younger.passkey)).toEqual({ refused: 'passkey_unknown' });
    expect(await keepPasskeyFrom(younger, idOf(younger), younger.passkey)).toEqual({
      refused: 'passkey_unknown',
    });
  });

  test('by a younger one it signs nothing from then on, and is gone after two days', async () => {
    const { server, older, younger } = await openTwo();
    const untilMs = server.clock.nowMs + REMOVAL_REST_MS;
    expect(expectOk(await removePasskeyFrom(younger, idOf(older)))).toEqual({ restsUntilMs: untilMs });
    expect((await list(younger)).map(({ restsUntilMs }) => restsUntilMs)).toEqual([untilMs, null]);
    expect(await older.client.call('getMember', {})).toEqual({ refused: 'session_expired' });
    expect(await trySignIn(server, older.passkey)).toEqual({ refused: 'passkey_resting' });
    expect(await removePasskeyFrom(younger, idOf(younger), older.passkey)).toEqual({
      refused: 'passkey_last',
    });
    server.clock.nowMs = untilMs;
    await signInFrom(younger);
    expect(await listIds(younger)).toEqual([idOf(younger)]);
    expect(await trySignIn(server, older.passkey)).toEqual({ refused: 'passkey_unknown' });
    expect(await keepPasskeyFrom(older, idOf(older), older.passkey)).toEqual({ refused: 'passkey_unknown' });
  });

  test('by a younger one it takes the removal back, and removes the younger one at once', async () => {
    const { server, older, younger } = await openTwo();
    expectOk(await removePasskeyFrom(younger, idOf(older)));
    server.clock.nowMs += REMOVAL_REST_MS - 1;
    expectOk(await keepPasskeyFrom(older, idOf(older), older.passkey));
    await signInFrom(older);
    expect(expectOk(await removePasskeyFrom(older, idOf(younger)))).toEqual({ restsUntilMs: null });
    expect(await trySignIn(server, younger.passkey)).toEqual({ refused: 'passkey_unknown' });
    expect(await listIds(older)).toEqual([idOf(older)]);
  });

  test('and kept by another one of the same person, never by a stranger or by a touch for something else', async () => {
    const { server, older, younger } = await openTwo();
    const stranger = await makeDevice(server);
    await joinFrom(stranger);
    expectOk(await removePasskeyFrom(younger, idOf(older)));
    expect(await keepPasskeyFrom(stranger, idOf(older), stranger.passkey)).toEqual({
      refused: 'passkey_unknown',
    });
    const begun = expectOk(
      await older.client.call('beginPasskeyKeeping', { body: { credentialId: idOf(older) } }),
    );
    const params = { keepingId: begun.keepingId };
    const other = hashPasskeyConsent({ ...begun.consent, act: 'remove' });
    const credential = older.passkey.assert({ challenge: other });
    expect(await older.client.call('keepPasskey', { params, body: { credential } })).toEqual({
      refused: 'passkey_invalid',
    });
    const right = older.passkey.assert(begun.options);
    expect(await older.client.call('keepPasskey', { params, body: { credential: right } })).toEqual({
      refused: 'challenge_unknown',
    });
    expectOk(await keepPasskeyFrom(younger, idOf(older), younger.passkey));
    expect((await list(younger)).map(({ restsUntilMs }) => restsUntilMs)).toEqual([null, null]);
  });

  test('and the session that asks goes on by the passkey that signed', async () => {
    const { older, younger } = await openTwo();
    // Signed in with the older one, confirmed by the younger one.
    expectOk(await removePasskeyFrom(older, idOf(older), younger.passkey));
    expect((await list(older)).map(({ current }) => current)).toEqual([false, true]);
    expectOk(await older.client.call('getMember', {}));
  });
});

describe('a passkey is not removed', () => {
  test('where it is the last one', async () => {
    const server = await openTestApp();
    const device = await makeDevice(server);
    await joinFrom(device);
    expect(await removePasskeyFrom(device, idOf(device))).toEqual({ refused: 'passkey_last' });
  });

  test('where it is unknown or somebody else’s: both are told the same', async () => {
    const { server, older } = await openTwo();
    const stranger = await makeDevice(server);
    await joinFrom(stranger);
    for (const credentialId of [idOf(stranger), 'AAAA']) {
      expect(await removePasskeyFrom(older, credentialId)).toEqual({ refused: 'passkey_unknown' });
    }
    expect(await listIds(stranger)).toHaveLength(1);
  });

  test.each(['act', 'credentialId', 'name', 'restsUntilMs', 'nonce'] as (keyof PasskeyConsent)[])(
    'by a signature over another %s',
    async part => {
      const { older, younger } = await openTwo();
      const { consent, send } = await beginRemoval(older, younger);
      const other = part === 'act' ? 'keep' : part === 'restsUntilMs' ? 1 : 'another';
      expect(await send(older.passkey, hashPasskeyConsent({ ...consent, [part]: other }))).toEqual({
        refused: 'passkey_invalid',
      });
      expect(await listIds(older)).toHaveLength(2);
    },
  );

  test('by itself, a stranger, a stranger’s session, a touch for something else, a second time or late', async () => {
    const { server, older, younger } = await openTwo();
    const stranger = await makeDevice(server);
    await joinFrom(stranger);
    const by = async (passkey: SoftPasskey, from?: Device) => {
      const { consent, send } = await beginRemoval(older, younger);
      return await send(passkey, hashPasskeyConsent(consent), from);
    };
    expect(await by(younger.passkey)).toEqual({ refused: 'passkey_same' });
    expect(await by(stranger.passkey)).toEqual({ refused: 'passkey_unknown' });
    expect(await by(older.passkey, stranger)).toEqual({ refused: 'challenge_unknown' });
    const touched = await beginRemoval(older, younger);
    const signIn = expectOk(await older.client.call('beginSignIn', { body: {} }));
    expect(await touched.send(older.passkey, signIn.options.challenge)).toEqual({
      refused: 'passkey_invalid',
    });
    const late = await beginRemoval(older, younger);
    server.clock.nowMs += 5 * 60_000;
    expect(await late.send(older.passkey)).toEqual({ refused: 'challenge_unknown' });
    const last = await beginRemoval(older, younger);
    expectOk(await last.send(older.passkey));
    expect(await last.send(older.passkey)).toEqual({ refused: 'challenge_unknown' });
  });

  test('and what a removed one had begun to sign is over', async () => {
    const { older, younger } = await openTwo();
    const begun = await beginRemoval(younger, older);
    const erasure = expectOk(await younger.client.call('beginErasure', {}));
    expectOk(await removePasskeyFrom(older, idOf(younger)));
    expect(await begun.send(younger.passkey, undefined, older)).toEqual({ refused: 'challenge_unknown' });
    const params = { erasureId: erasure.erasureId };
    const body = { credential: younger.passkey.assert(erasure.options) };
    expect(await older.client.call('eraseRealData', { params, body })).toEqual({
      refused: 'challenge_unknown',
    });
  });
});

test('each change is told by a letter of its own and an entry of the log', async () => {
  const { server, older, younger } = await openTwo();
  expectOk(await removePasskeyFrom(younger, idOf(older)));
  expectOk(await keepPasskeyFrom(older, idOf(older), older.passkey));
  await signInFrom(older);
  expectOk(await removePasskeyFrom(older, idOf(younger)));
  const sql = server.services.directory;
  expect(await sql`select 1 from jobs where kind = 'mail_passkey_changed'`).toHaveLength(4);
  const leaves = await sql`
    select entry ->> 'detail' as detail from log_leaves where entry ->> 'kind' = 'passkey' order by id`;
  expect(leaves.map(({ detail }) => detail)).toEqual([
    ...['passkey_added', 'passkey_rested', 'passkey_kept', 'passkey_removed'],
  ]);
});

test('letters about passkeys are limited by the hour', async () => {
  const server = await openTestApp({
    limits: {
      openPerMinute: 1000,
      partyPerMinute: 1000,
      pagesPerMinute: 1000,
      codesPerHour: 2,
      wrongProofsPerHour: 9,
    },
  });
  const device = await makeDevice(server);
  await joinFrom(device);
  expectOk(await addPasskeyFrom(device, makeSoftPasskey(server.origin)));
  expectOk(await addPasskeyFrom(device, makeSoftPasskey(server.origin)));
  expect(await addPasskeyFrom(device, makeSoftPasskey(server.origin))).toEqual({ refused: 'rate_limited' });
});

test('however passkeys remove each other at the same time, somebody has at least one', async () => {
  const server = await openTestApp({
    limits: {
      openPerMinute: 1e6,
      partyPerMinute: 1e6,
      pagesPerMinute: 1e6,
      codesPerHour: 1e6,
      wrongProofsPerHour: 9,
    },
  });
  const acts = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 6 });
  const property = fc.asyncProperty(acts, fc.boolean(), async (pairs, sameMoment) => {
    const first = await makeDevice(server);
    await joinFrom(first);
    const passkeys = [first.passkey];
    for (let count = 0; count < 3; count += 1) {
      if (!sameMoment) server.clock.nowMs += 1;
      const passkey = makeSoftPasskey(server.origin);
      expectOk(await addPasskeyFrom(first, passkey));
      passkeys.push(passkey);
    }
    const begun = await Promise.all(
      pairs.map(async ([target, signer]) => {
        const body = { credentialId: passkeys[target]?.credentialId ?? '' };
        const asked = expectOk(await first.client.call('beginPasskeyRemoval', { body }));
        const credential = passkeys[signer]?.assert({ challenge: hashPasskeyConsent(asked.consent) });
        return { removalId: asked.removalId, credential };
      }),
    );
    await Promise.all(
      begun.map(({ removalId, credential }) =>
        first.client.call('removePasskey', {
          params: { removalId },
          body: { credential: credential ?? { id: '', type: 'public-key' } },
        }),
      ),
    );
    const [row] = await server.services.directory<{ stand: bigint; rest: bigint }[]>`
      select (select count(*) from passkeys where person_id = people.id) as stand,
        (select count(*) from resting_passkeys where person_id = people.id) as rest
      from people order by joined_at_ms desc, id desc limit 1`;
    expect(Number(row?.stand)).toBeGreaterThanOrEqual(1);
    expect(Number(row?.stand) + Number(row?.rest)).toBeLessThanOrEqual(4);
  });
  await fc.assert(property, { numRuns: 12 });
});
