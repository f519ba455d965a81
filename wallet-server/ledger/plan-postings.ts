import type { PurchaseEvent } from '#shared/purchase/event.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { type Account, findHoldAccounts, planTransfers, type Transfer } from '#shared/purchase/transfers.ts';

/** One row of the ledger. */
export interface Posting {
  kind: Transfer['kind'];
  debit: Account;
  credit: Account;
  postedMinor: bigint;
  pendingMinor: bigint;
}

/** What postings do to the two limited accounts of one person: differences, in minor units. */
export interface BalanceMove {
  fundsMinor: bigint;
  fundsHeldMinor: bigint;
  owedMinor: bigint;
  owedPendingMinor: bigint;
}

/** The rows that follow from `event`, which happened to `purchase` (as it was before the event). */
export function planPostings(purchase: Purchase | null, event: PurchaseEvent): Posting[] {
  return planTransfers(purchase, event).map(transfer => {
    if (transfer.kind === 'single')
      return { ...transfer, postedMinor: transfer.amountMinor, pendingMinor: 0n };
    if (transfer.kind === 'pending')
      return { ...transfer, postedMinor: 0n, pendingMinor: transfer.amountMinor };
    if (!purchase) throw new TypeError('nothing is set aside before a purchase is placed');
    const postedMinor = transfer.kind === 'post' ? transfer.amountMinor : 0n;
    return {
      kind: transfer.kind,
      ...findHoldAccounts(purchase),
      postedMinor,
      pendingMinor: -purchase.amountMinor,
    };
  });
}

/** Sums what `postings` do to the limited accounts; null where they touch none. */
export function planMove(postings: readonly Posting[]): BalanceMove | null {
  const move: BalanceMove = { fundsMinor: 0n, fundsHeldMinor: 0n, owedMinor: 0n, owedPendingMinor: 0n };
  for (const { debit, credit, postedMinor, pendingMinor } of postings) {
    if (debit.code === 'person_funds') {
      move.fundsMinor -= postedMinor;
      move.fundsHeldMinor += pendingMinor;
    }
    if (credit.code === 'person_funds') move.fundsMinor += postedMinor;
    if (debit.code === 'person_advances') {
      move.owedMinor += postedMinor;
      move.owedPendingMinor += pendingMinor;
    }
    if (credit.code === 'person_advances') move.owedMinor -= postedMinor;
  }
  return Object.values(move).some(minor => minor !== 0n) ? move : null;
}

/** Which limit `move` may hit, if any: what it takes must be there, what it gives back always may. */
export function findLimit(move: BalanceMove): 'funds_insufficient' | 'credit_insufficient' | null {
  if (move.fundsMinor - move.fundsHeldMinor < 0n) return 'funds_insufficient';
  return move.owedMinor + move.owedPendingMinor > 0n ? 'credit_insufficient' : null;
}
