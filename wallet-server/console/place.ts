/** The places of a seller's page, as they stand in the address after `#`. */
export type Place =
  | { name: 'orders' }
  | { name: 'order'; orderNumber: string }
  | { name: 'messages' }
  | { name: 'account' }
  | { name: 'settings' }
  | { name: 'terms' };

export const HEAD_PLACES = ['orders', 'messages', 'account', 'settings'] as const;

/** Reads a place; anything unknown is the list of orders. */
export function readPlace(text: string): Place {
  const [name = '', rest = ''] = text.split('/');
  const orderNumber = name === 'orders' ? decodePart(rest) : '';
  if (orderNumber) return { name: 'order', orderNumber };
  if (name === 'messages' || name === 'account' || name === 'settings' || name === 'terms') return { name };
  return { name: 'orders' };
}

/** A link may have been cut short in the middle of a letter: then it names no order. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** The address of a place. */
export function printPlace(place: Place): string {
  return place.name === 'order' ? `orders/${encodeURIComponent(place.orderNumber)}` : place.name;
}
