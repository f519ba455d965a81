import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { open, seal } from './seal.ts';

interface Vector {
  key: string;
  iv: string;
  aad: string;
  msg: string;
  ct: string;
  tag: string;
  result: 'valid' | 'invalid' | 'acceptable';
}

const shared = process.env.WAYVEIL_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const path = `${shared}/vectors/wycheproof/xchacha20_poly1305_test.json`;
const isThere = existsSync(path);
if (!isThere) console.info(`skipped: the vectors of Wycheproof are not at ${path}`);

const readHex = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));

/** Those that fit our form: a nonce of 24 bytes, and a place that is text. */
function readVectors(): Vector[] {
  const file: { testGroups: { ivSize: number; tests: Vector[] }[] } = JSON.parse(readFileSync(path, 'utf8'));
  const fitting = file.testGroups.filter(({ ivSize }) => ivSize === 192).flatMap(({ tests }) => tests);
  return fitting.filter(({ aad }) => Buffer.from(Buffer.from(aad, 'hex').toString()).toString('hex') === aad);
}

function tryOpen({ key, iv, aad, ct, tag }: Vector): string | null {
  const place = Buffer.from(aad, 'hex').toString();
  try {
    return Buffer.from(open(readHex(iv + ct + tag), { key: readHex(key), place })).toString('hex');
  } catch {
    return null;
  }
}

test.skipIf(!isThere)(
  'what is kept is sealed as in the vectors of Wycheproof, and forgeries do not open',
  () => {
    const vectors = readVectors();
    for (const vector of vectors) {
      const { key, iv, aad, msg, ct, tag, result } = vector;
      expect(tryOpen(vector)).toBe(result === 'invalid' ? null : msg);
      if (result === 'invalid') continue;
      const sealing = { key: readHex(key), place: Buffer.from(aad, 'hex').toString() };
      expect(seal(readHex(msg), sealing, () => readHex(iv)).toString('hex')).toBe(iv + ct + tag);
    }
    const invalid = vectors.filter(({ result }) => result === 'invalid').length;
    console.info(`Wycheproof, XChaCha20-Poly1305: ${vectors.length} vectors, ${invalid} of them forgeries`);
    expect(invalid).toBeGreaterThan(50);
  },
);

test('what was sealed opens in its place with its key, and with no changed bit', () => {
  const random = (bytes: number) => new Uint8Array(bytes).fill(5);
  const key = new Uint8Array(32).fill(1);
  const sealed = seal(Buffer.from('parcel'), { key, place: 'row:1' }, random);
  expect(Buffer.from(open(sealed, { key, place: 'row:1' })).toString()).toBe('parcel');
  expect(() => open(sealed, { key, place: 'row:2' })).toThrow();
  expect(() => open(sealed, { key: new Uint8Array(32), place: 'row:1' })).toThrow();
  for (let place = 0; place < sealed.length; place += 1) {
    const changed = Uint8Array.from(sealed);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(() => open(changed, { key, place: 'row:1' })).toThrow();
  }
});
