import type { Currency } from '#shared/money/currency.ts';
import { type Merchant, type Payment, type PaymentCard, payment } from '#tests/world/acquirer-protocol.ts';

/** A shop's account at its acquirer. */
export interface CardClient {
  authorise(charge: CardCharge): Promise<Payment>;
  /** Takes the money of an authorised payment. Throws when the acquirer refuses. */
  capture(paymentId: string): Promise<Payment>;
  refund(paymentId: string): Promise<Payment>;
}

/** A card, or what a hosted-fields provider gave in its place. */
export type CardSource = { readonly card: PaymentCard } | { readonly token: string };

export interface CardCharge {
  readonly source: CardSource;
  readonly amountMinor: number;
  readonly currency: Currency;
  readonly reference: string;
  readonly capture: 'now' | 'at_shipping';
}

/** `acquirerOrigin` may be a provider's that passes payments on. */
export function createCardClient(acquirerOrigin: string, merchant: Merchant): CardClient {
  const post = async (path: string, body: unknown): Promise<Payment> => {
    const response = await fetch(new URL(path, acquirerOrigin), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`the acquirer answered ${response.status} to ${path}`);
    return payment.parse(await response.json());
  };
  return {
    authorise: ({ amountMinor, source, ...charge }) =>
      post('/payments', { ...charge, ...source, amountMinor: String(amountMinor), merchant }),
    capture: paymentId => post(`/payments/${paymentId}/capture`, {}),
    refund: paymentId => post(`/payments/${paymentId}/refund`, {}),
  };
}
