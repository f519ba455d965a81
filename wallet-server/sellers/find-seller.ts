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

/** The shop of this id; null where there is none. */
export async function findSeller(sql: Queryable, sellerId: string): Promise<Seller | null> {
  const [row] = await sql<SellerRow[]>`
    select id, person_id, name, host, webhook_url, terms_version, certified_at_ms
    from sellers where id = ${sellerId}`;
  return row ? toSeller(row) : null;
}

/** Whose key this is: the shop's id, or null. */
export async function findSellerByApiKey(sql: Queryable, apiKey: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    select id from sellers where api_key_hash = ${hashApiKey(apiKey)}`;
  return row?.id ?? null;
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
