import type { AddressField } from './plan-address.ts';

/** A card number whole, or in four where the page has four short inputs. Values by field key. */
export function planCardNumber(rows: readonly AddressField[], number: string): Map<string, string> {
  const plan = new Map<string, string>();
  const inputs = rows.filter(one => one.token === 'cc-number').map(one => one.field);
  const inParts =
    inputs.length >= 3 && inputs.every(field => field.maxLength !== null && field.maxLength <= 6);
  let at = 0;
  for (const field of inputs) {
    const length = inParts ? (field.maxLength ?? 4) : number.length;
    plan.set(field.key, number.slice(at, at + length));
    if (inParts) at += length;
  }
  return plan;
}
