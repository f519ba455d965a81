import { isCurrencyCode } from './currencies.ts';
import { readStructured } from './read-structured.ts';
import { readTotals } from './read-totals.ts';

/** Where a value was read: shown to the owner with it. */
export type ReadFrom = 'structured' | 'page' | 'host';

export interface CheckoutReading {
  payeeName: string;
  payeeFrom: ReadFrom;
  /** Plain decimal such as `48.50`; null where the page shows none. */
  amount: string | null;
  /** ISO 4217. */
  currency: string | null;
  amountFrom: ReadFrom | null;
  /** 0 to 1: how surely the amount is what the person will pay. */
  amountConfidence: number;
  orderNumber: string | null;
}

/** What the page shows about the order. All of it is the page's own word: to be shown, edited and never trusted. */
export function readCheckout(document: Document): CheckoutReading {
  const structured = readStructured(document);
  const page = readTotals(document);
  const total = structured.amount === null ? page.total : null;
  const currency = total?.currency ?? structured.currency;
  return {
    payeeName: structured.payeeName ?? document.location.hostname,
    payeeFrom: structured.payeeName === null ? 'host' : 'structured',
    amount: structured.amount ?? total?.amount ?? null,
    currency: currency && isCurrencyCode(currency) ? currency : null,
    amountFrom: structured.amount === null ? (total ? 'page' : null) : 'structured',
    amountConfidence: structured.amount === null ? (total?.confidence ?? 0) : 1,
    orderNumber: structured.orderNumber ?? page.orderNumber,
  };
}
