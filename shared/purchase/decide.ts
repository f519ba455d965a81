import type { PurchaseCommand } from './command.ts';
import { decideCharge } from './decide-charge.ts';
import { decideDispute } from './decide-dispute.ts';
import { decideTime } from './decide-time.ts';
import type { PurchaseEvent } from './event.ts';
import type { Purchase } from './purchase.ts';
import { hashPurchaseConsent } from './purchase-consent.ts';
import type { PurchaseRefusal } from './refusal.ts';
import { settle } from './settle.ts';
import { isFinal } from './state.ts';
import type { EscrowTerms } from './terms.ts';

/** What a command leads to: events in order, or one refusal. */
export type Decision = { events: PurchaseEvent[] } | { refused: PurchaseRefusal };

/**
 * Decides what `command` does to `purchase` (null where there is none yet) at `nowMs`.
 * Pure and total: every command in every state has an answer (S28-S37, requirements section 7).
 */
export function decide(
  purchase: Purchase | null,
  command: PurchaseCommand,
  nowMs: number,
  terms: EscrowTerms,
): Decision {
  if (command.type === 'place') {
    if (purchase) return { refused: 'purchase_exists' };
    return {
      events: [{ type: 'order_received', order: command.order, confirmByMs: nowMs + terms.confirmWindowMs }],
    };
  }
  if (!purchase) return { refused: 'purchase_unknown' };
  if (isFinal(purchase.state) && command.type !== 'refund_charge') return { refused: 'purchase_over' };
  switch (command.type) {
    case 'confirm':
      return confirm(purchase, command, nowMs, terms);
    case 'decline':
      return purchase.state === 'order_received'
        ? { events: [{ type: 'declined' }] }
        : { refused: 'stage_wrong' };
    case 'cancel':
      return cancel(purchase, command.by);
    case 'ship':
      return ship(purchase, command, nowMs, terms);
    case 'report_delivery':
      return reportDelivery(purchase, command.waybill);
    case 'receive':
      return receive(purchase, nowMs, terms);
    case 'advance_time':
      return decideTime(purchase, nowMs, terms);
    case 'authorize':
    case 'reverse_authorization':
    case 'clear':
    case 'refund_charge':
    case 'settle_bill':
      return decideCharge(purchase, command, nowMs);
    default:
      return decideDispute(purchase, command, nowMs, terms);
  }
}

type Confirm = Extract<PurchaseCommand, { type: 'confirm' }>;

function confirm(purchase: Purchase, command: Confirm, nowMs: number, terms: EscrowTerms): Decision {
  if (purchase.state !== 'order_received') return { refused: 'stage_wrong' };
  if (nowMs >= purchase.confirmByMs) return { refused: 'confirmation_late' };
  if (command.consentHash !== hashPurchaseConsent(purchase)) return { refused: 'purchase_changed' };
  const armedUntilMs = purchase.funding === 'advanced' ? nowMs + terms.armedWindowMs : null;
  const { method } = command;
  return {
    events: [{ type: 'identity_confirmed', method, armedUntilMs, shipByMs: nowMs + terms.shipWithinMs }],
  };
}

/** Before the money is gone either side may call the order off; a charged card needs the shop's refund instead. */
function cancel(purchase: Purchase, by: 'buyer' | 'seller'): Decision {
  if (purchase.state !== 'order_received' && purchase.state !== 'identity_confirmed')
    return { refused: 'stage_wrong' };
  if (purchase.charge) return { refused: 'charge_exists' };
  return { events: [{ type: 'cancelled', by }] };
}

type Ship = Extract<PurchaseCommand, { type: 'ship' }>;

/** S32: nothing is shipped before the buyer's identity is confirmed. */
function ship(purchase: Purchase, command: Ship, nowMs: number, terms: EscrowTerms): Decision {
  if (purchase.state !== 'identity_confirmed') return { refused: 'stage_wrong' };
  if (purchase.funding === 'held' && command.by !== 'seller') return { refused: 'funding_wrong' };
  if (purchase.funding === 'advanced' && !purchase.charge) return { refused: 'charge_missing' };
  const { by, waybill, carrier } = command;
  return {
    events: [{ type: 'shipped', by, waybill, carrier, undeliveredAtMs: nowMs + terms.deliverWithinMs }],
  };
}

/** The carrier reports `delivered`; only the buyer or the timer makes it `received`. */
function reportDelivery(purchase: Purchase, waybill: string): Decision {
  if (purchase.state !== 'shipped' && purchase.state !== 'disputed') return { refused: 'stage_wrong' };
  if (purchase.waybill !== waybill) return { refused: 'waybill_wrong' };
  return { events: purchase.deliveredAtMs === null ? [{ type: 'delivered', waybill }] : [] };
}

/** S33, S34. A disputed purchase that arrives after all is received by its buyer in the same way. */
function receive(purchase: Purchase, nowMs: number, terms: EscrowTerms): Decision {
  const arrived = purchase.state === 'shipped' || purchase.state === 'disputed';
  const unannounced = purchase.state === 'identity_confirmed' && purchase.funding === 'advanced';
  if (!arrived && !unannounced) return { refused: 'stage_wrong' };
  if (purchase.funding === 'advanced' && !purchase.charge?.clearedAtMs)
    return { refused: 'charge_uncleared' };
  return { events: settle(purchase, 'buyer', nowMs, terms) };
}
