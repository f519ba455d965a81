import type { Seller } from '#shared/api/sellers.ts';
import type { Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';
import { hashApiKey, openWebhookSecret } from './keys.ts';

export interface SellerRow {
  id: string;
  person_id: string;
  name: string;
  host: string;
  webhook_url: string | null;
  terms_version: string;
  certified_at_ms: bigint;
}

export function toSeller(row: SellerRow): Seller {
  return {
    id: row.id,
    name: row.name,
    host: row.host,
    webhookUrl: row.webhook_url,
    termsVersion: row.terms_version,
    certifiedAtMs: Number(row.certified_at_ms),
  };
}

const FIND_BY_API_KEY = `
  select (select id from sellers where api_key_hash = decode(a.api_key_hash, 'hex')) as id
  from jsonb_to_recordset($1::text::jsonb) as a(seq int, api_key_hash text) order by a.seq`;

/** Whose keys these are, in their order: the shop's id, or null. */
export async function findSellersByApiKey(
  sql: Queryable,
  apiKeys: readonly string[],
): Promise<(string | null)[]> {
  const asked = apiKeys.map((apiKey, seq) => ({ seq, api_key_hash: hashApiKey(apiKey).toString('hex') }));
  const parameters = [JSON.stringify(asked)];
  const rows = await sql.unsafe<{ id: string | null }[]>(FIND_BY_API_KEY, parameters, { prepare: true });
  return rows.map(({ id }) => id);
}

/** Whether the shop belongs to the person. */
export async function isSellerOf(sql: Queryable, sellerId: string, personId: string): Promise<boolean> {
  const [row] = await sql`select 1 from sellers where id = ${sellerId} and person_id = ${personId}`;
  return row !== undefined;
}

/** Where a shop's messages go and the `whsec_` secret they are signed with; null where it takes none. */
export async function getWebhookTarget(
  services: Pick<Services, 'directory' | 'settings'>,
  sellerId: string,
): Promise<{ url: string; secret: string } | null> {
  const [row] = await services.directory<{ webhook_url: string | null; webhook_secret_sealed: Buffer }[]>`
    select webhook_url, webhook_secret_sealed from sellers where id = ${sellerId}`;
  if (!row || row.webhook_url === null) return null;
  return { url: row.webhook_url, secret: openWebhookSecret(services, sellerId, row.webhook_secret_sealed) };
}
