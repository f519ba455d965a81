import { expect, test } from 'vitest';
import { type Device, expectOk, joinFrom, makeDevice, signInFrom } from '#tests/fixtures/device.ts';
import { openTestApp, type TestApp } from '#tests/fixtures/wallet-server.ts';
import { ACCESS_LIFETIME_MS, REFRESH_LIFETIME_MS } from './session-tokens.ts';

async function openJoined() {
  const server = await openTestApp();
  const device = await makeDevice(server);
  await joinFrom(device);
  return { server, device };
}

async function askMe(server: TestApp, headers: Record<string, string>) {
  const answer = await server.app.inject({ method: 'GET', url: '/v1/me', headers });
  return answer.statusCode === 200 ? 'ok' : answer.json<{ code: string }>().code;
}

function getAccessToken(device: Device): string {
  return device.session?.accessToken ?? '';
}

test('a session speaks only with a proof of its own device key for this very call', async () => {
  const { server, device } = await openJoined();
  const other = await makeDevice(server);
  const url = `${server.origin}/v1/me`;
  const token = getAccessToken(device);
  const authorization = `DPoP ${token}`;
  const own = await device.prove({ method: 'GET', url }, token);
  expect(await askMe(server, {})).toBe('session_missing');
  expect(await askMe(server, { authorization: `Bearer ${token}` })).toBe('session_missing');
  expect(await askMe(server, { authorization })).toBe('proof_invalid');
  expect(await askMe(server, { authorization, dpop: 'a.b.c' })).toBe('proof_invalid');
  const wrong = {
    key: await other.prove({ method: 'GET', url }, token),
    method: await device.prove({ method: 'POST', url }, token),
    url: await device.prove({ method: 'GET', url: `${server.origin}/v1/cards` }, token),
    host: await device.prove({ method: 'GET', url: 'http://evil.localhost:8477/v1/me' }, token),
    token: await device.prove({ method: 'GET', url }, 'another'),
    noToken: await device.prove({ method: 'GET', url }),
  };
  for (const dpop of Object.values(wrong))
    expect(await askMe(server, { authorization, dpop })).toBe('proof_invalid');
  expect(await askMe(server, { authorization, dpop: own })).toBe('ok');
  expect(await askMe(server, { authorization, dpop: own })).toBe('proof_invalid');
  const unknown = await device.prove({ method: 'GET', url }, 'unknown');
  expect(await askMe(server, { authorization: 'DPoP unknown', dpop: unknown })).toBe('session_expired');
});

test('an access token lasts ten minutes, a refresh token twelve hours', async () => {
  const { server, device } = await openJoined();
  const refreshToken = device.session?.refreshToken ?? '';
  server.clock.nowMs += ACCESS_LIFETIME_MS;
  expect(await device.client.call('getMember', {})).toEqual({ refused: 'session_expired' });
  device.session = null;
  server.clock.nowMs += REFRESH_LIFETIME_MS;
  expect(await device.client.call('refreshSession', { body: { refreshToken } })).toEqual({
    refused: 'session_expired',
  });
});

test('refreshing ends the tokens before it; an old refresh token ends the whole family', async () => {
  const { device } = await openJoined();
  const body = { refreshToken: device.session?.refreshToken ?? '' };
  const before = device.session;
  device.session = null;
  const lost = expectOk(await device.client.call('refreshSession', { body }));
  const fresh = expectOk(await device.client.call('refreshSession', { body }));
  expect(await device.client.call('refreshSession', { body: { refreshToken: lost.refreshToken } })).toEqual({
    refused: 'session_expired',
  });
  device.session = before;
  expect(await device.client.call('getMember', {})).toEqual({ refused: 'session_expired' });
  device.session = fresh;
  expectOk(await device.client.call('getMember', {}));
  device.session = null;
  expect(await device.client.call('refreshSession', { body })).toEqual({ refused: 'session_expired' });
  device.session = fresh;
  expect(await device.client.call('getMember', {})).toEqual({ refused: 'session_expired' });
  device.session = null;
  const { refreshToken } = fresh;
  expect(await device.client.call('refreshSession', { body: { refreshToken } })).toEqual({
    refused: 'session_expired',
  });
});

test('a refresh token is of no use to another device', async () => {
  const { server, device } = await openJoined();
  const thief = await makeDevice(server);
  const body = { refreshToken: device.session?.refreshToken ?? '' };
  expect(await thief.client.call('refreshSession', { body })).toEqual({ refused: 'proof_invalid' });
  device.session = null;
  expectOk(await device.client.call('refreshSession', { body }));
});

test('signing out and removing a device end sessions at once', async () => {
  const { server, device } = await openJoined();
  const second = await makeDevice(server, device.passkey);
  await signInFrom(second);
  const { devices } = expectOk(await second.client.call('listDevices', {}));
  const first = devices.find(({ current }) => !current);
  const params = { deviceId: first?.id ?? '' };
  expect(await second.client.call('removeDevice', { params })).toEqual({ ok: {} });
  expect(await second.client.call('removeDevice', { params })).toEqual({ refused: 'not_found' });
  expect(await device.client.call('getMember', {})).toEqual({ refused: 'session_expired' });
  expect(await second.client.call('signOut', {})).toEqual({ ok: {} });
  expect(await second.client.call('getMember', {})).toEqual({ refused: 'session_expired' });
});

test('nobody removes the device of another', async () => {
  const { server, device } = await openJoined();
  const other = await makeDevice(server);
  await joinFrom(other);
  const { devices } = expectOk(await device.client.call('listDevices', {}));
  const params = { deviceId: devices[0]?.id ?? '' };
  expect(await other.client.call('removeDevice', { params })).toEqual({ refused: 'not_found' });
});
