import { expect, test } from 'vitest';
import { expectOk, joinFrom, makeDevice } from '#tests/fixtures/device.ts';
import { EXTENSION_ORIGIN } from '#tests/fixtures/server-settings.ts';
import type { Misbehaviour } from '#tests/fixtures/soft-passkey.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';

const MISBEHAVIOURS: [string, Misbehaviour, string][] = [
  ['on a page of somebody else', { origin: 'https://evil.example' }, 'origin_foreign'],
  [
    'in another extension',
    { origin: 'chrome-extension://pppppppppppppppppppppppppppppppp' },
    'origin_foreign',
  ],
  ['inside a foreign frame', { crossOrigin: true }, 'origin_foreign'],
  ['under a foreign top page', { topOrigin: 'https://evil.example' }, 'origin_foreign'],
  ['for another host', { rpId: 'evil.example' }, 'passkey_invalid'],
  ['over another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'passkey_invalid'],
  ['without its user verified', { userVerified: false }, 'passkey_invalid'],
  ['of the other ceremony', { type: 'webauthn.other' }, 'passkey_invalid'],
];

test.each(MISBEHAVIOURS)('a passkey made %s joins nobody', async (_what, misbehaviour, refused) => {
  const server = await openTestApp();
  const device = await makeDevice(server);
  const { registrationId, options } = expectOk(await device.client.call('beginRegistration', { body: {} }));
  const credential = device.passkey.register(options, misbehaviour);
  const body = { registrationId, credential, deviceName: 'Test browser', locale: 'en' as const };
  expect(await device.client.call('join', { body })).toEqual({ refused });
  expect(await device.client.call('join', { body })).toEqual({ refused: 'registration_unknown' });
});

test.each([
  ...MISBEHAVIOURS,
  ['naming another user', { userHandle: 'AAAA' }, 'passkey_invalid'] as const,
  ['with a counter that stands still', { counter: 0 }, 'passkey_invalid'] as const,
])('a passkey used %s signs nobody in', async (_what, misbehaviour, refused) => {
  const server = await openTestApp();
  const device = await makeDevice(server);
  await joinFrom(device);
  device.session = null;
  if ('counter' in misbehaviour) await signInOnce(device, {});
  expect(await signInOnce(device, misbehaviour)).toEqual({ refused });
});

async function signInOnce(device: Awaited<ReturnType<typeof makeDevice>>, misbehaviour: Misbehaviour) {
  const { signInId, options } = expectOk(await device.client.call('beginSignIn', { body: {} }));
  const credential = device.passkey.assert(options, misbehaviour);
  return await device.client.call('signIn', { body: { signInId, credential, deviceName: 'Test browser' } });
}

test('a challenge counts once and for five minutes', async () => {
  const server = await openTestApp();
  const device = await makeDevice(server);
  await joinFrom(device);
  device.session = null;
  const begun = expectOk(await device.client.call('beginSignIn', { body: {} }));
  const credential = device.passkey.assert(begun.options);
  const body = { signInId: begun.signInId, credential, deviceName: 'Test browser' };
  expectOk(await device.client.call('signIn', { body }));
  expect(await device.client.call('signIn', { body })).toEqual({ refused: 'challenge_unknown' });
  const late = expectOk(await device.client.call('beginSignIn', { body: {} }));
  server.clock.nowMs += 5 * 60_000;
  const answered = {
    ...body,
    signInId: late.signInId,
    credential: device.passkey.assert(late.options),
  };
  expect(await device.client.call('signIn', { body: answered })).toEqual({ refused: 'challenge_unknown' });
});

test('a passkey that never joined is unknown, and one that did makes no second member', async () => {
  const server = await openTestApp();
  const device = await makeDevice(server);
  const { registrationId, options } = expectOk(await device.client.call('beginRegistration', { body: {} }));
  device.passkey.register(options);
  expect(await signInOnce(device, {})).toEqual({ refused: 'passkey_unknown' });
  const credential = device.passkey.register(options);
  const body = { registrationId, credential, deviceName: 'Test browser', locale: 'en' as const };
  expectOk(await device.client.call('join', { body }));
  const again = expectOk(await device.client.call('beginRegistration', { body: {} }));
  const second = device.passkey.register(again.options);
  const repeated = { ...body, registrationId: again.registrationId, credential: second };
  expect(await device.client.call('join', { body: repeated })).toEqual({ refused: 'member_exists' });
});

test('joining and signing in need the proof of a device key', async () => {
  const server = await openTestApp();
  const { client } = await makeDevice({
    origin: server.origin,
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      headers.delete('dpop');
      return server.fetch(input, { ...init, headers });
    },
  });
  const device = await makeDevice(server);
  const begun = expectOk(await client.call('beginRegistration', { body: {} }));
  const credential = device.passkey.register(begun.options);
  const { registrationId } = begun;
  const body = { registrationId, credential, deviceName: 'Test browser', locale: 'en' as const };
  expect(await client.call('join', { body })).toEqual({ refused: 'proof_invalid' });
  const { signInId, options } = expectOk(await client.call('beginSignIn', { body: {} }));
  const assertion = device.passkey.assert(options);
  const signIn = { signInId, credential: assertion, deviceName: 'Test browser' };
  expect(await client.call('signIn', { body: signIn })).toEqual({ refused: 'proof_invalid' });
  expect(await client.call('refreshSession', { body: { refreshToken: 'x' } })).toEqual({
    refused: 'proof_invalid',
  });
});

test('a page of the pinned extension may join; no other origin may even read an answer', async () => {
  const server = await openTestApp();
  const device = await makeDevice(server);
  const { registrationId, options } = expectOk(await device.client.call('beginRegistration', { body: {} }));
  const credential = device.passkey.register(options, { origin: EXTENSION_ORIGIN });
  const body = { registrationId, credential, deviceName: 'Test browser', locale: 'ko' as const };
  expectOk(await device.client.call('join', { body }));
  const ask = async (origin: string) => {
    const answer = await server.app.inject({ method: 'OPTIONS', url: '/v1/me', headers: { origin } });
    return answer.headers['access-control-allow-origin'];
  };
  expect(await ask(EXTENSION_ORIGIN)).toBe(EXTENSION_ORIGIN);
  expect(await ask('https://evil.example')).toBeUndefined();
});
