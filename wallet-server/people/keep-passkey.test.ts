import { describe, expect, test } from 'vitest';
import { hashPasskeyConsent } from '#shared/passkey/passkey-consent.ts';
import {
  addPasskeyFrom,
  expectOk,
  joinFrom,
  keepPasskeyFrom,
  makeDevice,
  removePasskeyFrom,
  signInFrom,
} from '#tests/fixtures/device.ts';
import { readKeepingCode } from '#tests/fixtures/keeping-code.ts';
import { makeSoftPasskey, type SoftPasskey } from '#tests/fixtures/soft-passkey.ts';
import { idOf, listPasskeysOf, openTwoPasskeys, trySignIn } from '#tests/fixtures/two-passkeys.ts';
import { REMOVAL_REST_MS } from './remove-passkey.ts';

describe('the removal of a passkey is taken back', () => {
  test.each(['older', 'younger'] as const)('by the %s one, with the code of the letter alone', async by => {
    const both = await openTwoPasskeys();
    const { server } = both;
    const [signer, removed] = by === 'older' ? [both.older, both.younger] : [both.younger, both.older];
    expectOk(await removePasskeyFrom(signer, idOf(removed)));
    const code = await readKeepingCode(server);
    server.clock.nowMs += REMOVAL_REST_MS - 1;
    const keep = (given: { confirming: SoftPasskey; code?: string }) =>
      keepPasskeyFrom(removed, idOf(removed), given);
    for (const confirming of [removed.passkey, signer.passkey]) {
      expect(await keep({ confirming })).toEqual({ refused: 'code_wrong' });
      expect(await keep({ confirming, code: 'AAAAA AAAAA' })).toEqual({ refused: 'code_wrong' });
    }
    const spaced = ` ${code.slice(0, 5).toLowerCase()} ${code.slice(5)}`;
    expectOk(await keep({ confirming: removed.passkey, code: spaced }));
    await signInFrom(removed);
    expectOk(await removePasskeyFrom(removed, idOf(signer)));
    expect(await keepPasskeyFrom(signer, idOf(signer), { confirming: signer.passkey, code })).toEqual({
      refused: 'code_wrong',
    });
  });

  test('never through another one that a thief added', async () => {
    const { server, older, younger } = await openTwoPasskeys();
    const added = makeSoftPasskey(server.origin);
    expectOk(await addPasskeyFrom(older, added));
    expectOk(await removePasskeyFrom(younger, idOf(older)));
    const kept = await keepPasskeyFrom(older, idOf(older), { confirming: added });
    expect(kept).toEqual({ refused: 'code_wrong' });
    expectOk(await removePasskeyFrom(younger, added.credentialId));
    expect((await listPasskeysOf(younger)).filter(({ restsUntilMs }) => restsUntilMs === null)).toHaveLength(
      1,
    );
  });

  test('without a mailbox where a younger one removed it, and without a code', async () => {
    const { server, older, younger } = await openTwoPasskeys({ mailbox: false });
    const untilMs = server.clock.nowMs + REMOVAL_REST_MS;
    expect(expectOk(await removePasskeyFrom(younger, idOf(older)))).toEqual({ restsUntilMs: untilMs });
    expectOk(await keepPasskeyFrom(older, idOf(older), { confirming: older.passkey }));
    await signInFrom(older);
    expect(expectOk(await removePasskeyFrom(older, idOf(younger)))).toEqual({ restsUntilMs: null });
    expect(await trySignIn(server, younger.passkey)).toEqual({ refused: 'passkey_unknown' });
  });

  test('by another one of the same person, never by a stranger or by a touch for something else', async () => {
    const { server, older, younger } = await openTwoPasskeys();
    const stranger = await makeDevice(server);
    await joinFrom(stranger);
    expectOk(await removePasskeyFrom(younger, idOf(older)));
    const code = await readKeepingCode(server);
    expect(await keepPasskeyFrom(stranger, idOf(older), { confirming: stranger.passkey, code })).toEqual({
      refused: 'passkey_unknown',
    });
    const begun = expectOk(
      await older.client.call('beginPasskeyKeeping', { body: { credentialId: idOf(older) } }),
    );
    const params = { keepingId: begun.keepingId };
    const other = hashPasskeyConsent({ ...begun.consent, act: 'remove' });
    const credential = older.passkey.assert({ challenge: other });
    expect(await older.client.call('keepPasskey', { params, body: { credential, code } })).toEqual({
      refused: 'passkey_invalid',
    });
    const right = older.passkey.assert(begun.options);
    expect(await older.client.call('keepPasskey', { params, body: { credential: right, code } })).toEqual({
      refused: 'challenge_unknown',
    });
    expectOk(await keepPasskeyFrom(younger, idOf(older), { confirming: younger.passkey, code }));
    expect((await listPasskeysOf(younger)).map(({ restsUntilMs }) => restsUntilMs)).toEqual([null, null]);
  });
});
