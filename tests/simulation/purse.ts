import type { PurchaseCommand } from '#shared/purchase/command.ts';
import { locateMoney } from './money.ts';
import { doReference, type ReferencePurchase } from './reference.ts';

export type Outcome = 'done' | 'refused';

/** A purchase beside what names it on the server: bills are paid in the order of ids. */
export interface Owned {
  view: { id: string };
  reference: ReferencePurchase;
}

/** What one person paid in, told from how their purchases stand. */
export interface ReferencePurse {
  paidInMinor: bigint;
  /** Every purchase that the person ever made. */
  purchases: Owned[];
}

/** What the person may still spend: paid in, less what was paid out of it and what is set aside. */
export function countAvailable({ paidInMinor, purchases }: ReferencePurse): bigint {
  return purchases.reduce((left, { reference }) => {
    const { person_funds, set_aside } = locateMoney(reference);
    return left - person_funds - (reference.funding === 'held' ? set_aside : 0n);
  }, paidInMinor);
}

/** Does `command` to one purchase of the person, as far as the money for it is there. */
export function doInPurse(
  purse: ReferencePurse,
  reference: ReferencePurchase,
  command: PurchaseCommand,
  nowMs: number,
): Outcome {
  const holds = command.type === 'confirm' && reference.funding === 'held';
  if (holds && countAvailable(purse) < reference.amountMinor) return 'refused';
  const before = reference.billMinor === null ? 'unbilled' : reference.state;
  const outcome = doReference(reference, command, nowMs);
  // A bill is paid at once where there is money for it, and else when money comes.
  if (reference.state === 'received' && before !== 'received' && command.type !== 'withdraw_dispute')
    payBill(purse, reference, nowMs);
  return outcome;
}

function payBill(purse: ReferencePurse, reference: ReferencePurchase, nowMs: number): boolean {
  if (reference.billMinor === null || countAvailable(purse) < reference.billMinor) return false;
  doReference(reference, { type: 'settle_bill' }, nowMs);
  return true;
}

/** Money comes in: open bills are paid, oldest first, until one is more than what is left. */
export function payIn(purse: ReferencePurse, amountMinor: bigint, nowMs: number): void {
  purse.paidInMinor += amountMinor;
  const billed = purse.purchases.filter(({ reference }) => reference.state === 'received');
  billed.sort((a, b) => (a.view.id < b.view.id ? -1 : 1));
  for (const { reference } of billed) if (!payBill(purse, reference, nowMs)) return;
}
