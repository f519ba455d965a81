import { argon2id } from '@noble/hashes/argon2.js';
import { describe, expect, test } from 'vitest';
import { encodeBase64url } from '#shared/crypto/base64url.ts';
import { unwrapRootKey, wrapRootKey } from './wrap.ts';

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const hex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

describe('the root key', () => {
  test('opens with the PRF output that it was wrapped by, and with no other', async () => {
    const rootKey = random(32);
    const prfOutput = encodeBase64url(random(32));
    const wrap = await wrapRootKey(rootKey, { by: 'prf', prfOutput }, random);
    expect(await unwrapRootKey(wrap, { by: 'prf', prfOutput })).toEqual(rootKey);
    const other = encodeBase64url(random(32));
    expect(await unwrapRootKey(wrap, { by: 'prf', prfOutput: other })).toBeNull();
    expect(await unwrapRootKey(wrap, { by: 'passphrase', passphrase: prfOutput })).toBeNull();
  });

  test('opens with its pass phrase in any Unicode form', async () => {
    const rootKey = random(32);
    const wrap = await wrapRootKey(rootKey, { by: 'passphrase', passphrase: 'caf\u00e9 au lait' }, random);
    expect(await unwrapRootKey(wrap, { by: 'passphrase', passphrase: 'cafe\u0301 au lait' })).toEqual(
      rootKey,
    );
    expect(await unwrapRootKey(wrap, { by: 'passphrase', passphrase: 'cafe au lait' })).toBeNull();
  });

  test('Argon2id gives the tag of RFC 9106, section 5.3', () => {
    const fill = (value: number, length: number) => new Uint8Array(length).fill(value);
    const tag = argon2id(fill(1, 32), fill(2, 16), {
      ...{ t: 3, m: 32, p: 4, dkLen: 32, version: 0x13, key: fill(3, 8), personalization: fill(4, 12) },
    });
    expect(hex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });
});
