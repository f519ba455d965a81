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
  const [name = '', rest] = text.split('/');
  if (name === 'orders' && rest) return { name: 'order', orderNumber: decodeURIComponent(rest) };
  if (name === 'messages' || name === 'account' || name === 'settings' || name === 'terms') return { name };
  return { name: 'orders' };
}

/** The address of a place. */
export function printPlace(place: Place): string {
  return place.name === 'order' ? `orders/${encodeURIComponent(place.orderNumber)}` : place.name;
}
