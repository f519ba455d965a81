import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { Device } from '#tests/fixtures/device.ts';

/**
 * DPoP proofs (RFC 9449) made at once by `node:crypto`: a caller of the bench shall not take more of the machine than
 * the server that it measures.
 */
export function makeQuickProver(): Device['prove'] {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
  const header = encode({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } });
  return async ({ method, url }, accessToken) => {
    const ath = accessToken && { ath: createHash('sha256').update(accessToken).digest('base64url') };
    const iat = Math.floor(Date.now() / 1000);
    const text = `${header}.${encode({ jti: randomUUID(), htm: method, htu: url, iat, ...ath })}`;
    const signature = fromDerSignature(sign('sha256', Buffer.from(text), privateKey));
    return `${text}.${signature.toString('base64url')}`;
  };
}

/** r and s, 32 bytes each, of a DER `ECDSA-Sig-Value`: asked for them itself, Node takes twice as long for a signature. */
function fromDerSignature(der: Buffer): Buffer {
  const signature = Buffer.alloc(64);
  const rLength = der.readUInt8(3);
  const integers = [der.subarray(4, 4 + rLength), der.subarray(6 + rLength)];
  for (const [index, integer] of integers.entries()) {
    const value = integer.subarray(Math.max(0, integer.length - 32));
    value.copy(signature, 32 * (index + 1) - value.length);
  }
  return signature;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
