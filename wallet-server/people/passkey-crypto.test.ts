import { webcrypto } from 'node:crypto';
import { toHash } from '@simplewebauthn/server/helpers';
import { afterEach, expect, test, vi } from 'vitest';
import { makeCryptoAtOnce, setPasskeyCrypto } from './passkey-crypto.ts';

const { subtle } = webcrypto;
const data = new TextEncoder().encode('what was signed');
const atOnce = makeCryptoAtOnce().subtle;

afterEach(() => {
  setPasskeyCrypto(4);
  vi.restoreAllMocks();
});

test.each([
  ['P-256', 'SHA-256', 'SHA-512'],
  ['P-384', 'SHA-384', 'SHA-256'],
  ['P-521', 'SHA-512', 'SHA-384'],
])(
  'a signature of %s by %s holds for its own key, bytes and hash alone',
  async (namedCurve, hash, otherHash) => {
    const algorithm = { name: 'ECDSA', namedCurve, hash };
    const signer = await makePair(algorithm);
    const other = await makePair(algorithm);
    const signature = await subtle.sign(algorithm, signer.privateKey, data);
    const given = { algorithm, publicKey: signer.publicKey, signature, data };
    const ask = async (changed: Partial<typeof given>) => {
      const asked = { ...given, ...changed };
      const answers = [atOnce, subtle].map(by =>
        by.verify(asked.algorithm, asked.publicKey, asked.signature, asked.data),
      );
      return await Promise.all(answers);
    };
    expect(await ask({})).toEqual([true, true]);
    expect(await ask({ publicKey: other.publicKey })).toEqual([false, false]);
    expect(await ask({ data: data.subarray(1) })).toEqual([false, false]);
    expect(await ask({ signature: signature.slice(1) })).toEqual([false, false]);
    expect(await ask({ signature: new ArrayBuffer(0) })).toEqual([false, false]);
    expect(await ask({ signature: new ArrayBuffer(signature.byteLength) })).toEqual([false, false]);
    expect(await ask({ algorithm: { ...algorithm, hash: otherHash } })).toEqual([false, false]);
  },
);

test.each(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'])('%s is what WebCrypto says', async hash => {
  const part = new Uint8Array([0, ...data, 0]).subarray(1, data.length + 1);
  expect(await atOnce.digest(hash, part)).toEqual(await subtle.digest(hash, data));
});

test('a signature by RSA is verified as WebCrypto does', async () => {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const form = { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const { privateKey, publicKey } = await subtle.generateKey(form, true, ['sign', 'verify']);
  const signature = await subtle.sign(algorithm, privateKey, data);
  expect(await atOnce.verify(algorithm, publicKey, signature, data)).toBe(true);
  expect(await atOnce.verify(algorithm, publicKey, signature, data.subarray(1))).toBe(false);
});

test.each([
  [1, 0],
  [2, 0],
  [3, 1],
  [64, 1],
])('with %i cores the library wakes another thread %i times for a hash', async (cores, times) => {
  setPasskeyCrypto(cores);
  const digest = vi.spyOn(subtle, 'digest');
  expect(await toHash(data)).toEqual(new Uint8Array(await atOnce.digest('SHA-256', data)));
  expect(digest).toHaveBeenCalledTimes(times);
});

async function makePair(algorithm: webcrypto.EcKeyGenParams): Promise<webcrypto.CryptoKeyPair> {
  return await subtle.generateKey(algorithm, true, ['sign', 'verify']);
}
