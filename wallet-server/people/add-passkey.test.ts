import { describe, expect, test } from 'vitest';
import { hashPasskeyConsent, type PasskeyConsent } from '#shared/passkey/passkey-consent.ts';
import {
  addPasskeyFrom,
  type Device,
  expectOk,
  joinFrom,
  makeDevice,
  signInFrom,
} from '#tests/fixtures/device.ts';
import { makeSoftPasskey } from '#tests/fixtures/soft-passkey.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { MOST_PASSKEYS } from './list-passkeys.ts';

async function openJoined() {
  const server = await openTestApp();
  const device = await makeDevice(server);
  await joinFrom(device);
  server.clock.nowMs += 1000;
  return { server, device, second: makeSoftPasskey(server.origin) };
}

const list = async (device: Device) => expectOk(await device.client.call('listPasskeys', {})).passkeys;

/** An addition, begun and made on the authenticator, and how it is sent with some confirmation. */
async function beginAddition(device: Device, passkey = makeSoftPasskey('http://wallet.localhost:8477')) {
  const begun = expectOk(await device.client.call('beginPasskeyAddition', { body: { name: 'Other' } }));
  const { additionId, name, nonce, options } = begun;
  const credential = passkey.register(options);
  const { credentialId } = passkey;
  const consent: PasskeyConsent = { act: 'add', credentialId, name, restsUntilMs: null, nonce };
  const send = (challenge: string, by = device.passkey, from = device) =>
    from.client.call('addPasskey', {
      body: { additionId, credential, confirmation: by.assert({ challenge }) },
    });
  return { consent, send, passkey, begun };
}

describe('a second passkey', () => {
  test('is added by one that its person has, signs in, and is listed with name and times', async () => {
    const { server, device, second } = await openJoined();
    const { passkey } = expectOk(await addPasskeyFrom(device, second, 'Firefox, macOS'));
    const times = { addedAtMs: server.clock.nowMs, usedAtMs: server.clock.nowMs, restsUntilMs: null };
    const { credentialId } = second;
    const added = {
      credentialId,
      name: 'Firefox, macOS',
      ...times,
      place: 'device' as const,
      current: false,
    };
    expect(passkey).toEqual(added);
    expect(await list(device)).toEqual([
      expect.objectContaining({
        credentialId: device.passkey.credentialId,
        name: 'Test browser',
        current: true,
      }),
      added,
    ]);
    const other = await makeDevice(server, second);
    await signInFrom(other);
    expect((await list(other)).map(({ current }) => current)).toEqual([false, true]);
  });

  test('is asked for on no authenticator that has one, and by those that stand', async () => {
    const { device, second } = await openJoined();
    expectOk(await addPasskeyFrom(device, second));
    const { begun } = await beginAddition(device);
    const ids = [device.passkey.credentialId, second.credentialId];
    const named = (value: unknown) => (value as { id: string }[]).map(({ id }) => id).sort();
    expect(named(begun.options.excludeCredentials)).toEqual([...ids].sort());
    expect(named(begun.confirmOptions.allowCredentials)).toEqual([...ids].sort());
  });

  test.each(['act', 'credentialId', 'name', 'nonce'] as const)(
    'is not added by a signature over another %s',
    async part => {
      const { device } = await openJoined();
      const { consent, send } = await beginAddition(device);
      const other = hashPasskeyConsent({ ...consent, [part]: part === 'act' ? 'keep' : 'another' });
      expect(await send(other)).toEqual({ refused: 'passkey_invalid' });
      expect(await list(device)).toHaveLength(1);
    },
  );

  test('is not added by a session alone: not by itself, by a stranger, by a stranger’s session, twice or late', async () => {
    const { server, device } = await openJoined();
    const stranger = await makeDevice(server);
    await joinFrom(stranger);
    const first = await beginAddition(device);
    expect(await first.send(hashPasskeyConsent(first.consent), first.passkey)).toEqual({
      refused: 'passkey_unknown',
    });
    const second = await beginAddition(device);
    expect(await second.send(hashPasskeyConsent(second.consent), stranger.passkey)).toEqual({
      refused: 'passkey_unknown',
    });
    const third = await beginAddition(device);
    expect(await third.send(hashPasskeyConsent(third.consent), device.passkey, stranger)).toEqual({
      refused: 'challenge_unknown',
    });
    const fourth = await beginAddition(device);
    expectOk(await fourth.send(hashPasskeyConsent(fourth.consent)));
    expect(await fourth.send(hashPasskeyConsent(fourth.consent))).toEqual({ refused: 'challenge_unknown' });
    const fifth = await beginAddition(device);
    server.clock.nowMs += 5 * 60_000;
    expect(await fifth.send(hashPasskeyConsent(fifth.consent))).toEqual({ refused: 'challenge_unknown' });
    expect(await list(device)).toHaveLength(2);
  });

  test('that another person has is not taken', async () => {
    const { server, device } = await openJoined();
    const stranger = await makeDevice(server);
    await joinFrom(stranger);
    expect(await addPasskeyFrom(device, stranger.passkey)).toEqual({ refused: 'member_exists' });
  });

  test('no more are added than a keyring has room for, however many are asked for at once', async () => {
    const { server, device } = await openJoined();
    const begun = [];
    for (let count = 0; count < MOST_PASSKEYS; count += 1) begun.push(await beginAddition(device));
    const challenges = begun.map(({ consent, send }) => ({ send, challenge: hashPasskeyConsent(consent) }));
    const answers = await Promise.all(challenges.map(({ send, challenge }) => send(challenge)));
    const full = answers.filter(answer => 'refused' in answer && answer.refused === 'passkeys_full');
    // A count that was overtaken by a later one is taken for a clone, whatever the order of arrival.
    const overtaken = answers.filter(answer => 'refused' in answer && answer.refused === 'passkey_invalid');
    expect(await list(device)).toHaveLength(1 + MOST_PASSKEYS - full.length - overtaken.length);
    while ('ok' in (await addPasskeyFrom(device, makeSoftPasskey(server.origin))));
    expect(await addPasskeyFrom(device, makeSoftPasskey(server.origin))).toEqual({
      refused: 'passkeys_full',
    });
    expect(await list(device)).toHaveLength(MOST_PASSKEYS);
  });

  test('is told by letter and log, and what was signed is kept for good', async () => {
    const { server, device, second } = await openJoined();
    expectOk(await addPasskeyFrom(device, second));
    const sql = server.services.directory;
    // One to the mailbox, one to a mailbox that was left a few days ago.
    expect(await sql`select payload from jobs where kind = 'mail_passkey_changed'`).toHaveLength(2);
    const leaves =
      await sql`select entry ->> 'detail' as detail from log_leaves where entry ->> 'kind' = 'passkey'`;
    expect(leaves).toEqual([{ detail: 'passkey_added' }]);
    await expect(sql`delete from passkey_signings`.execute()).rejects.toThrow('permission denied');
    const rows = await sql`select sealed::text from passkey_signings`;
    expect(JSON.stringify(rows)).not.toContain('Other browser');
  });
});
