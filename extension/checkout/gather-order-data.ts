import { callOwn } from '../detect/call-own.ts';
import { type CheckoutClues, CLUE_LIMITS } from './checkout-clues.ts';

/** Members of schema.org nodes that say something of an order or of a seller, and places in a list. */
const TELLING =
  /^(?:\d*|@graph|@type|name|orderNumber|confirmationNumber|seller|merchant|provider|broker|totalPaymentDue|priceSpecification|publisher|price|value|priceCurrency|currency)$/;
const SELLER_SCOPE = ['Organization', 'OnlineStore', 'Store', 'LocalBusiness', 'WebSite']
  .map(type => `[itemscope][itemtype$="/${type}"]`)
  .join();
const ORDER_SCOPE = '[itemscope][itemtype$="/Order"],[itemscope][itemtype$="/Invoice"]';

type OrderData = Pick<CheckoutClues, 'orderData' | 'markedOrder' | 'markedSellers'>;

/** Structured data of the page: JSON-LD and microdata. */
export function gatherOrderData(document: Document): OrderData {
  const scripts = [...callOwn(document, 'querySelectorAll', 'script[type="application/ld+json"]')];
  const scope = callOwn(document, 'querySelector', ORDER_SCOPE);
  const sellers = [...callOwn(document, 'querySelectorAll', SELLER_SCOPE)].slice(0, CLUE_LIMITS.sellers);
  return {
    orderData: scripts.slice(0, CLUE_LIMITS.scripts).flatMap(script => prune(script.textContent ?? '')),
    markedOrder: scope && {
      orderNumber: readItem(scope, 'orderNumber'),
      price: readItem(scope, 'price'),
      priceCurrency: readItem(scope, 'priceCurrency'),
    },
    markedSellers: sellers.flatMap(seller => readItem(seller, 'name') ?? []),
  };
}

function prune(text: string): string[] {
  try {
    const pruned = JSON.stringify(
      JSON.parse(text, (key, value) => {
        if (!TELLING.test(key)) return undefined;
        return typeof value === 'string' ? value.slice(0, CLUE_LIMITS.name) : value;
      }),
    );
    return pruned && pruned.length <= CLUE_LIMITS.orderData ? [pruned] : [];
  } catch {
    return []; // Pages ship broken JSON-LD; then it says nothing.
  }
}

function readItem(scope: Element, name: string): string | null {
  const element = scope.querySelector(`[itemprop="${name}"]`);
  const text = element?.getAttribute('content') ?? element?.textContent ?? '';
  return text.trim().slice(0, CLUE_LIMITS.name) || null;
}
