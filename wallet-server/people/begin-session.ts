import type { SessionTokens } from '#shared/api/people.ts';
import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';
import { issueTokens } from './session-tokens.ts';

/**
 * Begins a session on the device whose key has the thumbprint `jkt`; a device that is known keeps its id. It ends with
 * the passkey that began it: one that is gone begins none (a foreign key is violated).
 */
export async function beginSession(
  sql: Queryable,
  services: Pick<Services, 'clock' | 'random'>,
  device: { personId: string; name: string; jkt: string; credentialId: string },
): Promise<SessionTokens> {
  const nowMs = services.clock();
  const { personId, credentialId } = device;
  const [kept] = await sql<{ id: string }[]>`
    insert into devices (id, person_id, name, jkt, credential_id, added_at_ms, seen_at_ms)
    values (${makeId(services)}, ${personId}, ${device.name}, ${device.jkt}, ${credentialId}, ${nowMs}, ${nowMs})
    on conflict (person_id, jkt) do update set name = excluded.name, seen_at_ms = excluded.seen_at_ms,
      credential_id = excluded.credential_id
    returning id`;
  if (!kept) throw new Error('a device was not kept');
  const sessionId = makeId(services);
  await sql`
    insert into sessions (id, person_id, device_id, credential_id, began_at_ms)
    values (${sessionId}, ${personId}, ${kept.id}, ${credentialId}, ${nowMs})`;
  return await issueTokens(sql, services, sessionId);
}
