import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** A carrier or operator that the settings name: its key is kept as a hash only. */
export interface KeyHolder {
  id: string;
  name: string;
  /** SHA-256 of the key, hex. */
  keyHash: string;
}

/** Secrets and keys of parties that are no members. */
export interface OutsideKeys {
  carriers: readonly KeyHolder[];
  operators: readonly KeyHolder[];
  /** `whsec_…`, by which issuer processor and bank sign (Standard Webhooks); null admits nobody. */
  issuerSecret: string | null;
  bankSecret: string | null;
}

export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Who holds `key`; keys are 32 bytes of chance, so comparing hashes tells nobody anything. */
export function findKeyHolder(holders: readonly KeyHolder[], key: string): KeyHolder | null {
  const hash = hashKey(key);
  return holders.find(holder => holder.keyHash === hash) ?? null;
}

/** The id of a message whose signature over the raw body holds and is fresh (Standard Webhooks); null otherwise. */
export function verifySignature(
  secret: string | null,
  rawBody: string,
  headers: Record<string, string>,
): string | null {
  if (secret === null) return null;
  try {
    new Webhook(secret).verify(rawBody, headers);
    return headers['webhook-id'] ?? null;
  } catch {
    return null;
  }
}
