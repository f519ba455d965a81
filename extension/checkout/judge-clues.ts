import type { CheckoutClues } from './checkout-clues.ts';
import { isCurrencyCode } from './currencies.ts';
import { judgeOrderData } from './judge-order-data.ts';
import { type DataLayerOrder, readPushedOrder } from './judge-pushed.ts';
import { judgeTotals, NOW, type PageTotal } from './judge-totals.ts';
import { namePayee } from './name-payee.ts';
import type { ReadFrom } from './read-from.ts';
import type { Price } from './read-price.ts';

export interface CheckoutReading {
  /** Null where the page says no name: its host is no name. */
  payeeName: string | null;
  payeeFrom: ReadFrom | null;
  /** Plain decimal such as `48.50`; null where the page shows none. */
  amount: string | null;
  /** ISO 4217. */
  currency: string | null;
  amountFrom: ReadFrom | null;
  orderNumber: string | null;
  orderNumberFrom: ReadFrom | null;
}

/** From this on a label names the final sum, and what is seen counts before what a tag manager is told. */
const SURE = 0.9;
const LONGEST_ORDER_NUMBER = 64;
const NOTHING_PUSHED: DataLayerOrder = { amount: null, currency: null, orderNumber: null };

/** What `clues` say of the order at `host`. All of it is the page's own word: to be shown, edited and never trusted. Pure. */
export function judgeClues(clues: CheckoutClues, host: string): CheckoutReading {
  const structured = judgeOrderData(clues);
  const pushed = clues.pushed === null ? NOTHING_PUSHED : readPushedOrder(clues.pushed);
  const page = judgeTotals(clues);
  const payee = namePayee({ ...clues, host, orderData: structured.sellers });
  const told = structured.orderNumber ?? pushed.orderNumber;
  const orderNumber = (told ?? page.orderNumber)?.trim().slice(0, LONGEST_ORDER_NUMBER) || null;
  return {
    ...{ payeeName: payee?.name ?? null, payeeFrom: payee?.from ?? null },
    ...chooseAmount(structured, pushed, page.total),
    ...{ orderNumber, orderNumberFrom: told ? 'order_data' : orderNumber ? 'text' : null },
  };
}

type Amount = Pick<CheckoutReading, 'amount' | 'currency' | 'amountFrom'>;

/** What is taken now where the page says so, then order data of schema.org, a surely labelled total that is seen, what a tag manager is told. */
function chooseAmount(structured: Price, pushed: Price, total: PageTotal | null): Amount {
  const seen = total?.currency ?? null;
  if (structured.amount !== null && total?.confidence !== NOW) return fromData(structured, seen);
  if (total && (total.confidence >= SURE || pushed.amount === null)) {
    const currency = keepCurrency(seen ?? pushed.currency ?? structured.currency);
    return { amount: total.amount, currency, amountFrom: 'text' };
  }
  if (pushed.amount !== null) return fromData(pushed, seen);
  return { amount: null, currency: null, amountFrom: null };
}

function fromData({ amount, currency }: Price, seen: string | null): Amount {
  return { amount, currency: keepCurrency(currency ?? seen), amountFrom: 'order_data' };
}

function keepCurrency(currency: string | null): string | null {
  return currency && isCurrencyCode(currency) ? currency : null;
}
