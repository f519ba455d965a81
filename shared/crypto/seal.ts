import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256, HpkeError } from '@hpke/core';
import { decodeBase64url, encodeBase64url } from './base64url.ts';

/** What HPKE (RFC 9180, base mode) gives: encapsulated key and cipher text, both base64url. */
export interface Sealed {
  enc: string;
  ciphertext: string;
}

/** A raw X25519 key pair, both halves base64url. */
export interface SealingKeys {
  publicKey: string;
  privateKey: string;
}

function makeSuite(): CipherSuite {
  return new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });
}

function readKey(text: string, what: string): ArrayBuffer {
  const bytes = decodeBase64url(text);
  if (bytes?.length !== 32) throw new TypeError(`${what} is not 32 bytes of base64url`);
  return bytes.buffer;
}

function encodeBuffer(buffer: ArrayBuffer): string {
  return encodeBase64url(new Uint8Array(buffer));
}

/** The key pair that RFC 9180 (7.1.3) derives from a seed of at least 32 bytes of chance. */
export async function deriveSealingKeys(seed: Uint8Array<ArrayBuffer>): Promise<SealingKeys> {
  if (seed.length < 32) throw new TypeError('a seed of fewer than 32 bytes can be guessed');
  const { kem } = makeSuite();
  const pair = await kem.deriveKeyPair(seed.slice().buffer);
  return {
    publicKey: encodeBuffer(await kem.serializePublicKey(pair.publicKey)),
    privateKey: encodeBuffer(await kem.serializePrivateKey(pair.privateKey)),
  };
}

/**
 * Seals `plaintext` so that only the holder of the private key of `publicKey` (raw X25519, base64url) opens it:
 * DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. `info` says what for; `aad` binds it to its place.
 * Throws a TypeError for a key that is none.
 */
export async function sealTo(
  publicKey: string,
  plaintext: Uint8Array<ArrayBuffer>,
  info: string,
  aad: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const suite = makeSuite();
  const recipientPublicKey = await suite.kem.deserializePublicKey(readKey(publicKey, 'the public key'));
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: encodeText(info) }, plaintext, aad);
  return { enc: encodeBuffer(enc), ciphertext: encodeBuffer(ct) };
}

/** The plaintext, or null where key, `info`, `aad` or a bit of the sealed text differs. */
export async function openSealed(
  privateKey: string,
  sealed: Sealed,
  info: string,
  aad: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const suite = makeSuite();
  const recipientKey = await suite.kem.deserializePrivateKey(readKey(privateKey, 'the private key'));
  const enc = decodeBase64url(sealed.enc);
  const ciphertext = decodeBase64url(sealed.ciphertext);
  if (enc === null || ciphertext === null) return null;
  try {
    const opened = await suite.open({ recipientKey, enc, info: encodeText(info) }, ciphertext, aad);
    return new Uint8Array(opened);
  } catch (fault) {
    if (fault instanceof HpkeError) return null;
    throw fault;
  }
}

function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
