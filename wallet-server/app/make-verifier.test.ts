import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeVerifier } from './make-verifier.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const signature = sign('sha256', Buffer.from('proof'), privateKey);

test.each([1, 2, 4, 64])('with %i cores a signature holds for its own text alone', async cores => {
  const verify = makeVerifier(cores);
  expect(await verify('proof', publicKey, signature)).toBe(true);
  expect(await verify('prove', publicKey, signature)).toBe(false);
  expect(await verify('proof', publicKey, Buffer.alloc(64))).toBe(false);
});

test.each([
  [1, 'boolean'],
  [2, 'boolean'],
  [3, 'object'],
])('with %i cores the answer is a %s: another thread is asked where a core is to spare', (cores, type) => {
  expect(typeof makeVerifier(cores)('proof', publicKey, signature)).toBe(type);
});
