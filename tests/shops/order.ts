import type { Currency } from '#shared/money/currency.ts';
import type { OrderLine } from './basket.ts';

/** The five stages a member purchase goes through, as the wallet server names them. */
export const ESCROW_STAGES = [
  'order_received',
  'identity_confirmed',
  'shipped',
  'received',
  'closed',
] as const;

/** What a shop knows of the escrow behind one of its orders. */
export interface Escrow {
  readonly purchaseId: string;
  /** One of `ESCROW_STAGES`, or an end off the path such as `cancelled`. */
  readonly stage: string;
  /** Of the newest state that was told; an older one that comes later changes nothing. */
  readonly version: number;
  /** `held` or `advanced`. */
  readonly funding: string;
  /** Stands for the destination on the waybill. */
  readonly deliveryNumber: string;
  /** The unique address (or number) that the buyer gave. */
  readonly buyer: string;
}

export interface CardPayment {
  readonly paymentId: string;
  readonly cardLastFour: string;
  readonly status: 'authorised' | 'captured' | 'refunded';
}

export type OrderState = 'waiting_for_confirmation' | 'ready_to_ship' | 'shipped' | 'complete' | 'cancelled';

/** The fields of the checkout as typed, without card data: shops may not keep those. */
export type CheckoutFields = Readonly<Record<string, string>>;

export interface OrderDraft {
  readonly lines: readonly OrderLine[];
  readonly shippingMinor: number;
  readonly totalMinor: number;
  readonly currency: Currency;
  readonly email: string;
  readonly fields: CheckoutFields;
}

export interface ShopOrder extends OrderDraft {
  readonly number: string;
  readonly placedAtMs: number;
  readonly state: OrderState;
  readonly payment: { readonly card: CardPayment } | { readonly escrow: Escrow };
  readonly shipment?: Shipment;
}

export interface Shipment {
  readonly carrier: string;
  readonly trackingNumber: string;
}

/** State of an order once its escrow has reached a stage. A dispute or return leaves it where it was. */
export function stateAtStage(stage: string, before: OrderState = 'waiting_for_confirmation'): OrderState {
  switch (stage) {
    case 'order_received':
      return 'waiting_for_confirmation';
    case 'identity_confirmed':
      return 'ready_to_ship';
    case 'shipped':
      return 'shipped';
    case 'received':
    case 'closed':
      return 'complete';
    case 'declined':
    case 'expired':
    case 'cancelled':
    case 'refunded':
      return 'cancelled';
    default:
      return before;
  }
}
