import type { Purchase } from '#shared/purchase/purchase.ts';
import {
  type Account,
  type AccountCode,
  findHoldAccounts,
  type Transfer,
} from '#shared/purchase/transfers.ts';
import { isSetAside, leftOf, type ReferencePurchase } from './reference.ts';

/** Where the money of purchases is: what they moved on each account (debits less credits), and what is set aside. */
export type Money = Record<AccountCode | 'set_aside', bigint>;

export function makeMoney(): Money {
  const nothing = { bank: 0n, person_funds: 0n, person_advances: 0n, seller_payable: 0n };
  return { ...nothing, acquirer_settlement: 0n, collections: 0n, fees: 0n, set_aside: 0n };
}

/** Where the requirements put the money of one purchase, told from how it stands and not from what happened. */
export function locateMoney(p: ReferencePurchase): Money {
  const money = makeMoney();
  if (isSetAside(p)) money.set_aside = p.amountMinor;
  if (p.funding === 'held') {
    const fee = (p.sellerMinor * p.feeBasisPoints) / 10_000n;
    money.person_funds = p.sellerMinor;
    money.seller_payable = fee - p.sellerMinor;
    money.fees = -fee;
    return money;
  }
  const borne = leftOf(p);
  money.acquirer_settlement = -borne;
  if (p.billPaid) money.person_funds = borne;
  else if (p.writtenOff) money.collections = borne;
  else money.person_advances = borne;
  return money;
}

/** Posts the transfers of one event, as the ledger does. A second open hold, or a post without one, is an error. */
export function postTransfers(money: Money, before: Purchase | null, transfers: readonly Transfer[]): void {
  for (const transfer of transfers) {
    if (transfer.kind === 'post' || transfer.kind === 'void') endHold(money, before, transfer);
    else if (transfer.kind === 'pending') setAside(money, transfer.amountMinor);
    else move(money, transfer);
  }
}

function setAside(money: Money, amountMinor: bigint): void {
  if (money.set_aside !== 0n) throw new Error('money is set aside twice');
  money.set_aside = amountMinor;
}

type Move = Omit<Extract<Transfer, { debit: Account }>, 'kind'>;

function move(money: Money, { debit, credit, amountMinor }: Move): void {
  money[debit.code] += amountMinor;
  money[credit.code] -= amountMinor;
}

function endHold(
  money: Money,
  before: Purchase | null,
  transfer: Extract<Transfer, { kind: 'post' | 'void' }>,
): void {
  if (money.set_aside === 0n || !before) throw new Error(`${transfer.kind} without money set aside`);
  if (transfer.kind === 'post') {
    if (transfer.amountMinor > money.set_aside) throw new Error('more is posted than was set aside');
    move(money, { ...findHoldAccounts(before), amountMinor: transfer.amountMinor });
  }
  money.set_aside = 0n;
}
