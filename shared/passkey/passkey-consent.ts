import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import { encodeBase64url } from '../crypto/base64url.ts';

/** What can be done to a passkey: `keep` takes back a removal that still rests. */
export type PasskeyAct = 'add' | 'remove' | 'keep';

/** Exactly what a person is shown and signs, by a passkey of theirs, before anything is done to one. */
export interface PasskeyConsent {
  act: PasskeyAct;
  /** base64url id of the passkey that it is done to, never of the one that signs. */
  credentialId: string;
  /** What the passkey is called; null where it has no name, or where whoever asks is not known yet. */
  name: string | null;
  /** Until when a removal can be taken back; null where it cannot. */
  restsUntilMs: number | null;
  nonce: string;
}

/** SHA-256 of the canonical form (RFC 8785), base64url: the WebAuthn challenge that another passkey signs. */
export function hashPasskeyConsent({ act, credentialId, name, restsUntilMs, nonce }: PasskeyConsent): string {
  const text = canonicalize({
    context: 'wayveil-passkey-1',
    ...{ act, credentialId, name, restsUntilMs, nonce },
  });
  if (text === undefined) throw new TypeError('a consent has no canonical form');
  return encodeBase64url(sha256(new TextEncoder().encode(text)));
}
