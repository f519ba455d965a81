import type { PurchaseView } from '#shared/api/purchase-view.ts';

/** Hosts that the owner has bought at: others are compared with them. */
export function listKnownHosts(purchases: readonly Pick<PurchaseView, 'payee'>[]): string[] {
  const known = purchases.filter(({ payee }) => payee.knownSinceMs !== null);
  return [...new Set(known.map(({ payee }) => payee.host))];
}
