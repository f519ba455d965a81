import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import { encodeBase64url } from '#shared/crypto/base64url.ts';

/** Exactly what a seller signs (S26). */
export interface Signing {
  termsVersion: string;
  termsHash: string;
  name: string;
  host: string;
  nonce: string;
}

/** SHA-256 of the canonical form (RFC 8785), base64url: the WebAuthn challenge that the seller's passkey signs. */
export function hashSigning({ termsVersion, termsHash, name, host, nonce }: Signing): string {
  const text = canonicalize({ context: 'wayveil-terms-1', termsVersion, termsHash, name, host, nonce });
  if (text === undefined) throw new TypeError('a signing has no canonical form');
  return encodeBase64url(sha256(new TextEncoder().encode(text)));
}
