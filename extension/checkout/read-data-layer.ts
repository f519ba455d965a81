import type { Price } from './read-price.ts';

/** What a page tells its tag manager about the order, as far as it stands in the page. */
export interface DataLayerOrder extends Price {
  orderNumber: string | null;
}

const MOST_SCRIPTS = 40;
const LONGEST_SCRIPT = 20_000;
/** Events of the e-commerce data layer (Google Analytics 4) that speak of the whole order. */
const WHOLE_ORDER =
  /["']?event["']?\s*:\s*["'](?:begin_checkout|add_shipping_info|add_payment_info|purchase|checkout)["']/;
const ORDER_NUMBER =
  /["']?(?:transaction_?id|order_?(?:id|number|no)|ordernummer)["']?\s*:\s*["']?([\w-]{3,32})["']?/i;
const CURRENCY = /["']?currency(?:_?code)?["']?\s*:\s*["']([A-Z]{3})["']/i;
const VALUE =
  /["']?(?:value|revenue|order_?total|transaction_?total)["']?\s*:\s*["']?(\d{1,12}(?:\.\d{1,3})?)["']?/i;

/** Reads inline scripts that push to a data layer; nothing of them is run. */
export function readDataLayer(document: Document): DataLayerOrder {
  const scripts = [...document.querySelectorAll('script:not([src]):not([type*=json])')].slice(
    0,
    MOST_SCRIPTS,
  );
  for (const { textContent } of scripts) {
    const order = findPushedOrder(textContent ?? '');
    if (order) return order;
  }
  return { amount: null, currency: null, orderNumber: null };
}

/** The order in one script's text, or null. */
export function findPushedOrder(script: string): DataLayerOrder | null {
  if (script.length > LONGEST_SCRIPT || !/dataLayer|gtag\s*\(/.test(script)) return null;
  const event = /gtag\s*\(\s*["']event["']\s*,\s*["'](?:begin_checkout|add_payment_info|purchase)/.exec(
    script,
  );
  const at = event?.index ?? WHOLE_ORDER.exec(script)?.index ?? -1;
  if (at < 0) return null;
  // The event may stand behind what it tells, in the same object.
  const text = script.slice(Math.max(0, script.lastIndexOf('(', at)), at + 3000);
  return {
    // A line's own value follows the list of items, and says nothing of the whole.
    amount: VALUE.exec(text.split(/["']?items["']?\s*:/)[0] ?? '')?.[1] ?? null,
    currency: CURRENCY.exec(text)?.[1]?.toUpperCase() ?? null,
    orderNumber: ORDER_NUMBER.exec(text)?.[1] ?? null,
  };
}
