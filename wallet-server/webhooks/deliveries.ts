import type { WebhookDelivery, WebhookEvent } from '#shared/api/sellers.ts';
import type { Queryable } from '../storage/sql.ts';

interface Row {
  id: string;
  seller_id: string;
  event: string;
  order_number: string;
  body: WebhookEvent;
  state: WebhookDelivery['state'];
  attempts: number;
  last_status: number | null;
  created_at_ms: bigint;
  next_attempt_at_ms: bigint | null;
}

/** A message as it is kept, with what is sent. */
export interface KeptDelivery extends WebhookDelivery {
  sellerId: string;
  body: WebhookEvent;
}

function toDelivery(row: Row): KeptDelivery {
  const { id, event, state, attempts, body } = row;
  return {
    ...{ id, event, state, attempts, body, sellerId: row.seller_id, orderNumber: row.order_number },
    lastStatus: row.last_status,
    createdAtMs: Number(row.created_at_ms),
    nextAttemptAtMs: row.next_attempt_at_ms === null ? null : Number(row.next_attempt_at_ms),
  };
}

/** The message of this id, or null. */
export async function findDelivery(sql: Queryable, id: string): Promise<KeptDelivery | null> {
  const [row] = await sql<Row[]>`select * from webhook_deliveries where id = ${id}`;
  return row ? toDelivery(row) : null;
}

const LISTED = 100;

/** The newest messages to a shop. */
export async function listDeliveries(sql: Queryable, sellerId: string): Promise<KeptDelivery[]> {
  const rows = await sql<Row[]>`
    select * from webhook_deliveries where seller_id = ${sellerId}
    order by created_at_ms desc, id desc limit ${LISTED}`;
  return rows.map(toDelivery);
}

/** Writes down how one attempt ended; one that failed beside another that arrived makes nothing of it undelivered. */
export async function keepAttempt(
  sql: Queryable,
  id: string,
  attempt: Pick<WebhookDelivery, 'state' | 'lastStatus' | 'nextAttemptAtMs'>,
): Promise<void> {
  await sql`
    update webhook_deliveries set attempts = attempts + 1,
      state = case when state = 'delivered' then state else ${attempt.state} end,
      last_status = case when state = 'delivered' and ${attempt.state} <> 'delivered' then last_status
        else ${attempt.lastStatus}::int end,
      next_attempt_at_ms = case when state = 'delivered' then null else ${attempt.nextAttemptAtMs}::bigint end
    where id = ${id}`;
}
