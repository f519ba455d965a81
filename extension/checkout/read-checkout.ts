import { isCurrencyCode } from './currencies.ts';
import { readDataLayer } from './read-data-layer.ts';
import type { ReadFrom } from './read-from.ts';
import { readPayee } from './read-payee.ts';
import type { Price } from './read-price.ts';
import { readStructured } from './read-structured.ts';
import { type PageTotal, readTotals } from './read-totals.ts';

export interface CheckoutReading {
  /** Null where the page says no name: its host is no name. */
  payeeName: string | null;
  payeeFrom: ReadFrom | null;
  /** Plain decimal such as `48.50`; null where the page shows none. */
  amount: string | null;
  /** ISO 4217. */
  currency: string | null;
  amountFrom: ReadFrom | null;
  /** 0 to 1: how surely the amount is what the person will pay. */
  amountConfidence: number;
  orderNumber: string | null;
  orderNumberFrom: ReadFrom | null;
}

/** From this on a label names the final sum, and what is seen counts before what a tag manager is told. */
const SURE = 0.9;

/** What the page shows about the order. All of it is the page's own word: to be shown, edited and never trusted. */
export function readCheckout(document: Document): CheckoutReading {
  const structured = readStructured(document);
  const pushed = readDataLayer(document);
  const page = readTotals(document);
  const payee = readPayee(document, structured);
  const told = structured.orderNumber ?? pushed.orderNumber;
  const orderNumber = told ?? page.orderNumber;
  return {
    ...{ payeeName: payee?.name ?? null, payeeFrom: payee?.from ?? null },
    ...chooseAmount(structured, pushed, page.total),
    ...{ orderNumber, orderNumberFrom: told ? 'order_data' : orderNumber ? 'text' : null },
  };
}

type Amount = Pick<CheckoutReading, 'amount' | 'currency' | 'amountFrom' | 'amountConfidence'>;

/** Order data of schema.org first, then a surely labelled total that is seen, then what a tag manager is told. */
function chooseAmount(structured: Price, pushed: Price, total: PageTotal | null): Amount {
  const seen = total?.currency ?? null;
  if (structured.amount !== null) return fromData(structured, seen, 1);
  if (total && (total.confidence >= SURE || pushed.amount === null)) {
    const currency = keepCurrency(seen ?? pushed.currency ?? structured.currency);
    return { amount: total.amount, currency, amountFrom: 'text', amountConfidence: total.confidence };
  }
  if (pushed.amount !== null) return fromData(pushed, seen, 0.8);
  return { amount: null, currency: null, amountFrom: null, amountConfidence: 0 };
}

function fromData({ amount, currency }: Price, seen: string | null, amountConfidence: number): Amount {
  return { amount, currency: keepCurrency(currency ?? seen), amountFrom: 'order_data', amountConfidence };
}

function keepCurrency(currency: string | null): string | null {
  return currency && isCurrencyCode(currency) ? currency : null;
}
