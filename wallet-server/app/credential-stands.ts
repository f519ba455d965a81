import type { Queryable } from '../storage/sql.ts';
import type { PartyIdentity } from './handler.ts';

/**
 * Whether what a stream was opened by is still good: sessions end before their tokens do, and the key of a shop, which
 * has no end, is replaced.
 */
export async function credentialStands(
  sql: Queryable,
  party: PartyIdentity['session'] | PartyIdentity['seller'],
): Promise<boolean> {
  const by = 'by' in party ? party.by : { sessionId: party.sessionId };
  if ('sessionId' in by) return (await sql`select 1 from sessions where id = ${by.sessionId}`).count === 1;
  return (await sql`select 1 from sellers where api_key_hash = ${by.apiKeyHash}`).count === 1;
}
