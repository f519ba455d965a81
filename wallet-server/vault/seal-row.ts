import { open, seal } from '../app/seal.ts';
import type { Random } from '../app/services.ts';
import { digestEnvelope, type Envelope, type StoreName } from './envelope.ts';
import { isCommitted } from './key-shares.ts';
import type { StoredRow } from './store.ts';
import type { StoreKeys } from './store-keys.ts';

/** What a row of a store turned out to be: whole, with its share (empty in a tombstone); damaged; or of a key that we lack. */
export type CheckedRow =
  | { state: 'whole'; row: StoredRow; share: Uint8Array }
  | { state: 'damaged'; row: StoredRow }
  | { state: 'locked'; row: StoredRow };

const placeOf = (store: StoreName, envelope: Envelope) => `vault-share:${store}:${digestEnvelope(envelope)}`;

/** An envelope with the share of one store, sealed by that store's key to exactly this envelope. */
export function sealRow(
  store: StoreName,
  { envelope, share }: { envelope: Envelope; share: Uint8Array },
  { keys, random }: { keys: StoreKeys; random: Random },
): StoredRow {
  const { id, key } = keys.current();
  return {
    ...envelope,
    keyId: id,
    sealedShare: seal(share, { key, place: placeOf(store, envelope) }, random),
  };
}

/** Checks every bit of a row: the seal covers the envelope, the commitment covers the share. */
export function checkRow(store: StoreName, personId: string, row: StoredRow, keys: StoreKeys): CheckedRow {
  if (row.personId !== personId) return { state: 'damaged', row };
  const place = placeOf(store, row);
  for (const { key } of keys.candidates(row.keyId)) {
    const share = tryOpen(row.sealedShare, key, place);
    if (share === null) continue;
    const sound = row.erased ? share.length === 0 : isCommitted(share, row, store);
    return sound ? { state: 'whole', row, share } : { state: 'damaged', row };
  }
  return { state: keys.lacks(row.keyId) ? 'locked' : 'damaged', row };
}

function tryOpen(sealed: Uint8Array, key: Uint8Array, place: string): Uint8Array | null {
  try {
    return open(sealed, { key, place });
  } catch {
    return null;
  }
}
