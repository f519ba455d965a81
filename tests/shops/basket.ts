/** Something on sale. Prices in minor units of the shop's one currency. */
export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly blurb: string;
  readonly priceMinor: number;
  /** SVG markup. */
  readonly picture: string;
}

export interface OrderLine {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly priceMinor: number;
}

/** What lies in a visitor's basket: SKU to quantity. */
export type Basket = Map<string, number>;

export function addToBasket(basket: Basket, sku: string): void {
  basket.set(sku, (basket.get(sku) ?? 0) + 1);
}

/** Sets a quantity; 0 or nonsense takes the line out. */
export function setQuantity(basket: Basket, sku: string, quantity: number): void {
  if (Number.isInteger(quantity) && quantity > 0 && quantity < 100) basket.set(sku, quantity);
  else basket.delete(sku);
}

export function listLines(basket: Basket, products: readonly Product[]): OrderLine[] {
  return products.flatMap(({ sku, name, priceMinor }) => {
    const quantity = basket.get(sku);
    return quantity === undefined ? [] : [{ sku, name, quantity, priceMinor }];
  });
}

export function sumLines(lines: readonly OrderLine[]): number {
  return lines.reduce((sum, line) => sum + line.priceMinor * line.quantity, 0);
}

/** Formats minor units for people, as the shop's country writes them. */
export function formatPrice(amountMinor: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits);
}
