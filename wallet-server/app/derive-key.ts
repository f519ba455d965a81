import { expandKey } from './expand-key.ts';

/** What the server's secret key is used for: each use has a key of its own (HKDF, RFC 5869). */
export type KeyPurpose =
  | 'unique-address'
  | 'address-index'
  | 'webhook-secret'
  | 'stored-answer'
  | 'input-hash'
  | 'mail-at-rest'
  | 'mail-index'
  | 'confirmation-code'
  | 'card-number'
  | 'card-index'
  | 'log-signing'
  | 'payout-account'
  | 'call-count';

export function deriveKey(secretKey: Uint8Array, purpose: KeyPurpose): Uint8Array<ArrayBuffer> {
  return expandKey(secretKey, { salt: new Uint8Array(), info: `wayveil-${purpose}-1`, length: 32 });
}
