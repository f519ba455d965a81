import type { Currency } from '../money/currency.ts';
import type { ConfirmationMethod, Payee } from './purchase.ts';
import type { FundingMode } from './state.ts';

/** Who asks: known from the session, key or signature, never from the payload. */
export type Actor = 'buyer' | 'seller' | 'carrier' | 'acquirer' | 'bank' | 'arbiter' | 'time';

/** An order as it is placed (S28). */
export interface OrderPlaced {
  id: string;
  personId: string;
  sellerId: string | null;
  payee: Payee;
  orderNumber: string | null;
  description: string;
  funding: FundingMode;
  amountMinor: bigint;
  currency: Currency;
  cardId: string | null;
  deliveryNumber: string;
  nonce: string;
}

/** What can be asked of a purchase. */
export type PurchaseCommand =
  | { type: 'place'; order: OrderPlaced }
  /** `consentHash` is the hash of what the buyer was shown; see `consent.ts`. */
  | { type: 'confirm'; method: ConfirmationMethod; consentHash: string }
  | { type: 'decline' }
  | { type: 'cancel'; by: 'buyer' | 'seller' }
  | {
      type: 'authorize';
      amountMinor: bigint;
      currency: Currency;
      payeeHost: string;
      authorizationCode: string;
    }
  | { type: 'reverse_authorization' }
  | { type: 'clear'; amountMinor: bigint; currency: Currency }
  | { type: 'refund_charge'; amountMinor: bigint; currency: Currency }
  | { type: 'ship'; by: 'buyer' | 'seller' | 'carrier'; waybill: string; carrier: string }
  | { type: 'report_delivery'; waybill: string }
  | { type: 'receive' }
  | { type: 'settle_bill' }
  | { type: 'dispute'; reason: string }
  | { type: 'withdraw_dispute' }
  | { type: 'request_return' }
  | { type: 'accept_return' }
  | { type: 'refund' }
  | { type: 'refund_part'; amountMinor: bigint }
  | { type: 'rule'; sellerMinor: bigint }
  | { type: 'advance_time' };
