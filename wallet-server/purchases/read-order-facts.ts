import type { Purchase } from '#shared/purchase/purchase.ts';
import type { Queryable } from '../storage/sql.ts';
import { fromDocument, type PurchaseDocument } from './purchase-document.ts';

/** A member shop's order before it is placed; the buyer is named by active number or by the index of an address. */
export interface OrderAsk {
  sellerId: string;
  orderNumber: string;
  buyer: { number: string } | { addressIndex: Uint8Array };
}

/** What is there already. */
export interface OrderFacts {
  seller: { host: string; name: string } | null;
  buyer: { personId: string; number: string } | null;
  /** The order that the shop gave this number before. */
  known: Purchase | null;
}

interface Row {
  host: string | null;
  name: string | null;
  person_id: string | null;
  number: string | null;
  document: PurchaseDocument | null;
}

/**
 * Lateral, each with a limit, so that every ask is a probe of an index: of a list of unknown length the planner reads
 * whole tables of people and numbers, until there are a hundred thousand.
 */
const STATEMENT = `
  select sellers.host, sellers.name, active.person_id, active.number, p.document
  from jsonb_to_recordset($1::text::jsonb)
    as a(seq int, seller_id uuid, order_number text, number text, address_index text)
  left join lateral (select host, name from sellers where id = a.seller_id limit 1) sellers on true
  left join lateral (
    select person_id, number from numbers
    where retired_at_ms is null and number = coalesce(a.number, (
      select n.number from numbers n where n.retired_at_ms is null and n.person_id = (
        select id from people where address_index = decode(a.address_index, 'hex'))))
    limit 1) active on true
  left join lateral (
    select document from purchases
    where seller_id = a.seller_id and order_number = a.order_number limit 1) p on true
  order by a.seq`;

/** Reads what many orders need in one round trip, in the order of `asks`. */
export async function readOrderFacts(sql: Queryable, asks: readonly OrderAsk[]): Promise<OrderFacts[]> {
  const parameter = JSON.stringify(asks.map((ask, seq) => ({ seq, ...toColumns(ask) })));
  const rows = await sql.unsafe<Row[]>(STATEMENT, [parameter], { prepare: true });
  return rows.map(({ host, name, person_id, number, document }) => ({
    seller: host === null || name === null ? null : { host, name },
    buyer: person_id === null || number === null ? null : { personId: person_id, number },
    known: document && fromDocument(document),
  }));
}

function toColumns({ sellerId, orderNumber, buyer }: OrderAsk): object {
  const named =
    'number' in buyer
      ? { number: buyer.number }
      : { address_index: Buffer.from(buyer.addressIndex).toString('hex') };
  return { seller_id: sellerId, order_number: orderNumber, ...named };
}
