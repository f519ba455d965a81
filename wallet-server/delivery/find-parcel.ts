import { FIELD_SUFFIXES, parseFieldNumber, type RecordField } from '#shared/number/field.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { fromDocument, type PurchaseDocument } from '../purchases/purchase-document.ts';
import type { Queryable } from '../storage/sql.ts';

/** What a carrier asks for: the number (or hub's code) that stands for a person, and one field. */
export interface Asked {
  holder: string;
  field: RecordField;
}

/**
 * Reads a suffixed number such as `QX7K2M9T4-06`, or a hub's code such as `30217-06`. A code alone stands for the
 * destination: it is all that is on the label of a parcel that came to the hub.
 */
export function parseAsked(text: string): Asked | null {
  const parsed = parseFieldNumber(text);
  if (parsed) return { holder: parsed.number, field: parsed.field };
  const code = /^(\d{4,8})(?:-(\d{2}))?$/.exec(text.trim());
  if (!code?.[1]) return null;
  if (code[2] === undefined) return { holder: code[1], field: 'destination1' };
  const found = Object.entries(FIELD_SUFFIXES).find(([, suffix]) => suffix === code[2]);
  return found ? { holder: code[1], field: found[0] as RecordField } : null;
}

/**
 * The one open purchase under way that names this holder, order and waybill (S5, S19, S63). A shop that never heard of
 * us told no order number before it was paid: there the hub's code and the waybill prove it, or nothing could ever be
 * forwarded.
 */
export async function findParcel(
  sql: Queryable,
  proof: { holder: string; orderNumber: string; waybill: string },
): Promise<Purchase | null> {
  const rows = await sql<{ document: PurchaseDocument }[]>`
    select document from purchases
    where waybill = ${proof.waybill} and state in ('shipped', 'disputed')
      and (order_number = ${proof.orderNumber} or (order_number is null and funding = 'advanced'))`;
  const found = rows
    .map(row => fromDocument(row.document))
    .filter(purchase => {
      const holder = parseFieldNumber(purchase.deliveryNumber)?.number ?? purchase.deliveryNumber;
      return holder === proof.holder;
    });
  return found.length === 1 ? (found[0] ?? null) : null;
}
