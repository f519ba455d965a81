import { createHash, KeyObject, verify, webcrypto } from 'node:crypto';
import { _getWebCryptoInternals } from '@simplewebauthn/server/crypto';
import { toDerSignature } from '../app/der-signature.ts';
import { MOST_CORES_SHARED } from '../storage/shared-cores.ts';

const HASHES: Record<string, string> = { 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' };

/** r and s (RFC 7518, section 3.4). */
const P256_SIGNATURE_BYTES = 64;

type ImportAlgorithm = webcrypto.EcKeyImportParams | webcrypto.RsaHashedImportParams;
type Bytes = Parameters<typeof webcrypto.subtle.digest>[1];

/**
 * Sets, for the whole process, what the WebAuthn library hashes and verifies with. Where `cores` are to spare that is
 * WebCrypto, which does each piece off this thread. Where this process and its database share two or fewer, every
 * passkey would wake threads that take the core from one of them (`npm run bench -- --only escrow`).
 */
export function setPasskeyCrypto(cores: number): void {
  // Its type is all of WebCrypto, of which the library calls these four.
  const crypto =
    cores > MOST_CORES_SHARED ? undefined : Object.assign(Object.create(null), makeCryptoAtOnce());
  _getWebCryptoInternals.setCachedCrypto(crypto);
}

/** SHA-2 and ECDSA by the same OpenSSL on this thread; everything else is WebCrypto's still. */
export function makeCryptoAtOnce() {
  const { subtle } = webcrypto;
  const atOnce = {
    // A public key that stays extractable is one that `node:crypto` takes as it is.
    importKey: async (_format: 'jwk', key: webcrypto.JsonWebKey, algorithm: ImportAlgorithm) =>
      await subtle.importKey('jwk', { ...key, ext: true }, algorithm, true, ['verify']),
    digest: async (algorithm: webcrypto.AlgorithmIdentifier, data: Bytes) => {
      const hash = HASHES[nameOf(algorithm)];
      return hash
        ? toArrayBuffer(createHash(hash).update(toBytes(data)).digest())
        : await subtle.digest(algorithm, data);
    },
    verify: async (...given: Parameters<typeof subtle.verify>) => {
      const [algorithm, key, signature, data] = given;
      const hash = HASHES[hashOf(algorithm)];
      if (nameOf(algorithm) !== 'ECDSA' || !hash) return await subtle.verify(...given);
      const bytes = Buffer.from(toBytes(signature));
      const object = KeyObject.from(key);
      if (isOfP256(key) && bytes.length === P256_SIGNATURE_BYTES)
        return verify(hash, toBytes(data), object, toDerSignature(bytes));
      return verify(hash, toBytes(data), { key: object, dsaEncoding: 'ieee-p1363' }, bytes);
    },
  };
  const getRandomValues = webcrypto.getRandomValues.bind(webcrypto);
  return { getRandomValues, subtle: atOnce };
}

function nameOf(algorithm: webcrypto.AlgorithmIdentifier): string {
  return typeof algorithm === 'string' ? algorithm : algorithm.name;
}

/** Whether the quicker of both forms of a signature is known for `key` (see `der-signature.ts`). */
function isOfP256({ algorithm }: webcrypto.CryptoKey): boolean {
  return 'namedCurve' in algorithm && algorithm.namedCurve === 'P-256';
}

function hashOf(algorithm: webcrypto.AlgorithmIdentifier | webcrypto.EcdsaParams): string {
  return typeof algorithm === 'object' && 'hash' in algorithm ? nameOf(algorithm.hash) : '';
}

function toBytes(source: Bytes): Uint8Array {
  return source instanceof ArrayBuffer
    ? new Uint8Array(source)
    : new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}

function toArrayBuffer({ buffer, byteOffset, byteLength }: Buffer): ArrayBufferLike {
  return buffer.slice(byteOffset, byteOffset + byteLength);
}
