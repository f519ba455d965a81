import type { CardClient, CardSource } from './card-client.ts';
import {
  type Escrow,
  type OrderDraft,
  type OrderState,
  type Shipment,
  type ShopOrder,
  stateAtStage,
} from './order.ts';
import type { SellerClient } from './seller-client.ts';

/** Where a shop's orders are made, paid, shipped and kept. */
export interface OrderDesk {
  payByCard(draft: OrderDraft, source: CardSource): Promise<ShopOrder | { readonly declined: string }>;
  payByWayveil(draft: OrderDraft, buyer: string): Promise<ShopOrder | { readonly refused: string }>;
  /** Ships an order that is ready for it: captures the card, or reports to the wallet server. */
  ship(number: string, shipment: Shipment): Promise<ShopOrder | { readonly refused: string }>;
  /** Gives a captured card payment back; cancels or refunds a member purchase. */
  refund(number: string): Promise<ShopOrder | { readonly refused: string }>;
  /** What a webhook said about an order. Unknown orders and older versions are ignored. */
  moveEscrow(number: string, told: Pick<Escrow, 'stage' | 'version'>): void;
  find(number: string): ShopOrder | undefined;
  orders(): readonly ShopOrder[];
}

export interface OrderDeskParts {
  /** Letters before the order number, such as `KA`. */
  readonly prefix: string;
  readonly cards: CardClient;
  /** When card money is taken. */
  readonly capture: 'now' | 'at_shipping';
  /** Undefined while the shop is no member. */
  readonly seller: () => SellerClient | undefined;
  readonly clock: () => number;
}

type Outcome = ShopOrder | { readonly refused: string };

export function createOrderDesk(parts: OrderDeskParts): OrderDesk {
  const book = new Map<string, ShopOrder>();
  // Numbers stay apart from those of an earlier run at the same wallet server.
  const firstNumber = Math.floor(parts.clock() / 1000) % 10_000_000;
  let placed = 0;
  const takeNumber = (): string => `${parts.prefix}-${firstNumber + placed++}`;
  const keep = (order: ShopOrder): ShopOrder => {
    book.set(order.number, order);
    return order;
  };
  return {
    ...createTill(parts, takeNumber, keep),
    ship: async (number, shipment) => {
      const order = book.get(number);
      if (order?.state !== 'ready_to_ship') return { refused: 'not_ready_to_ship' };
      const shipped = await handOver(order, shipment, parts);
      if ('refused' in shipped) return shipped;
      // A webhook may have moved the order while the wallet server answered.
      const now = book.get(number);
      return keep({ ...(now && now.state !== 'ready_to_ship' ? now : shipped), shipment });
    },
    refund: async number => {
      const order = book.get(number);
      if (!order) return { refused: 'order_unknown' };
      const refunded = await giveBack(order, parts);
      return 'refused' in refunded ? refunded : keep(refunded);
    },
    moveEscrow: (number, { stage, version }) => {
      const order = book.get(number);
      if (!order || !('escrow' in order.payment) || order.payment.escrow.version >= version) return;
      const payment = { escrow: { ...order.payment.escrow, stage, version } };
      keep({ ...order, payment, state: stateAtStage(stage, order.state) });
    },
    find: number => book.get(number),
    orders: () => [...book.values()],
  };
}

function createTill(
  parts: OrderDeskParts,
  takeNumber: () => string,
  keep: (order: ShopOrder) => ShopOrder,
): Pick<OrderDesk, 'payByCard' | 'payByWayveil'> {
  return {
    payByCard: async (draft, source) => {
      const number = takeNumber();
      const { totalMinor: amountMinor, currency } = draft;
      const charge = { source, amountMinor, currency, reference: number, capture: parts.capture };
      const { paymentId, status, responseCode, cardLastFour } = await parts.cards.authorise(charge);
      if (status !== 'authorised' && status !== 'captured') return { declined: responseCode };
      const payment = { card: { paymentId, cardLastFour, status } };
      return keep({ ...draft, number, placedAtMs: parts.clock(), state: 'ready_to_ship', payment });
    },
    payByWayveil: async (draft, buyer) => {
      const number = takeNumber();
      const placedAtMs = parts.clock();
      const answer = await parts.seller()?.placeOrder({ number, buyer, draft });
      if (answer === undefined) return { refused: 'not_a_member' };
      if ('refused' in answer) return answer;
      const payment = { escrow: { ...answer, buyer } };
      return keep({ ...draft, number, placedAtMs, state: stateAtStage(answer.stage), payment });
    },
  };
}

async function giveBack(order: ShopOrder, { cards, seller }: OrderDeskParts): Promise<Outcome> {
  if ('card' in order.payment) {
    const { card } = order.payment;
    if (card.status !== 'captured') return { refused: 'nothing_to_refund' };
    const { status } = await cards.refund(card.paymentId);
    if (status !== 'refunded') return { refused: 'refund_declined' };
    return { ...order, state: 'cancelled', payment: { card: { ...card, status } } };
  }
  const { escrow } = order.payment;
  const unshipped = order.state === 'waiting_for_confirmation' || order.state === 'ready_to_ship';
  const client = seller();
  if (!client) return { refused: 'not_a_member' };
  const answer = await (unshipped ? client.cancelOrder(order.number) : client.refundOrder(order.number));
  if ('refused' in answer) return answer;
  return { ...order, state: 'cancelled', payment: { escrow: { ...escrow, ...answer } } };
}

async function handOver(
  order: ShopOrder,
  shipment: Shipment,
  { cards, seller }: OrderDeskParts,
): Promise<Outcome> {
  const state: OrderState = 'shipped';
  if ('card' in order.payment) {
    const { card } = order.payment;
    if (card.status === 'captured') return { ...order, state };
    const { status } = await cards.capture(card.paymentId);
    if (status !== 'captured') return { refused: 'capture_declined' };
    return { ...order, state, payment: { card: { ...card, status } } };
  }
  const { escrow } = order.payment;
  const answer = await seller()?.reportShipment(order.number, shipment);
  if (answer === undefined) return { refused: 'not_a_member' };
  if ('refused' in answer) return answer;
  return { ...order, state, payment: { escrow: { ...escrow, ...answer } } };
}
