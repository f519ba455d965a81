import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import { encodeBase64url } from '../crypto/base64url.ts';

/** Exactly what a seller signs (S26): the terms, by version and SHA-256 of their text, for one shop. */
export interface TermsSigning {
  termsVersion: string;
  termsHash: string;
  name: string;
  host: string;
  nonce: string;
}

/** SHA-256 of the canonical form (RFC 8785), base64url: the WebAuthn challenge that the seller's passkey signs. */
export function hashTermsSigning({ termsVersion, termsHash, name, host, nonce }: TermsSigning): string {
  const text = canonicalize({ context: 'wayveil-terms-1', termsVersion, termsHash, name, host, nonce });
  if (text === undefined) throw new TypeError('a signing has no canonical form');
  return encodeBase64url(sha256(new TextEncoder().encode(text)));
}

/** SHA-256 of the terms' text, base64url: as the shop reads it, so is it signed. */
export function hashTermsText(text: string): string {
  return encodeBase64url(sha256(new TextEncoder().encode(text)));
}
