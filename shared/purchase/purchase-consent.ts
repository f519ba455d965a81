import { type Consent, hashConsent } from './consent.ts';
import type { Purchase } from './purchase.ts';

/** The consent that `purchase` asks of its buyer. */
export function makeConsent(purchase: Purchase): Consent {
  return {
    purchaseId: purchase.id,
    payeeHost: purchase.payee.host,
    payeeName: purchase.payee.name,
    orderNumber: purchase.orderNumber,
    amountMinor: purchase.amountMinor.toString(),
    currency: purchase.currency,
    funding: purchase.funding,
    deliveryNumber: purchase.deliveryNumber,
    cardId: purchase.cardId,
    nonce: purchase.nonce,
    expiresAtMs: purchase.confirmByMs,
  };
}

/** The hash that a confirmation of `purchase` must carry. */
export function hashPurchaseConsent(purchase: Purchase): string {
  return hashConsent(makeConsent(purchase));
}
