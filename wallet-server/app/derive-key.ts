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
  | 'passkey-signing'
  | 'keeping-code'
  | 'payout-account'
  | 'call-count';

/** The key of a purpose, derived when it is first asked for and then kept. */
export type KeyFor = (purpose: KeyPurpose) => Uint8Array<ArrayBuffer>;

export function deriveKeys(secretKey: Uint8Array): KeyFor {
  const derived = new Map<KeyPurpose, Uint8Array<ArrayBuffer>>();
  return purpose => {
    const key = derived.get(purpose) ?? deriveKey(secretKey, purpose);
    derived.set(purpose, key);
    return key;
  };
}

function deriveKey(secretKey: Uint8Array, purpose: KeyPurpose): Uint8Array<ArrayBuffer> {
  return expandKey(secretKey, { salt: new Uint8Array(), info: `wayveil-${purpose}-1`, length: 32 });
}
