import type { PurchaseView } from '#shared/api/purchase-view.ts';
import type { Consent } from '#shared/purchase/consent.ts';

/** The consent that the window shows and whose hash is signed: one object for both, made once from the view. */
export function makeShownConsent(view: PurchaseView): Consent {
  return {
    purchaseId: view.id,
    payeeHost: view.payee.host,
    payeeName: view.payee.name,
    orderNumber: view.orderNumber,
    amountMinor: view.amountMinor,
    currency: view.currency,
    funding: view.funding,
    deliveryNumber: view.deliveryNumber,
    cardId: view.cardId,
    nonce: view.nonce,
    expiresAtMs: view.confirmByMs,
  };
}
