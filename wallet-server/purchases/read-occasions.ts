import type { Locale } from '#shared/api/locale.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { Queryable } from '../storage/sql.ts';
import { fromDocument, type PurchaseDocument } from './purchase-document.ts';

/** What a letter about a purchase is written from: the purchase as it stands, and how its owner reads. */
export interface Occasion {
  purchase: Purchase;
  locale: Locale;
  /** The person's own limits for codes, in minor units as decimal strings by currency. */
  codeLimits: Readonly<Record<string, string>>;
}

interface Row {
  id: string;
  document: PurchaseDocument;
  locale: Locale;
  code_limits: Record<string, string>;
}

/** Lateral, with a limit, so that people are probed by their index (see `read-order-facts.ts`). */
const STATEMENT = `
  select p.id, p.document, people.locale, people.code_limits
  from purchases p
  join lateral (select locale, code_limits from people where id = p.person_id limit 1) people on true
  where p.id = any($1::uuid[])`;

/** Reads many in one round trip, in the order of `purchaseIds`; letters about one purchase share its reading. */
export async function readOccasions(
  sql: Queryable,
  purchaseIds: readonly string[],
): Promise<(Occasion | null)[]> {
  const rows = await sql.unsafe<Row[]>(STATEMENT, [[...new Set(purchaseIds)]], { prepare: true });
  const found = new Map(
    rows.map(({ id, document, locale, code_limits }) => [
      id,
      { purchase: fromDocument(document), locale, codeLimits: code_limits },
    ]),
  );
  return purchaseIds.map(id => found.get(id) ?? null);
}
