import type { Passkey } from '#shared/api/passkeys.ts';
import type { Handlers } from '../app/handler.ts';
import type { Queryable } from '../storage/sql.ts';
import type { NewPasskey } from './verify-passkey-registration.ts';

/** Of one person, those that rest counted in: as many ways to open a keyring as it has room for, but one. */
export const MOST_PASSKEYS = 7;

/** A passkey as its person sees it; `restsUntilMs` is null where it stands. */
export type HeldPasskey = Omit<Passkey, 'current'>;

interface Row {
  credential_id: string;
  name: string | null;
  added_at_ms: bigint;
  used_at_ms: bigint;
  backed_up: boolean;
  transports: string[];
  ends_at_ms: bigint | null;
}

/** A person's passkeys, oldest first: those that stand, and those whose removal can still be taken back. */
export async function findPasskeys(sql: Queryable, personId: string, nowMs: number): Promise<HeldPasskey[]> {
  const rows = await sql<Row[]>`
    select credential_id, name, added_at_ms, used_at_ms, backed_up, transports, null::bigint as ends_at_ms
    from passkeys where person_id = ${personId}
    union all
    select credential_id, name, added_at_ms, used_at_ms, backed_up, transports, ends_at_ms
    from resting_passkeys where person_id = ${personId} and ends_at_ms > ${nowMs}
    order by added_at_ms, credential_id`;
  return rows.map(row => ({
    credentialId: row.credential_id,
    name: row.name,
    addedAtMs: Number(row.added_at_ms),
    usedAtMs: Number(row.used_at_ms),
    place: findPlace({ backedUp: row.backed_up, transports: row.transports }),
    restsUntilMs: row.ends_at_ms === null ? null : Number(row.ends_at_ms),
  }));
}

/** Where a passkey is, by its backup state and the ways in which its authenticator is reached. */
export function findPlace({
  backedUp,
  transports,
}: Pick<NewPasskey, 'backedUp' | 'transports'>): Passkey['place'] {
  if (backedUp) return 'synced';
  const isKey = transports.some(way => ['usb', 'nfc', 'ble', 'smart-card'].includes(way));
  return isKey && !transports.includes('internal') ? 'security_key' : 'device';
}

/** What a person's passkeys are changed by comes one after the other: nobody is left without one. */
export async function lockPasskeys(tx: Queryable, personId: string): Promise<void> {
  await tx`select 1 from people where id = ${personId} for no key update`;
}

export const PASSKEY_LIST_HANDLERS: Handlers<'listPasskeys'> = {
  async listPasskeys(services, { party: { personId, sessionId } }) {
    const [session] = await services.directory<{ credential_id: string | null }[]>`
      select credential_id from sessions where id = ${sessionId}`;
    const held = await findPasskeys(services.directory, personId, services.clock());
    const passkeys = held.map(each => ({ ...each, current: each.credentialId === session?.credential_id }));
    return { ok: { passkeys } };
  },
};
