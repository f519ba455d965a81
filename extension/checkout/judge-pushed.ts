import type { Price } from './read-price.ts';

/** What a page tells its tag manager about the order, as far as it stands in the page. */
export interface DataLayerOrder extends Price {
  orderNumber: string | null;
}

const ORDER_NUMBER =
  /["']?(?:transaction_?id|order_?(?:id|number|no)|ordernummer)["']?\s*:\s*["']?([\w-][\w./-]{2,39})["']?/i;
const CURRENCY = /["']?currency(?:_?code)?["']?\s*:\s*["']([A-Z]{3})["']/i;
const VALUE =
  /["']?(?:value|revenue|order_?total|transaction_?total)["']?\s*:\s*["']?(\d{1,12}(?:\.\d{1,3})?)["']?/i;

/** The order in what a page pushes to its data layer. */
export function readPushedOrder(pushed: string): DataLayerOrder {
  return {
    // A line's own value follows the list of items, and says nothing of the whole.
    amount: VALUE.exec(pushed.split(/["']?items["']?\s*:/)[0] ?? '')?.[1] ?? null,
    currency: CURRENCY.exec(pushed)?.[1]?.toUpperCase() ?? null,
    orderNumber: ORDER_NUMBER.exec(pushed)?.[1] ?? null,
  };
}
