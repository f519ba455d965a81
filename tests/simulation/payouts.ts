import { locateMoney } from './money.ts';
import type { Outcome, ReferencePurse } from './purse.ts';

const DAY = 86_400_000;
/** Days after its execution in which the bank should have told of a payout. */
const ANSWER_DAYS = 5;

/** What was set aside to be paid to the shop by one file. */
export interface ReferencePayout {
  /** The bank's name for it; null until the server told it. */
  endToEndId: string | null;
  payoutId: string | null;
  amountMinor: bigint;
  executionDate: string;
  state: 'pending' | 'unanswered' | 'posted' | 'voided';
  /** Whether it was on its way once: one that came back may be told of again, one given up may not. */
  left: boolean;
}

/** What is payable to the one shop: its settled sales less fees, less payouts that did not come back. */
export function countPayable(purse: ReferencePurse, payouts: readonly ReferencePayout[]): bigint {
  const earned = purse.purchases.reduce(
    (sum, { reference }) => sum - locateMoney(reference).seller_payable,
    0n,
  );
  return payouts.reduce((sum, payout) => sum - (payout.state === 'voided' ? 0n : payout.amountMinor), earned);
}

/** Sets aside all that is payable. */
export function preparePayout(
  purse: ReferencePurse,
  payouts: ReferencePayout[],
  executionDate: string,
): Outcome {
  const amountMinor = countPayable(purse, payouts);
  if (amountMinor > 0n)
    payouts.push({
      ...{ endToEndId: null, payoutId: null, amountMinor, executionDate },
      ...{ state: 'pending', left: false },
    });
  return 'done';
}

/** The bank books a payout: `refused` is a booking that a person must look at. */
export function bookPayout(payout: ReferencePayout, amountMinor: bigint, as: 'posted' | 'voided'): Outcome {
  if (amountMinor !== payout.amountMinor) return 'refused';
  if (payout.state === 'voided') return as === 'voided' || payout.left ? 'done' : 'refused';
  payout.left ||= as === 'posted';
  payout.state = as;
  return 'done';
}

/** Only a payout that the bank should have told of long ago is given up. */
export function giveUp(payout: ReferencePayout): Outcome {
  if (payout.state === 'voided') return 'done';
  if (payout.state !== 'unanswered') return 'refused';
  payout.state = 'voided';
  return 'done';
}

/** Time goes on: payouts that the bank should have told of by now are unanswered. */
export function awaitAnswers(payouts: readonly ReferencePayout[], nowMs: number): void {
  const lastDay = new Date(nowMs - (ANSWER_DAYS + 1) * DAY).toISOString().slice(0, 10);
  for (const payout of payouts)
    if (payout.state === 'pending' && payout.executionDate <= lastDay) payout.state = 'unanswered';
}
