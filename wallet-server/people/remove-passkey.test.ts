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
import { readKeepingCode } from '#tests/fixtures/keeping-code.ts';
import { makeSoftPasskey, type SoftPasskey } from '#tests/fixtures/soft-passkey.ts';
import { idOf, listIdsOf, listPasskeysOf, openTwoPasskeys, trySignIn } from '#tests/fixtures/two-passkeys.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { REMOVAL_REST_MS } from './remove-passkey.ts';

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

describe('a passkey is removed', () => {
  test('over the hash of exactly what is shown; from then on it signs nothing, its sessions and devices end', async () => {
    const { server, older, younger } = await openTwoPasskeys();
    const untilMs = server.clock.nowMs + REMOVAL_REST_MS;
    const { consent, options, send } = await beginRemoval(older, younger);
    expect(consent).toMatchObject({ act: 'remove', credentialId: idOf(younger), restsUntilMs: untilMs });
    expect(options.challenge).toBe(hashPasskeyConsent(consent));
    expect(options.allowCredentials).toEqual([expect.objectContaining({ id: idOf(older) })]);
    expect(expectOk(await send(older.passkey))).toEqual({ restsUntilMs: untilMs });
    expect((await listPasskeysOf(older)).map(({ restsUntilMs }) => restsUntilMs)).toEqual([null, untilMs]);
    expect(await younger.client.call('getMember', {})).toEqual({ refused: 'session_expired' });
    const body = { refreshToken: younger.session?.refreshToken ?? '' };
    younger.session = null;
    expect(await younger.client.call('refreshSession', { body })).toEqual({ refused: 'session_expired' });
    expect(expectOk(await older.client.call('listDevices', {})).devices).toHaveLength(1);
    expect(await trySignIn(server, younger.passkey)).toEqual({ refused: 'passkey_resting' });
  });

  test.each(['older', 'younger'] as const)('by the %s one, and is gone after two days', async by => {
    const both = await openTwoPasskeys();
    const { server } = both;
    const [signer, removed] = by === 'older' ? [both.older, both.younger] : [both.younger, both.older];
    expectOk(await removePasskeyFrom(signer, idOf(removed)));
    const code = await readKeepingCode(server);
    expect(await removePasskeyFrom(signer, idOf(signer), removed.passkey)).toEqual({
      refused: 'passkey_last',
    });
    server.clock.nowMs += REMOVAL_REST_MS;
    await signInFrom(signer);
    expect(await listIdsOf(signer)).toEqual([idOf(signer)]);
    expect(await trySignIn(server, removed.passkey)).toEqual({ refused: 'passkey_unknown' });
    expect(await keepPasskeyFrom(removed, idOf(removed), { confirming: removed.passkey, code })).toEqual({
      refused: 'passkey_unknown',
    });
  });

  test('and the session that asks goes on by the passkey that signed', async () => {
    const { older, younger } = await openTwoPasskeys();
    // Signed in with the older one, confirmed by the younger one.
    expectOk(await removePasskeyFrom(older, idOf(older), younger.passkey));
    expect((await listPasskeysOf(older)).map(({ current }) => current)).toEqual([false, true]);
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
    const { server, older } = await openTwoPasskeys();
    const stranger = await makeDevice(server);
    await joinFrom(stranger);
    for (const credentialId of [idOf(stranger), 'AAAA']) {
      expect(await removePasskeyFrom(older, credentialId)).toEqual({ refused: 'passkey_unknown' });
    }
    expect(await listIdsOf(stranger)).toHaveLength(1);
  });

  test.each(['act', 'credentialId', 'name', 'restsUntilMs', 'nonce'] as (keyof PasskeyConsent)[])(
    'by a signature over another %s',
    async part => {
      const { older, younger } = await openTwoPasskeys();
      const { consent, send } = await beginRemoval(older, younger);
      const other = part === 'act' ? 'keep' : part === 'restsUntilMs' ? 1 : 'another';
      expect(await send(older.passkey, hashPasskeyConsent({ ...consent, [part]: other }))).toEqual({
        refused: 'passkey_invalid',
      });
      expect(await listIdsOf(older)).toHaveLength(2);
    },
  );

  test('by itself, a stranger, a stranger’s session, a touch for something else, a second time or late', async () => {
    const { server, older, younger } = await openTwoPasskeys();
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
    const { older, younger } = await openTwoPasskeys();
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
  const { server, older, younger } = await openTwoPasskeys();
  expectOk(await removePasskeyFrom(younger, idOf(older)));
  const code = await readKeepingCode(server);
  expectOk(await keepPasskeyFrom(older, idOf(older), { confirming: older.passkey, code }));
  await signInFrom(older);
  expectOk(await removePasskeyFrom(older, idOf(younger)));
  const sql = server.services.directory;
  // One to the mailbox, one to a mailbox that was left a few days ago.
  expect(await sql`select 1 from jobs where kind = 'mail_passkey_changed'`).toHaveLength(8);
  const leaves = await sql`
    select entry ->> 'detail' as detail from log_leaves where entry ->> 'kind' = 'passkey' order by id`;
  expect(leaves.map(({ detail }) => detail)).toEqual([
    ...['passkey_added', 'passkey_rested', 'passkey_kept', 'passkey_rested'],
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
