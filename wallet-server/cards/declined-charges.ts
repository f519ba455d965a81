import type { IssuerMessage } from '#shared/api/outside.ts';
import type { DeclinedCharge } from '#shared/api/purchase-view.ts';
import type { DeclineReason } from '#shared/card/decline-reason.ts';
import { type Currency, findCurrencyByNumeric } from '#shared/money/currency.ts';
import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import type { NetworkAnswer } from '../purchases/commit-record.ts';
import type { Queryable } from '../storage/sql.ts';
import { readHost } from './read-host.ts';

/** More are answered and not kept: a merchant that tries on and on fills nothing. */
export const MOST_DECLINES_KEPT = 20;
/** How many the owner is shown. */
export const MOST_DECLINES_SHOWN = 5;

/** A declined charge, to be kept for the owner of the purchase with the answer to the network. */
export function planDecline(
  services: Pick<Services, 'clock' | 'random'>,
  { purchaseId, reason }: { purchaseId: string; reason: DeclineReason },
  message: IssuerMessage,
): NonNullable<NetworkAnswer['decline']> {
  const payeeHost = readHost(message.cardAcceptorUrl);
  const currency = findCurrencyByNumeric(message.currencyCodeTransaction);
  const charge = { payeeHost, amountMinor: BigInt(message.amountTransaction), currency };
  return { id: makeId(services), purchaseId, reason, charge };
}

/** The newest declined charges of each purchase, newest first. */
export async function listDeclines(
  sql: Queryable,
  purchaseIds: readonly string[],
): Promise<Map<string, DeclinedCharge[]>> {
  interface Row {
    purchase_id: string;
    reason: DeclineReason;
    payee_host: string | null;
    amount_minor: bigint;
    currency: Currency | null;
    declined_at_ms: bigint;
  }
  const rows = await sql<Row[]>`
    select * from declined_charges where purchase_id in ${sql(purchaseIds)} order by id desc`;
  const declines = new Map<string, DeclinedCharge[]>();
  for (const row of rows) {
    const kept = declines.get(row.purchase_id) ?? [];
    if (kept.length >= MOST_DECLINES_SHOWN) continue;
    const { reason, payee_host: payeeHost, currency } = row;
    const declinedAtMs = Number(row.declined_at_ms);
    const amountMinor = row.amount_minor.toString();
    declines.set(row.purchase_id, [...kept, { reason, payeeHost, currency, amountMinor, declinedAtMs }]);
  }
  return declines;
}
