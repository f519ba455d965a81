import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import { encodeBase64url } from '../crypto/base64url.ts';

/** Exactly what a person is shown and signs, by a passkey of theirs, before letters go to another mailbox. */
export interface MailboxConsent {
  mailbox: string;
  /** Whether letters went to another one until now. */
  replaces: boolean;
  nonce: string;
}

/** SHA-256 of the canonical form (RFC 8785), base64url: the WebAuthn challenge. */
export function hashMailboxConsent({ mailbox, replaces, nonce }: MailboxConsent): string {
  const text = canonicalize({ context: 'wayveil-mailbox-1', mailbox, replaces, nonce });
  if (text === undefined) throw new TypeError('a consent has no canonical form');
  return encodeBase64url(sha256(new TextEncoder().encode(text)));
}
