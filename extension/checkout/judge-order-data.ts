import type { CheckoutClues } from './checkout-clues.ts';
import { type Price, readPrice, readText } from './read-price.ts';

/** What the page says to machines by schema.org. */
export interface StructuredOrder extends Price {
  orderNumber: string | null;
  /** Names of the seller, the order's own first, then organisations and sites. */
  sellers: string[];
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

type OrderClues = Pick<CheckoutClues, 'orderData' | 'markedOrder' | 'markedSellers'>;

const SELLER_TYPES =
  /^(?:Organization|Corporation|OnlineStore|OnlineBusiness|\w*Store|LocalBusiness|WebSite)$/;

/** Reads JSON-LD, then microdata; what one does not say the other may. */
export function judgeOrderData({ orderData, markedOrder, markedSellers }: OrderClues): StructuredOrder {
  const order: StructuredOrder = { ...NOTHING, sellers: [] };
  for (const text of orderData) for (const node of listNodes(parseJson(text))) readNode(node, order);
  order.sellers.push(...markedSellers);
  if (!markedOrder) return order;
  order.orderNumber ??= readText(markedOrder.orderNumber);
  takePrice(order, readPrice(markedOrder));
  return order;
}

const NOTHING = { amount: null, currency: null, orderNumber: null };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // A page may have sent anything.
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
  const types = [node['@type']].flat().map(type => String(type).replace(/^https?:\/\/schema\.org\//, ''));
  if (types.some(type => SELLER_TYPES.test(type))) order.sellers.push(...readName(node));
  if (!types.some(type => type === 'Order' || type === 'Invoice')) return;
  order.orderNumber ??= readText(node.orderNumber) ?? readText(node.confirmationNumber);
  const own = [node.seller, node.merchant, node.provider, node.broker].flatMap(readName);
  order.sellers.unshift(...own);
  for (const price of [node.totalPaymentDue, node.priceSpecification, node].flat()) {
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
