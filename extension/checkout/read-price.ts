/** A sum as machines are told it. */
export interface Price {
  /** Plain decimal such as `48.50`. */
  amount: string | null;
  /** ISO 4217, or whatever the page writes there. */
  currency: string | null;
}

/** The sum of a schema.org node or of anything that names its members so; null where it names none. */
export function readPrice(node: {
  price?: unknown;
  value?: unknown;
  priceCurrency?: unknown;
  currency?: unknown;
}): Price | null {
  const amount = readText(node.price) ?? readText(node.value);
  if (!amount || !/^\d{1,12}(?:\.\d{1,3})?$/.test(amount)) return null;
  return { amount, currency: readText(node.priceCurrency) ?? readText(node.currency) };
}

/** A text or number of structured data, trimmed and bounded. */
export function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 80) : null;
}
