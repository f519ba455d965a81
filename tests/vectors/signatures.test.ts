import { describe, expect, test } from 'vitest';
import { verifyEd25519 } from '#shared/log/verify-note.ts';
import { readHex, readVectorFile, tellCount, toHex, type Wycheproof } from '#tests/fixtures/vectors.ts';

interface SignatureCase {
  msg: string;
  sig: string;
}
interface EdGroup {
  publicKey: { pk: string };
}
interface EcGroup {
  publicKeyDer: string;
}

const ed25519 = readVectorFile<Wycheproof<EdGroup, SignatureCase>>('wycheproof/ed25519_test.json');
const ecdsa = readVectorFile<Wycheproof<EcGroup, SignatureCase>>(
  'wycheproof/ecdsa_secp256r1_sha256_p1363_test.json',
);

describe.skipIf(!ed25519)('Ed25519, by Wycheproof', () => {
  test('a signature counts where it is published as valid, and nowhere else', async () => {
    let count = 0;
    for (const { publicKey, tests } of ed25519?.testGroups ?? []) {
      for (const { tcId, msg, sig, result } of tests) {
        const verified = await verifyEd25519(readHex(publicKey.pk), readHex(sig), readHex(msg));
        expect([tcId, verified]).toEqual([tcId, result === 'valid']);
        count += 1;
      }
    }
    tellCount('Ed25519 (Wycheproof), shared/log/verify-note', count, count);
  });
});

describe.skipIf(!ecdsa)('ECDSA P-256 as DPoP proofs have it, by Wycheproof', () => {
  test('a signature counts where it is published as valid, and nowhere else', async () => {
    let count = 0;
    for (const { publicKeyDer, tests } of ecdsa?.testGroups ?? []) {
      const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
      const key = await crypto.subtle.importKey('spki', readHex(publicKeyDer), algorithm, false, ['verify']);
      for (const { tcId, msg, sig, result } of tests) {
        const verified = await crypto.subtle.verify(algorithm, key, readHex(sig), readHex(msg));
        expect([tcId, verified]).toEqual([tcId, result === 'valid']);
        count += 1;
      }
    }
    tellCount(
      'ECDSA P-256 (Wycheproof)',
      count,
      count,
      'of the platform, to which jose and dpop hand tokens only',
    );
  });
});

interface XdhCase {
  public: string;
  private: string;
  shared: string;
}
const x25519 = readVectorFile<Wycheproof<object, XdhCase>>('wycheproof/x25519_test.json');
/** PKCS #8 of an X25519 private key, but for its 32 bytes (RFC 8410, section 7). */
const PKCS8_HEAD = '302e020100300506032b656e04220420';

describe.skipIf(!x25519)('X25519 as HPKE has it, by Wycheproof', () => {
  test('what is agreed is what is published, and an all-zero secret is refused', async () => {
    const cases = (x25519?.testGroups ?? []).flatMap(({ tests }) => tests);
    for (const { tcId, public: publicHex, private: privateHex, shared, result } of cases) {
      const agreed = await agree(readHex(publicHex), readHex(PKCS8_HEAD + privateHex));
      if (result === 'acceptable') expect([tcId, [shared, null].includes(agreed)]).toEqual([tcId, true]);
      else expect([tcId, agreed]).toEqual([tcId, shared]);
      expect(agreed).not.toBe('00'.repeat(32));
    }
    tellCount(
      'X25519 (Wycheproof)',
      cases.length,
      cases.length,
      'of the platform, to which @hpke/core hands it',
    );
  });
});

async function agree(publicBytes: Uint8Array<ArrayBuffer>, privateBytes: Uint8Array<ArrayBuffer>) {
  try {
    const own = await crypto.subtle.importKey('pkcs8', privateBytes, 'X25519', false, ['deriveBits']);
    const peer = await crypto.subtle.importKey('raw', publicBytes, 'X25519', false, []);
    return toHex(await crypto.subtle.deriveBits({ name: 'X25519', public: peer }, own, 256));
  } catch {
    return null;
  }
}

interface GcmCase {
  key: string;
  iv: string;
  aad: string;
  msg: string;
  ct: string;
  tag: string;
}
const gcm = readVectorFile<Wycheproof<{ ivSize: number; keySize: number }, GcmCase>>(
  'wycheproof/aes_gcm_test.json',
);

describe.skipIf(!gcm)('AES-256-GCM as HPKE has it, by Wycheproof', () => {
  test('what is published opens, and nothing else', async () => {
    const all = (gcm?.testGroups ?? []).flatMap(({ ivSize, keySize, tests }) =>
      tests.map(each => ({ ...each, fits: ivSize === 96 && keySize === 256 })),
    );
    const cases = all.filter(({ fits }) => fits);
    for (const { tcId, key: keyHex, iv, aad, msg, ct, tag, result } of cases) {
      const key = await crypto.subtle.importKey('raw', readHex(keyHex), 'AES-GCM', false, ['decrypt']);
      const algorithm = { name: 'AES-GCM', iv: readHex(iv), additionalData: readHex(aad) };
      const opened = await crypto.subtle.decrypt(algorithm, key, readHex(ct + tag)).then(toHex, () => null);
      expect([tcId, opened]).toEqual([tcId, result === 'valid' ? msg : null]);
    }
    tellCount(
      'AES-256-GCM (Wycheproof)',
      cases.length,
      all.length,
      'of the platform, to which @hpke/core hands it; only 256-bit keys with 96-bit nonces are used',
    );
  });
});
