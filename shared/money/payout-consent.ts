import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import { encodeBase64url } from '../crypto/base64url.ts';

/** Exactly what the owner of a shop is shown and signs before the shop is paid elsewhere. */
export interface PayoutConsent {
  sellerId: string;
  shopName: string;
  shopHost: string;
  /** Holder, IBAN (ISO 13616) and BIC (ISO 9362) of the account that payouts go to. */
  name: string;
  iban: string;
  bic: string | null;
  /** The last digits of the account that it takes the place of; null where there was none. */
  replacesDigits: string | null;
  /** Before this nothing is paid out to the shop. */
  paysFromMs: number;
  nonce: string;
}

/** SHA-256 of the canonical form (RFC 8785), base64url: the WebAuthn challenge that the owner's passkey signs. */
export function hashPayoutConsent(consent: PayoutConsent): string {
  const { sellerId, shopName, shopHost, name, iban, bic, replacesDigits, paysFromMs, nonce } = consent;
  const text = canonicalize({
    context: 'wayveil-payout-1',
    ...{ sellerId, shopName, shopHost, name, iban, bic, replacesDigits, paysFromMs, nonce },
  });
  if (text === undefined) throw new TypeError('a consent has no canonical form');
  return encodeBase64url(sha256(new TextEncoder().encode(text)));
}
