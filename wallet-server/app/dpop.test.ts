import { generateKeyPair, generateProof } from 'dpop';
import { calculateJwkThumbprint, exportJWK, type JWTHeaderParameters, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { makeDeviceKeys } from './device-keys.ts';
import { PROOF_WINDOW_MS, type ProvenCall, readProof } from './dpop.ts';

const CALL = { method: 'POST', url: 'http://wallet.localhost:8477/v1/orders', accessToken: 'token' };
const nowMs = Date.now();
const read = (jwt: string, call: ProvenCall = CALL, atMs = nowMs) =>
  readProof(jwt, call, atMs, makeDeviceKeys());

async function makeDevice() {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const claims = {
    jti: 'a-proof-of-its-own',
    htm: CALL.method,
    htu: CALL.url,
    iat: Math.floor(nowMs / 1000),
  };
  const ath = 'PEaenWxYddN6Q_NT1PiOYfz4EsZu7jRXRlpAsNpBU-A';
  const sign = (header: object, change: object = {}) =>
    new SignJWT({ ...claims, ath, ...change })
      .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk, ...header } as JWTHeaderParameters)
      .sign(privateKey);
  return { privateKey, publicKey, jwk, sign };
}

test("a client library's proof is read, and its thumbprint is the one of RFC 7638", async () => {
  const keys = await generateKeyPair('ES256', { extractable: true });
  const jwt = await generateProof(keys, CALL.url, CALL.method, undefined, CALL.accessToken);
  expect((await read(jwt))?.jkt).toBe(await calculateJwkThumbprint(await exportJWK(keys.publicKey)));
  expect(await read(jwt, { ...CALL, accessToken: 'another' })).toBeNull();
  expect(await read(jwt, { ...CALL, method: 'GET' })).toBeNull();
  expect(await read(jwt, { ...CALL, url: `${CALL.url}/x` })).toBeNull();
  expect(await read(jwt, { method: CALL.method, url: CALL.url })).toBeNull();
  expect(await read(jwt, CALL, nowMs + PROOF_WINDOW_MS + 2000)).toBeNull();
});

test('whatever is off in header, claims or signature makes it no proof', async () => {
  const { sign, privateKey } = await makeDevice();
  expect(await read(await sign({}))).not.toBeNull();
  const other = await makeDevice();
  const privateJwk = await exportJWK(privateKey);
  const off = [
    ...[{ typ: 'JWT' }, { jwk: other.jwk }, { jwk: privateJwk }, { jwk: { ...other.jwk, crv: 'P-384' } }],
    { jwk: { ...other.jwk, x: 'A'.repeat(43) } },
  ];
  for (const header of off) expect(await read(await sign(header))).toBeNull();
  const claims = [{ jti: 'short' }, { iat: 'now' }, { exp: 1 }, { nbf: 9e9 }, { htu: `${CALL.url}?a=1` }];
  for (const change of claims) expect(await read(await sign({}, change))).toBeNull();
  const [header, payload, signature = ''] = (await sign({})).split('.');
  const none = Buffer.from('{"typ":"dpop+jwt","alg":"none"}').toString('base64url');
  for (const jwt of [
    ...['', 'a.b', 'a.b.c.d', `${header}.${payload}.`, `${none}.${payload}.`],
    `${header}.${payload}.${signature.slice(0, -4)}`,
    `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    `${header}.${'a'.repeat(5000)}.${signature}`,
  ])
    expect(await read(jwt)).toBeNull();
});

test('keys that were used longest ago are read anew', async () => {
  const readKey = makeDeviceKeys(2);
  const devices = await Promise.all([makeDevice(), makeDevice(), makeDevice()]);
  const [first, second, third] = devices.map(
    ({ jwk }) =>
      () =>
        readKey(jwk as never),
  );
  const kept = first?.();
  second?.();
  expect(first?.()).toBe(kept);
  third?.();
  expect(first?.()).toBe(kept);
  const dropped = second?.();
  expect(second?.()).toBe(dropped);
});
