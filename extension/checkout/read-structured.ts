import { type Price, readPrice, readText } from './read-price.ts';

/** What the page says about itself to machines, by schema.org and by its meta tags. */
export interface StructuredOrder extends Price {
  orderNumber: string | null;
  /** Names of the seller, the order's own first, then organisations and sites. */
  sellers: string[];
  siteNames: string[];
}

/** The properties of schema.org nodes that matter here; each may be missing or anything. */
interface Json {
  '@graph'?: unknown;
  '@type'?: unknown;
  name?: unknown;
  orderNumber?: unknown;
  confirmationNumber?: unknown;
  seller?: unknown;
  merchant?: unknown;
  provider?: unknown;
  broker?: unknown;
  totalPaymentDue?: unknown;
  priceSpecification?: unknown;
  publisher?: unknown;
}

const SELLER_TYPES =
  /^(?:Organization|Corporation|OnlineStore|OnlineBusiness|\w*Store|LocalBusiness|WebSite|Brand)$/;
const SELLER_SCOPE = ['Organization', 'OnlineStore', 'Store', 'LocalBusiness', 'WebSite']
  .map(type => `[itemscope][itemtype$="/${type}"]`)
  .join();
const ORDER_SCOPE = '[itemscope][itemtype$="/Order"],[itemscope][itemtype$="/Invoice"]';
const SITE_NAMES = ['og:site_name', 'application-name', 'apple-mobile-web-app-title'];

/** Reads JSON-LD, then microdata, then meta tags; what one does not say the next may. */
export function readStructured(document: Document): StructuredOrder {
  const order: StructuredOrder = { ...NOTHING, sellers: [], siteNames: [] };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const node of listNodes(parseJson(script.textContent ?? ''))) readNode(node, order);
  }
  readMicrodata(document, order);
  order.siteNames = SITE_NAMES.flatMap(name => readMeta(document, name) ?? []);
  return order;
}

const NOTHING = { amount: null, currency: null, orderNumber: null };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Pages ship broken JSON-LD; then it says nothing.
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listNodes(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(listNodes);
  if (!isObject(value)) return [];
  return [value, ...listNodes(value['@graph']), ...listNodes(value.publisher)];
}

function readNode(node: Json, order: StructuredOrder): void {
  const types = [node['@type']].flat().map(String);
  if (types.some(type => SELLER_TYPES.test(type))) order.sellers.push(...readName(node));
  if (!types.some(type => type === 'Order' || type === 'Invoice')) return;
  order.orderNumber ??= readText(node.orderNumber) ?? readText(node.confirmationNumber);
  const own = [node.seller, node.merchant, node.provider, node.broker].flatMap(readName);
  order.sellers.unshift(...own);
  for (const price of [node.totalPaymentDue, node.priceSpecification, node]) {
    if (isObject(price)) takePrice(order, readPrice(price as object));
  }
}

function readName(node: unknown): string[] {
  const name = isObject(node) ? readText(node.name) : readText(node);
  return name === null ? [] : [name];
}

function takePrice(order: StructuredOrder, price: Price | null): void {
  if (order.amount === null && price) Object.assign(order, price);
}

function readMicrodata(document: Document, order: StructuredOrder): void {
  const scope = document.querySelector(ORDER_SCOPE);
  if (scope) {
    order.orderNumber ??= readItem(scope, 'orderNumber');
    takePrice(
      order,
      readPrice({ price: readItem(scope, 'price'), priceCurrency: readItem(scope, 'priceCurrency') }),
    );
  }
  for (const seller of document.querySelectorAll(SELLER_SCOPE)) {
    order.sellers.push(...readName(readItem(seller, 'name')));
  }
}

function readItem(scope: Element, name: string): string | null {
  const element = scope.querySelector(`[itemprop="${name}"]`);
  return readText(element?.getAttribute('content') ?? element?.textContent);
}

function readMeta(document: Document, name: string): string | null {
  const element = document.querySelector(`meta[property="${name}"],meta[name="${name}"]`);
  return readText(element?.getAttribute('content'));
}
