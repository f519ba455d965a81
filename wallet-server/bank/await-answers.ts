import { type Currency, isCurrency } from '#shared/money/currency.ts';
import type { Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';

const DAY_MS = 86_400_000;

/** The last day of execution whose payouts the bank should have told of by now (YYYY-MM-DD). */
function findLastDay(nowMs: number, answerDays: number): string {
  return new Date(nowMs - (answerDays + 1) * DAY_MS).toISOString().slice(0, 10);
}

type Awaiting = Pick<Services, 'directory' | 'clock' | 'settings'>;

/**
 * Marks payouts of which the bank said nothing in time. Nothing else changes: their money stays set aside, they keep
 * their EndToEndId, and an answer that comes late still ends them. Returns how many.
 */
export async function markUnanswered({ directory, clock, settings }: Awaiting): Promise<number> {
  const lastDay = findLastDay(clock(), settings.payoutAnswerDays);
  const marked = await directory`
    update payouts set state = 'unanswered'
    where state = 'pending' and batch_id in (select id from payout_batches where execution_date <= ${lastDay})`;
  return marked.count;
}

/** How many payouts the bank should have told of, whether they are marked already or not. */
export async function countUnanswered({ directory, clock, settings }: Awaiting): Promise<number> {
  const lastDay = findLastDay(clock(), settings.payoutAnswerDays);
  const [row] = await directory<{ count: bigint }[]>`
    select count(*) from payouts join payout_batches on payout_batches.id = batch_id
    where state in ('pending', 'unanswered') and execution_date <= ${lastDay}`;
  return Number(row?.count ?? 0n);
}

/** A payout that is not ended, for whoever looks after it: no payee, no account. */
interface OpenPayout {
  payoutId: string;
  batchId: string;
  sellerId: string;
  endToEndId: string;
  currency: Currency;
  amountMinor: string;
  executionDate: string;
  state: 'pending' | 'unanswered';
}

interface Row {
  id: string;
  batch_id: string;
  seller_id: string;
  end_to_end_id: string;
  currency: string;
  amount_minor: bigint;
  execution_date: string;
  state: 'pending' | 'unanswered';
}

const LISTED = 500;

/** Payouts that are under way, those without an answer first, then the oldest. */
export async function listOpenPayouts(sql: Queryable): Promise<OpenPayout[]> {
  const rows = await sql<Row[]>`
    select payouts.id, batch_id, seller_id, end_to_end_id, payouts.currency, amount_minor, execution_date, state
    from payouts join payout_batches on payout_batches.id = batch_id
    where state in ('pending', 'unanswered') order by state desc, payouts.id limit ${LISTED}`;
  return rows.flatMap(({ currency, ...row }) =>
    isCurrency(currency)
      ? [
          {
            ...{ payoutId: row.id, batchId: row.batch_id, sellerId: row.seller_id, currency },
            ...{ endToEndId: row.end_to_end_id, amountMinor: String(row.amount_minor) },
            ...{ executionDate: row.execution_date, state: row.state },
          },
        ]
      : [],
  );
}
