import type { Services } from '../app/services.ts';
import { transact } from '../storage/transact.ts';

const DAY_MS = 86_400_000;
/** No statement takes that long: what is posted later has a later time. */
const SETTLED_AFTER_MS = 3_600_000;

/** The end of the last day that nobody posts to any more. */
export function findClosingTime(nowMs: number): number {
  return Math.floor((nowMs - SETTLED_AFTER_MS) / DAY_MS) * DAY_MS - 1;
}

/**
 * Writes down what each account that moved came to at the end of the day, once, whoever does it first. A closing only
 * spares additions: the postings stay, and `readTrialBalance` adds up all of them.
 * @returns how many accounts.
 */
export async function closeBooks({
  directory,
  clock,
}: Pick<Services, 'directory' | 'clock'>): Promise<number> {
  const nowMs = clock();
  const throughMs = findClosingTime(nowMs);
  return await transact(directory, async tx => {
    const [last] = await tx<{ through_ms: bigint | null }[]>`
      select max(through_ms) as through_ms from book_closings`;
    const fromMs = last?.through_ms ?? null;
    if (fromMs !== null && Number(fromMs) >= throughMs) return 0;
    const taken = await tx`
      insert into book_closings (through_ms, closed_at_ms) values (${throughMs}, ${nowMs}) on conflict do nothing`;
    if (taken.count === 0) return 0;
    const closed = await tx`
      with moved as (
        select owner, code, currency, sum(debited) as debited, sum(credited) as credited,
          sum(debit_pending) as debit_pending, sum(credit_pending) as credit_pending
        from (
          select debit_owner as owner, debit_code as code, currency, posted_minor as debited, 0 as credited,
            pending_minor as debit_pending, 0 as credit_pending
          from transfers where at_ms > ${fromMs ?? -1n} and at_ms <= ${throughMs}
          union all
          select credit_owner, credit_code, currency, 0, posted_minor, 0, pending_minor
          from transfers where at_ms > ${fromMs ?? -1n} and at_ms <= ${throughMs}) as sides
        group by owner, code, currency)
      insert into account_closings (owner, code, currency, through_ms, debited_minor, credited_minor,
        debit_pending_minor, credit_pending_minor)
      select moved.owner, moved.code, moved.currency, ${throughMs}::bigint,
        moved.debited + coalesce(before.debited_minor, 0), moved.credited + coalesce(before.credited_minor, 0),
        moved.debit_pending + coalesce(before.debit_pending_minor, 0),
        moved.credit_pending + coalesce(before.credit_pending_minor, 0)
      from moved left join lateral (
        select * from account_closings a where a.owner = moved.owner and a.code = moved.code
          and a.currency = moved.currency order by through_ms desc limit 1) before on true`;
    return closed.count;
  });
}
