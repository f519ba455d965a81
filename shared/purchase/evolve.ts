import type { PurchaseEvent } from './event.ts';
import { type Disputes, NO_DISPUTES, type Purchase } from './purchase.ts';
import type { PurchaseState } from './state.ts';
import type { EscrowTerms } from './terms.ts';

type LaterEvent = Exclude<PurchaseEvent, { type: 'order_received' }>;

/**
 * Folds one event that happened at `atMs` into the purchase. Pure; never refuses: what was decided happened.
 * A first event other than `order_received` is a bug and throws.
 */
export function evolve(
  purchase: Purchase | null,
  event: PurchaseEvent,
  atMs: number,
  terms: EscrowTerms,
): Purchase {
  if (event.type === 'order_received') return open(event, atMs);
  if (!purchase) throw new TypeError(`a purchase cannot begin with ${event.type}`);
  return { ...purchase, ...apply(purchase, event, atMs, terms), version: purchase.version + 1 };
}

function open(event: Extract<PurchaseEvent, { type: 'order_received' }>, atMs: number): Purchase {
  return {
    ...event.order,
    ...{ version: 1, state: 'order_received', placedAtMs: atMs, confirmByMs: event.confirmByMs },
    ...{ confirmedBy: null, armedUntilMs: null, charge: null, shipByMs: null, waybill: null, carrier: null },
    ...{ deliveredAtMs: null, reminderCount: 0, bill: null, disputeReason: null, openedFrom: null },
    ...{ refundedMinor: 0n, settlement: null, disputes: NO_DISPUTES },
    enteredAtMs: { order_received: atMs },
    dueAtMs: event.confirmByMs,
  };
}

function enter(
  purchase: Purchase,
  state: PurchaseState,
  atMs: number,
  dueAtMs: number | null,
): Partial<Purchase> {
  return { state, enteredAtMs: { ...purchase.enteredAtMs, [state]: atMs }, dueAtMs };
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one flat case per event is the table itself
function apply(purchase: Purchase, event: LaterEvent, atMs: number, terms: EscrowTerms): Partial<Purchase> {
  const { charge } = purchase;
  switch (event.type) {
    case 'identity_confirmed': {
      const dueAtMs = event.armedUntilMs ?? event.shipByMs;
      const { armedUntilMs, shipByMs, method: confirmedBy } = event;
      return { ...enter(purchase, 'identity_confirmed', atMs, dueAtMs), confirmedBy, armedUntilMs, shipByMs };
    }
    case 'charge_authorized': {
      const { authorizationCode } = event;
      const opened = {
        authorizedAtMs: atMs,
        authorizationCode,
        clearedAtMs: null,
        clearedMinor: 0n,
        refundedMinor: 0n,
      };
      return { charge: opened, dueAtMs: purchase.shipByMs };
    }
    case 'charge_reversed':
      return purchase.state === 'identity_confirmed'
        ? { charge: null, dueAtMs: purchase.armedUntilMs }
        : { charge: null };
    case 'charge_cleared':
      return charge ? { charge: { ...charge, clearedAtMs: atMs, clearedMinor: event.amountMinor } } : {};
    case 'charge_refunded':
      return refundCharge(purchase, event.amountMinor);
    case 'shipped': {
      const { waybill, carrier } = event;
      return { ...enter(purchase, 'shipped', atMs, event.undeliveredAtMs), waybill, carrier };
    }
    case 'delivered':
      return deliver(purchase, atMs, terms);
    case 'receipt_reminded':
      return remind(purchase, event.reminderCount, terms);
    case 'billed': {
      const bill = { amountMinor: event.amountMinor, dueAtMs: event.dueAtMs, settledAtMs: null };
      return { bill, dueAtMs: event.dueAtMs + terms.writeOffAfterMs };
    }
    case 'bill_settled':
      return purchase.bill ? { bill: { ...purchase.bill, settledAtMs: atMs } } : {};
    case 'disputed': {
      const openedFrom = toOpenedFrom(purchase.state);
      const leftMs = Math.max(0, (purchase.dueAtMs ?? atMs) - atMs);
      return {
        ...enter(purchase, 'disputed', atMs, event.rulingDueAtMs),
        ...{ disputeReason: event.reason, openedFrom },
        disputes: { ...purchase.disputes, openedCount: purchase.disputes.openedCount + 1, leftMs },
      };
    }
    case 'dispute_withdrawn':
      return withdraw(purchase, atMs, terms);
    case 'returned': {
      const openedFrom = purchase.openedFrom ?? toOpenedFrom(purchase.state);
      return { ...enter(purchase, 'returned', atMs, event.refundDueAtMs), openedFrom };
    }
    case 'clock_stopped':
      return stopClock(purchase, event.outageMs);
    case 'part_refunded':
      return { refundedMinor: purchase.refundedMinor + event.amountMinor };
    case 'settled':
      return { settlement: { sellerMinor: event.sellerMinor, feeMinor: event.feeMinor } };
    case 'bill_written_off':
      return {};
    case 'received': {
      const disputes = endDispute(purchase, atMs, event.by === 'buyer' ? null : event.by);
      return { ...enter(purchase, 'received', atMs, null), disputes };
    }
    case 'declined':
    case 'expired':
    case 'cancelled':
    case 'closed':
    case 'refunded':
      return enter(purchase, event.type, atMs, null);
  }
}

/** What is left of the time for a ruling, should there be another dispute; a return that is ruled on counts as one. */
function endDispute(
  { state, disputes, dueAtMs }: Purchase,
  atMs: number,
  decidedBy: Disputes['decidedBy'],
): Disputes {
  if (state === 'returned') return { ...disputes, decidedBy };
  if (state !== 'disputed') return disputes;
  return { ...disputes, decidedBy, leftMs: null, rulingLeftMs: Math.max(0, (dueAtMs ?? atMs) - atMs) };
}

function toOpenedFrom(state: PurchaseState): Purchase['openedFrom'] {
  return state === 'identity_confirmed' || state === 'shipped' || state === 'received' ? state : null;
}

/** A partial refund before receipt lowers what will be billed; after it, the open bill itself. */
function refundCharge(purchase: Purchase, amountMinor: bigint): Partial<Purchase> {
  const { charge, bill } = purchase;
  if (!charge) return {};
  const changed = { charge: { ...charge, refundedMinor: charge.refundedMinor + amountMinor } };
  if (!bill || bill.settledAtMs !== null) return changed;
  return { ...changed, bill: { ...bill, amountMinor: bill.amountMinor - amountMinor } };
}

function deliver(purchase: Purchase, atMs: number, terms: EscrowTerms): Partial<Purchase> {
  if (purchase.state === 'disputed') {
    // Nobody looked at the parcel yet: all of the time for it is left.
    const leftMs = purchase.openedFrom === 'shipped' ? terms.reminderAfterMs[0] : purchase.disputes.leftMs;
    return { deliveredAtMs: atMs, disputes: { ...purchase.disputes, leftMs } };
  }
  return { deliveredAtMs: atMs, dueAtMs: atMs + terms.reminderAfterMs[0] };
}

/** The next reminder is as far from this one as the terms say, also where an outage moved this one. */
function remind(purchase: Purchase, reminderCount: number, terms: EscrowTerms): Partial<Purchase> {
  const { dueAtMs, deliveredAtMs } = purchase;
  const next = terms.reminderAfterMs[reminderCount] ?? terms.receiptWindowMs;
  const last = terms.reminderAfterMs[reminderCount - 1] ?? 0;
  return { reminderCount, dueAtMs: (dueAtMs ?? (deliveredAtMs ?? 0) + last) + (next - last) };
}

/** `purchases/stop-clocks.ts` of the server does the same to all purchases in one statement. */
function stopClock(purchase: Purchase, outageMs: number): Partial<Purchase> {
  const { state, dueAtMs, shipByMs, bill } = purchase;
  return {
    dueAtMs: dueAtMs === null ? null : dueAtMs + outageMs,
    shipByMs: state === 'identity_confirmed' && shipByMs !== null ? shipByMs + outageMs : shipByMs,
    bill: state === 'received' && bill ? { ...bill, dueAtMs: bill.dueAtMs + outageMs } : bill,
  };
}

/**
 * A dispute stopped the clocks: taken back, they go on with what was left, so that disputing again and again holds
 * nobody's money. They have `clockLeastMs` at least, since a dispute that time opened left nothing.
 */
function withdraw(purchase: Purchase, atMs: number, terms: EscrowTerms): Partial<Purchase> {
  const { disputes, bill, openedFrom } = purchase;
  const back = openedFrom ?? 'shipped';
  const pausedMs = atMs - (purchase.enteredAtMs.disputed ?? atMs);
  const dueAtMs = atMs + Math.max(disputes.leftMs ?? terms.receiptWindowMs, terms.clockLeastMs);
  return {
    ...{ state: back, dueAtMs, disputeReason: null, openedFrom: null },
    ...(back === 'identity_confirmed' && { shipByMs: dueAtMs }),
    ...(back === 'received' && bill && { bill: { ...bill, dueAtMs: bill.dueAtMs + pausedMs } }),
    disputes: {
      ...endDispute(purchase, atMs, null),
      returnPausedMs: disputes.returnPausedMs + (back === 'received' ? pausedMs : 0),
    },
  };
}
