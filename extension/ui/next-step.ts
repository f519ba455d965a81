import type { OrderView, PurchaseView } from '#shared/api/purchase-view.ts';
import type { Text, TextKey } from './text.ts';

/** What is next and who must act, in the words of the one who reads it. */
export interface NextStep {
  key: TextKey;
  /** When it ends by itself, where time is counted. */
  untilMs: number | null;
}

/** The next step of a purchase for its buyer. */
export function findBuyerStep(view: PurchaseView): NextStep {
  const untilMs = view.dueAtMs;
  const held = view.funding === 'held';
  switch (view.state) {
    case 'order_received':
      return { key: 'next.buyer.confirm', untilMs: view.confirmByMs };
    case 'identity_confirmed':
      if (held) return { key: 'next.seller_ships', untilMs: view.shipByMs };
      if (!view.charged) return { key: 'next.buyer.pay_at_shop', untilMs: view.armedUntilMs };
      return { key: 'next.shop_ships', untilMs: null };
    case 'shipped':
      return {
        key: view.deliveredAtMs === null ? 'next.carrier_delivers' : 'next.buyer.receive',
        untilMs: null,
      };
    case 'received':
      return { key: 'next.buyer.pay_bill', untilMs: view.bill?.dueAtMs ?? null };
    case 'closed':
      return { key: held ? 'next.closed_held' : 'next.closed_advanced', untilMs: null };
    case 'disputed':
      return { key: 'next.arbiter_decides', untilMs };
    case 'returned':
      return { key: 'next.seller_refunds', untilMs };
    case 'refunded':
      return { key: 'next.buyer.refunded', untilMs: null };
    default:
      return { key: 'next.buyer.nothing_paid', untilMs: null };
  }
}

/** The next step of an order for its seller. */
export function findSellerStep(view: OrderView): NextStep {
  const untilMs = view.dueAtMs;
  switch (view.state) {
    case 'order_received':
      return { key: 'next.seller.buyer_confirms', untilMs };
    case 'identity_confirmed':
      return { key: 'next.seller.ship', untilMs: view.shipByMs };
    case 'shipped':
      return {
        key: view.deliveredAtMs === null ? 'next.carrier_delivers' : 'next.seller.buyer_receives',
        untilMs: null,
      };
    case 'received':
    case 'closed':
      return { key: 'next.seller.paid', untilMs: null };
    case 'disputed':
      return { key: 'next.arbiter_decides', untilMs };
    case 'returned':
      return { key: 'next.seller.refund', untilMs };
    case 'refunded':
      return { key: 'next.seller.refunded', untilMs: null };
    default:
      return { key: 'next.seller.nothing_paid', untilMs: null };
  }
}

/** The step as one sentence: `Kestrel Audio ships by 28 Nov`. */
export function printStep(step: NextStep, payee: string, text: Text, nowMs: number): string {
  const until = step.untilMs === null ? '' : text.when(step.untilMs, nowMs);
  return text.t(step.key, { payee, timed: step.untilMs === null ? 'no' : 'yes', until });
}
