import { argon2id } from '@noble/hashes/argon2.js';
import { describe, expect, test } from 'vitest';
import { expandSecret, hashPassphrase } from '#extension/keyring/derive.ts';
import { expandKey } from '#server/app/expand-key.ts';
import { computeHmac } from '#server/app/hmac.ts';
import { readHex, readVectorFile, tellCount, toHex, type Wycheproof } from '#tests/fixtures/vectors.ts';

interface HkdfCase {
  ikm: string;
  salt: string;
  info: string;
  size: number;
  okm: string;
}
interface HmacCase {
  key: string;
  msg: string;
  tag: string;
}

const hkdf = readVectorFile<Wycheproof<object, HkdfCase>>('wycheproof/hkdf_sha256_test.json');
const hmac = readVectorFile<Wycheproof<{ tagSize: number }, HmacCase>>('wycheproof/hmac_sha256_test.json');

/** The bytes in hex, or null where the wrapper refuses. */
function tryHex(run: () => Uint8Array): string | null {
  try {
    return toHex(run());
  } catch {
    return null;
  }
}

describe.skipIf(!hkdf)('HKDF-SHA-256, by Wycheproof', () => {
  const cases = (hkdf?.testGroups ?? []).flatMap(({ tests }) => tests);
  test.each([
    ['wallet-server/app/expand-key', expandKey],
    ['extension/keyring/derive', expandSecret],
  ] as const)('%s gives the published bytes', (name, expand) => {
    for (const { tcId, ikm, salt, info, size, okm, result } of cases) {
      const made = tryHex(() =>
        expand(readHex(ikm), { salt: readHex(salt), info: readHex(info), length: size }),
      );
      expect([tcId, made]).toEqual([tcId, result === 'valid' ? okm : null]);
    }
    tellCount(`HKDF-SHA-256 (Wycheproof), ${name}`, cases.length, cases.length);
  });
});

describe.skipIf(!hmac)('HMAC-SHA-256, by Wycheproof', () => {
  test('the published tags are made, and no other', () => {
    const cases = (hmac?.testGroups ?? []).flatMap(({ tagSize, tests }) =>
      tests.map(each => ({ ...each, tagSize })),
    );
    for (const { tcId, key, msg, tag, tagSize, result } of cases) {
      const made = toHex(computeHmac(readHex(key), readHex(msg)).subarray(0, tagSize / 8));
      expect([tcId, made === tag]).toEqual([tcId, result === 'valid']);
    }
    tellCount('HMAC-SHA-256 (Wycheproof), wallet-server/app/hmac', cases.length, cases.length);
  });
});

describe('Argon2id', () => {
  test('RFC 9106, section 5.3, is given by the library under our wrapper', () => {
    const fill = (length: number, byte: number) => new Uint8Array(length).fill(byte);
    const made = argon2id(fill(32, 1), fill(16, 2), {
      ...{ m: 32, t: 3, p: 4, dkLen: 32, key: fill(8, 3), personalization: fill(12, 4) },
    });
    expect(toHex(made)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  test("the reference implementation's hash of a pass phrase is given by our wrapper", async () => {
    const made = await hashPassphrase('password', new TextEncoder().encode('somesalt'), {
      ...{ memoryKib: 65_536, passes: 2, lanes: 1 },
    });
    expect(toHex(made)).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
    tellCount(
      'Argon2id (RFC 9106 and the reference implementation), extension/keyring/derive',
      2,
      2,
      'that of the RFC has a secret, which our wrapper does not take: through its library',
    );
  });
});
