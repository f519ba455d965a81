import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCheckpoint, openCheckpoint } from './checkpoint.ts';
import { decodeBundle, encodeBundle } from './entry-bundle.ts';
import {
  computeKeyId,
  formatNote,
  formatNoteKey,
  type NoteKey,
  parseNote,
  parseNoteKey,
  SIGNATURE_TYPES,
} from './note.ts';
import { formatBundlePath, formatTilePath, parseTilePath } from './tile-path.ts';
import { makeCosignedText, verifyNote } from './verify-note.ts';

/** From the documentation of golang.org/x/mod/sumdb/note, where the format comes from. */
const PUBLISHED_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PUBLISHED_NOTE =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

function makeSigner(name: string, type: NoteKey['type'] = SIGNATURE_TYPES.ed25519) {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { key: { name, type, publicKey: new Uint8Array(Buffer.from(x, 'base64url')) }, privateKey };
}

function signText(text: string, { key, privateKey }: { key: NoteKey; privateKey: KeyObject }) {
  const signature = new Uint8Array(sign(null, Buffer.from(text), privateKey));
  return { name: key.name, keyId: computeKeyId(key), signature };
}

const ROOT = new Uint8Array(32).fill(9);
const TEXT = formatCheckpoint({ origin: 'wallet.example/log', size: 5, root: ROOT });

describe('signed notes', () => {
  test('a published note is read and its signature verified', async () => {
    const key = parseNoteKey(PUBLISHED_KEY);
    const note = parseNote(PUBLISHED_NOTE);
    expect(key && formatNoteKey(key)).toBe(PUBLISHED_KEY);
    expect(note && formatNote(note)).toBe(PUBLISHED_NOTE);
    expect(note && key && (await verifyNote(note, key))).toBe(true);
    const changed = parseNote(PUBLISHED_NOTE.replace('answer', 'anodyne'));
    expect(changed && key && (await verifyNote(changed, key))).toBe(false);
  });

  test('S57: a checkpoint opens by the key of its log only', async () => {
    const signer = makeSigner('wallet.example/log');
    const signed = formatNote({ text: TEXT, signatures: [signText(TEXT, signer)] });
    expect(await openCheckpoint(signed, signer.key)).toEqual({
      origin: 'wallet.example/log',
      size: 5,
      root: ROOT,
    });
    const forged = signed.replace('\n5\n', '\n6\n');
    expect(await openCheckpoint(forged, signer.key)).toEqual({ refused: 'signature_wrong' });
    const other = makeSigner('wallet.example/log');
    expect(await openCheckpoint(signed, other.key)).toEqual({ refused: 'signature_missing' });
    const foreign = makeSigner('other.example/log');
    expect(await openCheckpoint(signed, foreign.key)).toEqual({ refused: 'origin_foreign' });
    expect(await openCheckpoint(TEXT, signer.key)).toEqual({ refused: 'checkpoint_malformed' });
  });

  test("a witness's cosignature counts for its text and its time", async () => {
    const signer = makeSigner('wallet.example/log');
    const witness = makeSigner('witness.example', SIGNATURE_TYPES.cosignature);
    const cosign = (text: string, time: bigint) => {
      const stamp = Buffer.alloc(8);
      stamp.writeBigUInt64BE(time);
      const { signature, ...line } = signText(text, witness);
      return { ...line, signature: new Uint8Array([...stamp, ...signature]) };
    };
    const right = cosign(makeCosignedText(TEXT, 1_700_000_000n), 1_700_000_000n);
    const late = cosign(makeCosignedText(TEXT, 1_700_000_000n), 1_700_000_001n);
    const note = (signature: typeof right) => ({
      text: TEXT,
      signatures: [signText(TEXT, signer), signature],
    });
    expect(await verifyNote(note(right), witness.key)).toBe(true);
    expect(await verifyNote(note(late), witness.key)).toBe(false);
    expect(await openCheckpoint(formatNote(note(late)), signer.key)).toMatchObject({ size: 5 });
  });

  test('what is no note is refused', () => {
    for (const text of [
      '',
      'a\n',
      'a\n\n',
      'a\n\nb\n',
      'a\u0007\n\n— n AAAAAAA=\n',
      'a\n\n— n+m AAAAAAA=\n',
    ]) {
      expect(parseNote(text)).toBeNull();
    }
    expect(parseNoteKey(PUBLISHED_KEY.replace('c74f20a3', 'c74f20a4'))).toBeNull();
  });
});

describe('tile paths', () => {
  test('an index is written in groups of three digits', () => {
    expect(formatTilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(formatTilePath({ level: 2, index: 0, width: 1 })).toBe('tile/2/000.p/1');
    expect(formatBundlePath({ index: 5, width: 7 })).toBe('tile/entries/005.p/7');
  });

  test('a path and what it asks for are one to one', () => {
    const tiles = fc.record({
      level: fc.nat(7),
      index: fc.nat(10 ** 9),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(tiles, tile => {
        expect(parseTilePath(formatTilePath(tile).slice(5))).toEqual(tile);
      }),
    );
    for (const path of [
      '0/0',
      '00/000',
      '0/x000/001',
      '0/000.p/256',
      '0/000.p/0',
      '0/000.p/01',
      '64/000',
      'entry/000',
    ])
      expect(parseTilePath(path)).toBeNull();
  });
});

test('a bundle gives back the entries that it was made of, and nothing where it is cut off', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), entries => {
      const bundle = encodeBundle(entries);
      expect(decodeBundle(bundle)).toEqual(entries);
      if (entries.length > 0) expect(decodeBundle(bundle.slice(0, -1))?.length).not.toBe(entries.length);
    }),
  );
});
