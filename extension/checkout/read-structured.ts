/** What the page says about itself to machines. */
export interface StructuredOrder {
  payeeName: string | null;
  amount: string | null;
  currency: string | null;
  orderNumber: string | null;
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
  price?: unknown;
  value?: unknown;
  priceCurrency?: unknown;
  currency?: unknown;
}

const SELLER_TYPES = /^(?:Organization|Corporation|OnlineStore|OnlineBusiness|Store|LocalBusiness|WebSite)$/;

/** Reads JSON-LD, then microdata, then meta tags; what one does not say the next may. */
export function readStructured(document: Document): StructuredOrder {
  const order: StructuredOrder = { payeeName: null, amount: null, currency: null, orderNumber: null };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const node of listNodes(parseJson(script.textContent ?? ''))) readNode(node, order);
  }
  readMicrodata(document, order);
  order.payeeName ??= readMeta(document, 'og:site_name') ?? readMeta(document, 'application-name');
  return order;
}

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
  return [value, ...listNodes(value['@graph'])];
}

function readNode(node: Json, order: StructuredOrder): void {
  const types = [node['@type']].flat().map(String);
  if (types.some(type => SELLER_TYPES.test(type))) order.payeeName ??= readText(node.name);
  if (!types.some(type => type === 'Order' || type === 'Invoice')) return;
  order.orderNumber ??= readText(node.orderNumber) ?? readText(node.confirmationNumber);
  for (const seller of [node.seller, node.merchant, node.provider, node.broker]) {
    if (isObject(seller)) order.payeeName = readText(seller.name) ?? order.payeeName;
  }
  for (const price of [node.totalPaymentDue, node.priceSpecification, node]) {
    if (isObject(price) && order.amount === null) readPrice(price, order);
  }
}

function readPrice(price: Json, order: StructuredOrder): void {
  const amount = readText(price.price) ?? readText(price.value);
  if (!amount || !/^\d{1,12}(?:\.\d{1,3})?$/.test(amount)) return;
  order.amount = amount;
  order.currency = readText(price.priceCurrency) ?? readText(price.currency);
}

function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 80) : null;
}

function readMicrodata(document: Document, order: StructuredOrder): void {
  const scope = document.querySelector('[itemscope][itemtype$="/Order"],[itemscope][itemtype$="/Invoice"]');
  if (!scope) return;
  const read = (name: string): string | null => {
    const element = scope.querySelector(`[itemprop="${name}"]`);
    return readText(element?.getAttribute('content') ?? element?.textContent);
  };
  order.orderNumber ??= read('orderNumber');
  if (order.amount === null) readPrice({ price: read('price'), priceCurrency: read('priceCurrency') }, order);
}

function readMeta(document: Document, name: string): string | null {
  const element = document.querySelector(`meta[property="${name}"],meta[name="${name}"]`);
  return readText(element?.getAttribute('content'));
}
