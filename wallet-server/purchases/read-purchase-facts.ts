import type { DeclinedCharge } from '#shared/api/purchase-view.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { MOST_DECLINES_SHOWN } from '../cards/declined-charges.ts';
import type { KeptPasskey } from '../people/verify-passkey-assertion.ts';
import type { Queryable } from '../storage/sql.ts';
import type { KeptCode } from './confirmation-codes.ts';
import { fromDocument, type PurchaseDocument } from './purchase-document.ts';

/** Which purchase: by its id, or by the shop and the number that the shop gave the order. */
export type PurchaseAsk = PurchaseName & {
  /** A passkey to be read along. */
  credentialId?: string | undefined;
  /** Whether what is kept of its confirmation code is read along. */
  withCode?: boolean;
};
type PurchaseName = { purchaseId: string } | { sellerId: string; orderNumber: string };

/** A purchase with what its buyer is shown beside it. */
export interface PurchaseFacts {
  purchase: Purchase;
  /** The person's own limits for codes, in minor units as decimal strings by currency. */
  codeLimits: Readonly<Record<string, string>>;
  /** When the person first confirmed a purchase at this payee. */
  knownSinceMs: number | null;
  /** The newest declined charges on its one-time number, newest first. */
  declines: DeclinedCharge[];
  /** The passkey that was asked for, where there is one. */
  passkey: KeptPasskey | null;
  /** The confirmation code, where it was asked for and there is one. */
  code: KeptCode | null;
}

interface Row {
  document: PurchaseDocument | null;
  code_limits: Record<string, string> | null;
  known_since_ms: bigint | null;
  declines: DeclinedCharge[] | null;
  passkey_of: string | null;
  public_key: Buffer | null;
  counter: bigint | null;
  code_hmac: Buffer | null;
  expires_at_ms: bigint | null;
  tries: number | null;
  used_at_ms: bigint | null;
}

/** Their times are numbers in JSON, their amounts are texts. */
const DECLINES = `(select jsonb_agg(newest order by id desc) from (
      select d.id, d.reason, d.payee_host as "payeeHost", d.amount_minor::text as "amountMinor", d.currency,
        d.declined_at_ms as "declinedAtMs"
      from declined_charges d where d.purchase_id = p.id order by d.id desc limit ${MOST_DECLINES_SHOWN}) newest)`;

/** Lateral, each with a limit, so that every ask is a probe of an index (see `read-order-facts.ts`). */
const STATEMENT = `
  select p.document, people.code_limits,
    (select min(k.confirmed_at_ms) from purchases k where k.person_id = p.person_id
      and k.payee_host = p.payee_host and k.confirmed_at_ms is not null) as known_since_ms,
    case when p.funding = 'advanced' then ${DECLINES} end as declines,
    passkeys.person_id as passkey_of, passkeys.public_key, passkeys.counter,
    codes.code_hmac, codes.expires_at_ms, codes.tries, codes.used_at_ms
  from jsonb_to_recordset($1::text::jsonb)
    as a(seq int, purchase_id uuid, seller_id uuid, order_number text, credential_id text,
      with_code boolean)
  left join lateral (
    select id, person_id, payee_host, funding, document from purchases where id = a.purchase_id
    union all
    select id, person_id, payee_host, funding, document from purchases
    where seller_id = a.seller_id and order_number = a.order_number) p on true
  left join lateral (select code_limits from people where id = p.person_id limit 1) people on true
  left join lateral (
    select person_id, public_key, counter from passkeys where credential_id = a.credential_id limit 1)
    passkeys on true
  left join lateral (
    select code_hmac, expires_at_ms, tries, used_at_ms from confirmation_codes
    where a.with_code and purchase_id = p.id limit 1) codes on true
  order by a.seq`;

/** Reads many purchases in one round trip, in the order of `asks`; null where there is none. */
export async function readPurchaseFacts(
  sql: Queryable,
  asks: readonly PurchaseAsk[],
): Promise<(PurchaseFacts | null)[]> {
  const parameter = JSON.stringify(asks.map((ask, seq) => ({ seq, ...toColumns(ask) })));
  const rows = await sql.unsafe<Row[]>(STATEMENT, [parameter], { prepare: true });
  return rows.map(row => {
    const { document, code_limits, known_since_ms, declines } = row;
    if (document === null) return null;
    return {
      purchase: fromDocument(document),
      codeLimits: code_limits ?? {},
      knownSinceMs: known_since_ms === null ? null : Number(known_since_ms),
      declines: declines ?? [],
      passkey: toPasskey(row),
      code: toCode(row),
    };
  });
}

function toPasskey({ passkey_of, public_key, counter }: Row): KeptPasskey | null {
  if (passkey_of === null || public_key === null) return null;
  return { personId: passkey_of, publicKey: public_key, counter: Number(counter) };
}

function toCode({ code_hmac, expires_at_ms, tries, used_at_ms }: Row): KeptCode | null {
  if (expires_at_ms === null || tries === null) return null;
  return { codeHmac: code_hmac, expiresAtMs: Number(expires_at_ms), tries, isUsed: used_at_ms !== null };
}

function toColumns(ask: PurchaseAsk): object {
  const beside = { credential_id: ask.credentialId, with_code: ask.withCode };
  return 'purchaseId' in ask
    ? { purchase_id: ask.purchaseId, ...beside }
    : { seller_id: ask.sellerId, order_number: ask.orderNumber, ...beside };
}
