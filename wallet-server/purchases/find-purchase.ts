import type { Purchase } from '#shared/purchase/purchase.ts';
import type { Queryable } from '../storage/sql.ts';
import { fromDocument, type PurchaseDocument } from './purchase-document.ts';

interface Row {
  document: PurchaseDocument;
}
const toPurchases = (rows: readonly Row[]) => rows.map(row => fromDocument(row.document));

/** The purchase as it stands, or null. */
export async function findPurchase(sql: Queryable, purchaseId: string): Promise<Purchase | null> {
  const [row] = await sql<Row[]>`select document from purchases where id = ${purchaseId}`;
  return row ? fromDocument(row.document) : null;
}

/** The same, locked until the transaction ends: whoever changes a purchase reads it so. */
export async function lockPurchase(tx: Queryable, purchaseId: string): Promise<Purchase | null> {
  const [row] = await tx<Row[]>`select document from purchases where id = ${purchaseId} for update`;
  return row ? fromDocument(row.document) : null;
}

/** The order that `sellerId` calls `orderNumber`. */
export async function findOrder(
  sql: Queryable,
  sellerId: string,
  orderNumber: string,
): Promise<Purchase | null> {
  const [row] = await sql<Row[]>`
    select document from purchases where seller_id = ${sellerId} and order_number = ${orderNumber}`;
  return row ? fromDocument(row.document) : null;
}

/** Whose purchases a list is of. */
export type Owner = { personId: string } | { sellerId: string };

function ownedBy(sql: Queryable, owner: Owner) {
  return 'personId' in owner ? sql`person_id = ${owner.personId}` : sql`seller_id = ${owner.sellerId}`;
}

/** Newest first; `before` is the id of the last one seen. */
export async function listPurchases(
  sql: Queryable,
  owner: Owner,
  page: { before?: string | undefined; limit: number },
): Promise<Purchase[]> {
  const older = page.before === undefined ? sql`` : sql`and id < ${page.before}`;
  return toPurchases(
    await sql<Row[]>`
      select document from purchases where ${ownedBy(sql, owner)} ${older} order by id desc limit ${page.limit}`,
  );
}

/** Ids and versions of the newest purchases: what a stream compares with what it has sent. */
export async function listVersions(
  sql: Queryable,
  owner: Owner,
  limit: number,
): Promise<Array<{ id: string; version: number }>> {
  return await sql<Array<{ id: string; version: number }>>`
    select id, version from purchases where ${ownedBy(sql, owner)} order by id desc limit ${limit}`;
}

/** Those of `ids` that exist, oldest first. */
export async function findPurchases(sql: Queryable, ids: readonly string[]): Promise<Purchase[]> {
  if (ids.length === 0) return [];
  return toPurchases(await sql<Row[]>`select document from purchases where id in ${sql(ids)} order by id`);
}

/** Open bills of a person in one currency, oldest first. */
export async function listBilled(sql: Queryable, personId: string, currency: string): Promise<Purchase[]> {
  return toPurchases(
    await sql<Row[]>`
      select document from purchases
      where person_id = ${personId} and state = 'received' and document->>'currency' = ${currency} order by id`,
  );
}
