import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import { encodeBase64url } from '../crypto/base64url.ts';
import type { FundingMode } from './state.ts';

/** Exactly what a buyer is shown and agrees to. Amounts are minor units as decimal strings. */
export interface Consent {
  purchaseId: string;
  payeeHost: string;
  payeeName: string;
  orderNumber: string | null;
  amountMinor: string;
  currency: string;
  funding: FundingMode;
  deliveryNumber: string;
  cardId: string | null;
  nonce: string;
  expiresAtMs: number;
}

/** The canonical form (RFC 8785) of a consent: the same bytes wherever it is made. */
export function canonicalizeConsent(consent: Consent): string {
  const { purchaseId, payeeHost, payeeName, orderNumber, amountMinor, currency } = consent;
  const { funding, deliveryNumber, cardId, nonce, expiresAtMs } = consent;
  const text = canonicalize({
    context: 'wayveil-consent-1',
    ...{ purchaseId, payeeHost, payeeName, orderNumber, amountMinor, currency },
    ...{ funding, deliveryNumber, cardId, nonce, expiresAtMs },
  });
  if (text === undefined) throw new TypeError('a consent has no canonical form');
  return text;
}

/** SHA-256 of the canonical consent, base64url: the WebAuthn challenge that the owner's passkey signs. */
export function hashConsent(consent: Consent): string {
  return encodeBase64url(sha256(new TextEncoder().encode(canonicalizeConsent(consent))));
}
