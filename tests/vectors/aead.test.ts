import { describe, expect, test } from 'vitest';
import { openBytes, sealBytes } from '#extension/keyring/seal.ts';
import { open, seal } from '#server/app/seal.ts';
import { encodeBase64url } from '#shared/crypto/base64url.ts';
import { readHex, readVectorFile, tellCount, toHex, type Wycheproof } from '#tests/fixtures/vectors.ts';

interface Group {
  ivSize: number;
}
interface Case {
  key: string;
  iv: string;
  aad: string;
  msg: string;
  ct: string;
  tag: string;
}

const file = readVectorFile<Wycheproof<Group, Case>>('wycheproof/xchacha20_poly1305_test.json');
const all = (file?.testGroups ?? []).flatMap(({ ivSize, tests }) => tests.map(each => ({ ...each, ivSize })));
/** Our sealed texts begin with 24 bytes of nonce: other lengths cannot be written. */
const cases = all.filter(({ ivSize }) => ivSize === 192);

/** Chance that gives the nonce of a vector. */
const giveNonce = (iv: string) => () => readHex(iv);

function tryOpen(run: () => Uint8Array | null): string | null {
  try {
    const opened = run();
    return opened && toHex(opened);
  } catch {
    return null;
  }
}

describe.skipIf(!file)('XChaCha20-Poly1305, by Wycheproof', () => {
  test("the server's seal gives the published bytes and opens nothing else", () => {
    for (const { tcId, key: keyHex, iv, aad, msg, ct, tag, result } of cases) {
      const sealingKey = { key: readHex(keyHex), place: readHex(aad) };
      const sealed = readHex(iv + ct + tag);
      const opened = tryOpen(() => open(sealed, sealingKey));
      expect([tcId, opened]).toEqual([tcId, result === 'valid' ? msg : null]);
      if (result !== 'valid') continue;
      expect([tcId, toHex(seal(readHex(msg), sealingKey, giveNonce(iv)))]).toEqual([tcId, toHex(sealed)]);
    }
    tellCount(
      'XChaCha20-Poly1305 (Wycheproof), wallet-server/app/seal',
      cases.length,
      all.length,
      'the rest have nonces of other lengths',
    );
  });

  test("the extension's seal gives the published bytes and opens nothing else", () => {
    for (const { tcId, key: keyHex, iv, aad, msg, ct, tag, result } of cases) {
      const [key, context] = [readHex(keyHex), readHex(aad)];
      const sealed = encodeBase64url(readHex(iv + ct + tag));
      const opened = tryOpen(() => openBytes(key, sealed, context));
      expect([tcId, opened]).toEqual([tcId, result === 'valid' ? msg : null]);
      if (result !== 'valid') continue;
      expect([tcId, sealBytes(key, readHex(msg), context, giveNonce(iv))]).toEqual([tcId, sealed]);
    }
    tellCount(
      'XChaCha20-Poly1305 (Wycheproof), extension/keyring/seal',
      cases.length,
      all.length,
      'the rest have nonces of other lengths',
    );
  });
});
