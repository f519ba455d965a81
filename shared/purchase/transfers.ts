import type { PurchaseEvent } from './event.ts';
import type { Purchase } from './purchase.ts';

/**
 * Accounts of the ledger, each in one currency. `person_funds` is what we owe a person and `person_advances` what a
 * person owes us: these two have limits. The others are sums of postings.
 */
export type AccountCode =
  | 'bank'
  | 'person_funds'
  | 'person_advances'
  | 'seller_payable'
  | 'acquirer_settlement'
  | 'fees'
  | 'collections';

/** `ownerId` is a person's or seller's id, or `house` for our own accounts. */
export interface Account {
  code: AccountCode;
  ownerId: string;
}

/**
 * One transfer: `pending` sets an amount aside, `post` makes (part of) a pending one final and frees the rest,
 * `void` frees all of it, `single` posts at once. A purchase has at most one pending transfer open.
 */
export type Transfer =
  | { kind: 'pending' | 'single'; debit: Account; credit: Account; amountMinor: bigint }
  | { kind: 'post'; amountMinor: bigint }
  | { kind: 'void' };

const BANK: Account = { code: 'bank', ownerId: 'house' };
const ACQUIRER: Account = { code: 'acquirer_settlement', ownerId: 'house' };
const FEES: Account = { code: 'fees', ownerId: 'house' };
const COLLECTIONS: Account = { code: 'collections', ownerId: 'house' };

/** The transfer that a bank's notice of an incoming payment posts: what the bank holds, we owe the person. */
export function planDeposit(personId: string, amountMinor: bigint): Transfer {
  return { kind: 'single', debit: BANK, credit: { code: 'person_funds', ownerId: personId }, amountMinor };
}

/** The transfers that follow from `event`, which happened to `purchase` (as it was before the event). */
export function planTransfers(purchase: Purchase | null, event: PurchaseEvent): Transfer[] {
  if (!purchase) return [];
  const funds: Account = { code: 'person_funds', ownerId: purchase.personId };
  const advances: Account = { code: 'person_advances', ownerId: purchase.personId };
  switch (event.type) {
    case 'identity_confirmed':
      return [{ kind: 'pending', ...findHoldAccounts(purchase), amountMinor: purchase.amountMinor }];
    case 'charge_cleared':
      return [{ kind: 'post', amountMinor: event.amountMinor }];
    case 'settled':
      return [{ kind: 'post', amountMinor: event.sellerMinor }, ...planFee(purchase, event.feeMinor)];
    case 'cancelled':
    case 'expired':
      return purchase.state === 'identity_confirmed' ? [{ kind: 'void' }] : [];
    case 'refunded':
      return isHolding(purchase) ? [{ kind: 'void' }] : [];
    case 'charge_refunded':
      return [
        {
          kind: 'single',
          debit: ACQUIRER,
          credit: { funds, advance: advances, collections: COLLECTIONS }[event.to],
          amountMinor: event.amountMinor,
        },
      ];
    case 'bill_settled':
      return planPositive({ kind: 'single', debit: funds, credit: advances, amountMinor: event.amountMinor });
    case 'bill_written_off':
      return planPositive({
        kind: 'single',
        debit: COLLECTIONS,
        credit: advances,
        amountMinor: event.amountMinor,
      });
    default:
      return [];
  }
}

/** The shop gives the fee out of what it was just paid. */
function planFee(purchase: Purchase, amountMinor: bigint): Transfer[] {
  const { credit } = findHoldAccounts(purchase);
  return planPositive({ kind: 'single', debit: credit, credit: FEES, amountMinor });
}

function planPositive(transfer: Extract<Transfer, { kind: 'pending' | 'single' }>): Transfer[] {
  return transfer.amountMinor > 0n ? [transfer] : [];
}

/** Between which accounts the one pending transfer of `purchase` stands, and is posted or voided. */
export function findHoldAccounts(purchase: Purchase): { debit: Account; credit: Account } {
  const ownerId = purchase.personId;
  if (purchase.funding === 'advanced')
    return { debit: { code: 'person_advances', ownerId }, credit: ACQUIRER };
  if (purchase.sellerId === null) throw new TypeError('a held purchase has a seller');
  return {
    debit: { code: 'person_funds', ownerId },
    credit: { code: 'seller_payable', ownerId: purchase.sellerId },
  };
}

/** Whether the pending transfer made at confirmation is still open. */
function isHolding(purchase: Purchase): boolean {
  if (purchase.funding === 'held') return true;
  return purchase.charge === null || purchase.charge.clearedAtMs === null;
}
