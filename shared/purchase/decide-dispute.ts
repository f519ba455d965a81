import type { PurchaseCommand } from './command.ts';
import type { Decision } from './decide.ts';
import type { PurchaseEvent } from './event.ts';
import { findReturnEnd } from './find-return-end.ts';
import type { Purchase } from './purchase.ts';
import { computeOwed, computePayable, settle, settleHeld } from './settle.ts';
import type { EscrowTerms } from './terms.ts';

type DisputeCommand = Extract<
  PurchaseCommand,
  {
    type:
      | 'dispute'
      | 'withdraw_dispute'
      | 'request_return'
      | 'accept_return'
      | 'refund'
      | 'refund_part'
      | 'rule';
  }
>;

/** Disputes, returns, refunds and rulings (requirements, section 7: each has a way out by a person). */
export function decideDispute(
  purchase: Purchase,
  command: DisputeCommand,
  nowMs: number,
  terms: EscrowTerms,
): Decision {
  switch (command.type) {
    case 'dispute':
      return dispute(purchase, command.reason, nowMs, terms);
    case 'withdraw_dispute':
      return withdraw(purchase, terms);
    case 'request_return':
      return requestReturn(purchase, nowMs, terms);
    case 'accept_return':
      return purchase.state === 'returned'
        ? { events: refund(purchase, 'seller') }
        : { refused: 'stage_wrong' };
    case 'refund':
      return refundBySeller(purchase);
    case 'refund_part':
      return refundPart(purchase, command.amountMinor);
    case 'rule':
      return rule(purchase, command.sellerMinor, nowMs, terms);
  }
}

/**
 * An advanced purchase is charged before it is shipped, and cannot be called off from then on: so its buyer may complain
 * from the authorisation on, whether the shop has collected yet or not.
 */
function dispute(purchase: Purchase, reason: string, nowMs: number, terms: EscrowTerms): Decision {
  const waiting = purchase.state === 'identity_confirmed' && purchase.charge !== null;
  const billed = purchase.state === 'received' && purchase.bill?.settledAtMs === null;
  if (!waiting && !billed && purchase.state !== 'shipped') return { refused: 'stage_wrong' };
  const { openedCount, decidedBy } = purchase.disputes;
  if (decidedBy !== null || openedCount >= terms.disputesAtMost) return { refused: 'disputes_over' };
  return { events: [openDispute(purchase, { by: 'buyer', reason }, nowMs, terms)] };
}

/** Opened again, a dispute has what was left of the time for a ruling, and time for an answer at least. */
export function openDispute(
  { disputes }: Purchase,
  opened: { by: 'buyer' | 'time'; reason: string },
  nowMs: number,
  terms: EscrowTerms,
): PurchaseEvent {
  const { rulingWindowMs, rulingLeastMs } = terms;
  const leftMs =
    disputes.rulingLeftMs === null ? rulingWindowMs : Math.max(disputes.rulingLeftMs, rulingLeastMs);
  return { type: 'disputed', ...opened, rulingDueAtMs: nowMs + leftMs };
}

/** The last dispute stands until it is decided: by receipt, return, refund, an arbiter, or time. */
function withdraw({ state, disputes }: Purchase, terms: EscrowTerms): Decision {
  if (state !== 'disputed') return { refused: 'stage_wrong' };
  if (disputes.openedCount >= terms.disputesAtMost) return { refused: 'dispute_final' };
  return { events: [{ type: 'dispute_withdrawn' }] };
}

function requestReturn(purchase: Purchase, nowMs: number, terms: EscrowTerms): Decision {
  if (purchase.disputes.decidedBy === 'arbiter') return { refused: 'disputes_over' };
  const kept = purchase.state === 'received' && nowMs < (findReturnEnd(purchase, terms) ?? 0);
  if (!kept && purchase.state !== 'shipped' && purchase.state !== 'disputed')
    return { refused: 'stage_wrong' };
  return { events: [{ type: 'returned', refundDueAtMs: nowMs + terms.refundWithinMs }] };
}

/** A member shop gives held money back; a shop outside refunds through its acquirer instead. */
function refundBySeller(purchase: Purchase): Decision {
  if (purchase.funding !== 'held') return { refused: 'funding_wrong' };
  return isHoldingMoney(purchase) ? { events: refund(purchase, 'seller') } : { refused: 'stage_wrong' };
}

const isHoldingMoney = ({ state }: Purchase) =>
  ['identity_confirmed', 'shipped', 'disputed', 'returned'].includes(state);

/** A member shop gives back a part; the whole that is left is a refund. */
function refundPart(purchase: Purchase, amountMinor: bigint): Decision {
  if (purchase.funding !== 'held') return { refused: 'funding_wrong' };
  if (!isHoldingMoney(purchase)) return { refused: 'stage_wrong' };
  const left = computePayable(purchase);
  if (amountMinor <= 0n || amountMinor > left) return { refused: 'amount_wrong' };
  if (amountMinor === left) return { events: refund(purchase, 'seller') };
  return { events: [{ type: 'part_refunded', amountMinor }] };
}

/** Gives everything back that is still open: held money is freed, an advance is taken from the acquirer again. */
export function refund(purchase: Purchase, by: 'seller' | 'arbiter' | 'time'): PurchaseEvent[] {
  const left = computeOwed(purchase);
  const events: PurchaseEvent[] = [{ type: 'refunded', by }];
  if (left > 0n) events.unshift({ type: 'charge_refunded', amountMinor: left, full: true, to: 'advance' });
  return events;
}

/**
 * An arbiter gives the seller all, nothing, or a part; the rest is the buyer's. What the shop already gave back is the
 * buyer's in any case. A return may be ruled on too: it is the way out by a person where nobody takes the goods.
 */
function rule(purchase: Purchase, sellerMinor: bigint, nowMs: number, terms: EscrowTerms): Decision {
  if (purchase.state !== 'disputed' && purchase.state !== 'returned') return { refused: 'stage_wrong' };
  const whole = purchase.funding === 'held' ? computePayable(purchase) : computeOwed(purchase);
  if (sellerMinor < 0n || sellerMinor > whole) return { refused: 'amount_wrong' };
  if (sellerMinor === 0n) return { events: refund(purchase, 'arbiter') };
  if (sellerMinor === whole) return { events: settle(purchase, 'arbiter', nowMs, terms) };
  return split(purchase, sellerMinor, nowMs, terms);
}

function split(purchase: Purchase, sellerMinor: bigint, nowMs: number, terms: EscrowTerms): Decision {
  const received: PurchaseEvent = { type: 'received', by: 'arbiter' };
  if (purchase.funding === 'held') {
    return { events: [received, settleHeld(sellerMinor, terms), { type: 'closed' }] };
  }
  const back = computeOwed(purchase) - sellerMinor;
  const billed: PurchaseEvent = {
    type: 'billed',
    amountMinor: sellerMinor,
    dueAtMs: nowMs + terms.billDueMs,
  };
  return {
    events: [{ type: 'charge_refunded', amountMinor: back, full: false, to: 'advance' }, received, billed],
  };
}
