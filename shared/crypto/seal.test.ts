import { describe, expect, it } from 'vitest';
import { readHex, readVectorFile, tellCount } from '#tests/fixtures/vectors.ts';
import { encodeBase64url } from './base64url.ts';
import { deriveSealingKeys, openSealed, sealTo } from './seal.ts';
import { openMail, sealMail } from './seal-mail.ts';

interface Vector {
  mode: string;
  kem_id: string;
  kdf_id: string;
  aead_id: string;
  info: string;
  ikmR: string;
  skRm: string;
  pkRm: string;
  enc: string;
  encryptions: Array<{ aad: string; ct: string; pt?: string }>;
}

const all = readVectorFile<Vector[]>('hpke-rfc9180.json') ?? [];
const present = all.length > 0;

function readVectors(): Vector[] {
  const suite = { mode: '0', kem_id: '32', kdf_id: '1', aead_id: '2' } as const;
  return all.filter(vector =>
    Object.entries(suite).every(([key, value]) => String(vector[key as keyof typeof suite]) === value),
  );
}

const seed = (byte: number) => new Uint8Array(32).fill(byte);
const bytes = (text: string) => new TextEncoder().encode(text);

describe('sealing to a key', () => {
  it.skipIf(!present)('derives the keys and opens the first message of RFC 9180 as published', async () => {
    const vectors = readVectors();
    expect(vectors).toHaveLength(1);
    console.info(`RFC 9180, base mode of our suite: ${vectors.length} vector with its keys`);
    for (const vector of vectors) {
      const keys = await deriveSealingKeys(readHex(vector.ikmR));
      expect(keys.privateKey).toBe(encodeBase64url(readHex(vector.skRm)));
      expect(keys.publicKey).toBe(encodeBase64url(readHex(vector.pkRm)));
      const [first] = vector.encryptions;
      if (!first) throw new Error('the vector has no message');
      const sealed = {
        enc: encodeBase64url(readHex(vector.enc)),
        ciphertext: encodeBase64url(readHex(first.ct)),
      };
      const info = new TextDecoder().decode(readHex(vector.info));
      const opened = await openSealed(keys.privateKey, sealed, info, readHex(first.aad));
      expect(new TextDecoder().decode(opened ?? seed(0))).toBe('Beauty is truth, truth beauty');
    }
    tellCount(
      'HPKE (RFC 9180), shared/crypto/seal',
      vectors.length,
      all.length,
      'one suite and mode is ours, and one message a seal',
    );
  });

  it.skipIf(!present)('derives every published X25519 key pair', async () => {
    const pairs = all.filter(({ kem_id }) => String(kem_id) === '32');
    for (const { ikmR, skRm, pkRm } of pairs) {
      const keys = await deriveSealingKeys(readHex(ikmR));
      expect(keys).toEqual({
        privateKey: encodeBase64url(readHex(skRm)),
        publicKey: encodeBase64url(readHex(pkRm)),
      });
    }
    tellCount(
      'HPKE key pairs (RFC 9180), shared/crypto/seal',
      pairs.length,
      all.length,
      'the rest are of P-256',
    );
  });

  it('opens what was sealed, and nothing under another key, info, aad or after a changed bit', async () => {
    const keys = await deriveSealingKeys(seed(1));
    const other = await deriveSealingKeys(seed(2));
    const sealed = await sealTo(keys.publicKey, bytes('parcel'), 'a', bytes('b'));
    const again = await sealTo(keys.publicKey, bytes('parcel'), 'a', bytes('b'));
    expect(again.ciphertext).not.toBe(sealed.ciphertext);
    expect(await openSealed(keys.privateKey, sealed, 'a', bytes('b'))).toEqual(bytes('parcel'));
    expect(await openSealed(other.privateKey, sealed, 'a', bytes('b'))).toBeNull();
    expect(await openSealed(keys.privateKey, sealed, 'x', bytes('b'))).toBeNull();
    expect(await openSealed(keys.privateKey, sealed, 'a', bytes('x'))).toBeNull();
    expect(await openSealed(keys.privateKey, { ...sealed, enc: again.enc }, 'a', bytes('b'))).toBeNull();
    expect(await openSealed(keys.privateKey, { ...sealed, enc: 'AAAA' }, 'a', bytes('b'))).toBeNull();
    const changed = `${sealed.ciphertext.startsWith('A') ? 'B' : 'A'}${sealed.ciphertext.slice(1)}`;
    expect(await openSealed(keys.privateKey, { ...sealed, ciphertext: changed }, 'a', bytes('b'))).toBeNull();
  });

  it('refuses keys of a wrong length', async () => {
    await expect(sealTo('AAAA', bytes('x'), '', bytes(''))).rejects.toThrow(TypeError);
    await expect(deriveSealingKeys(new Uint8Array(8))).rejects.toThrow(TypeError);
  });

  it('opens a mail under its own id only', async () => {
    const keys = await deriveSealingKeys(seed(3));
    const mail = {
      from: 'Shop <a@shop.example>',
      subject: 'Order 7',
      text: 'Thank you.',
      receivedAtMs: 1_800_000_000_000,
    };
    const sealed = await sealMail(keys.publicKey, 'mail-1', mail);
    expect(await openMail(keys.privateKey, { id: 'mail-1', ...sealed })).toEqual(mail);
    expect(await openMail(keys.privateKey, { id: 'mail-2', ...sealed })).toBeNull();
  });
});
