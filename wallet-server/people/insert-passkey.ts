import type { Transaction } from '../storage/sql.ts';
import type { NewPasskey } from './verify-passkey-registration.ts';

interface AddedPasskey {
  personId: string;
  passkey: NewPasskey;
  /** What the device calls itself on which it was made. */
  name: string;
  /** The passkey that confirmed it; null for the first. */
  addedWith: string | null;
  nowMs: number;
}

/** Keeps a passkey; one that is known already violates the table's key. */
export async function insertPasskey(tx: Transaction, added: AddedPasskey): Promise<void> {
  const { personId, passkey, name, addedWith, nowMs } = added;
  await tx`
    insert into passkeys (credential_id, person_id, public_key, counter, transports, backed_up, name, added_with,
      added_at_ms, used_at_ms)
    values (${passkey.credentialId}, ${personId}, ${Buffer.from(passkey.publicKey)}, ${passkey.counter},
      ${tx.json(passkey.transports)}, ${passkey.backedUp}, ${name}, ${addedWith}, ${nowMs}, ${nowMs})`;
}
