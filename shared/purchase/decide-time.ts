import type { Decision } from './decide.ts';
import { openDispute, refund } from './decide-dispute.ts';
import type { PurchaseEvent } from './event.ts';
import type { Purchase } from './purchase.ts';
import { settle } from './settle.ts';
import type { EscrowTerms } from './terms.ts';

/** What time alone does: every open state has a way out by it (requirements, section 7). */
export function decideTime(purchase: Purchase, nowMs: number, terms: EscrowTerms): Decision {
  if (purchase.dueAtMs === null || nowMs < purchase.dueAtMs) return { refused: 'not_due' };
  switch (purchase.state) {
    case 'order_received':
      return { events: [{ type: 'expired', reason: 'unconfirmed' }] };
    case 'identity_confirmed':
      return { events: leaveConfirmed(purchase, nowMs, terms) };
    case 'shipped':
      return { events: leaveShipped(purchase, nowMs, terms) };
    case 'received':
      return { events: writeOff(purchase) };
    case 'disputed':
      return { events: ruleByDefault(purchase, nowMs, terms) };
    case 'returned':
      return { events: refund(purchase, 'time') };
    default:
      return { refused: 'purchase_over' };
  }
}

function leaveConfirmed(purchase: Purchase, nowMs: number, terms: EscrowTerms): PurchaseEvent[] {
  if (purchase.funding === 'held') return [{ type: 'expired', reason: 'unshipped' }];
  if (!purchase.charge) return [{ type: 'expired', reason: 'uncharged' }];
  if (!purchase.charge.clearedAtMs)
    return [{ type: 'charge_reversed' }, { type: 'expired', reason: 'uncharged' }];
  return [openDispute(purchase, { by: 'time', reason: 'no parcel was seen' }, nowMs, terms)];
}

function leaveShipped(purchase: Purchase, nowMs: number, terms: EscrowTerms): PurchaseEvent[] {
  if (purchase.deliveredAtMs === null) {
    return [openDispute(purchase, { by: 'time', reason: 'no delivery was reported' }, nowMs, terms)];
  }
  if (purchase.reminderCount < terms.reminderAfterMs.length) {
    return [{ type: 'receipt_reminded', reminderCount: purchase.reminderCount + 1 }];
  }
  if (purchase.funding === 'advanced' && !purchase.charge?.clearedAtMs) {
    const reason = 'the shop never collected its payment';
    return [openDispute(purchase, { by: 'time', reason }, nowMs, terms)];
  }
  return settle(purchase, 'time', nowMs, terms);
}

/** An unpaid bill goes to collection, so that the purchase itself does not stay open for ever. */
function writeOff(purchase: Purchase): PurchaseEvent[] {
  return [{ type: 'bill_written_off', amountMinor: purchase.bill?.amountMinor ?? 0n }, { type: 'closed' }];
}

/** Nobody ruled: what the carrier delivered is paid, anything else goes back to the buyer. */
function ruleByDefault(purchase: Purchase, nowMs: number, terms: EscrowTerms): PurchaseEvent[] {
  const charged = purchase.funding === 'held' || purchase.charge?.clearedAtMs != null;
  if (purchase.deliveredAtMs !== null && charged) return settle(purchase, 'time', nowMs, terms);
  return refund(purchase, 'time');
}

/** When receipt of a delivered parcel is taken as given, if nobody says anything; null where no such clock runs. */
export function findReceiptDue(purchase: Purchase, terms: EscrowTerms): number | null {
  const { state, deliveredAtMs, dueAtMs, reminderCount } = purchase;
  if (state !== 'shipped' || deliveredAtMs === null || dueAtMs === null) return null;
  return dueAtMs + terms.receiptWindowMs - (terms.reminderAfterMs[reminderCount] ?? terms.receiptWindowMs);
}
