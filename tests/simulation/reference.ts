import type { PurchaseCommand } from '#shared/purchase/command.ts';
import type { FundingMode, PurchaseState } from '#shared/purchase/state.ts';
import { DEFAULT_TERMS as TERMS } from '#shared/purchase/terms.ts';

/**
 * A purchase as the requirements tell it (S28-S37 and section 7), written apart from `shared/purchase`: one flat record
 * that rules change in place. It says which commands are taken and where all money is; it knows no events.
 */
export interface ReferencePurchase {
  readonly funding: FundingMode;
  readonly amountMinor: bigint;
  state: PurchaseState;
  placedAtMs: number;
  confirmedAtMs: number;
  /** From when the clock of the state that now runs counts; a dispute that was taken back moves it on. */
  sinceMs: number;
  /** What `sinceMs` was when the dispute that is open stopped it. */
  stoodSinceMs: number;
  /** How long an arbiter may take for the dispute that is open. */
  rulingMs: number;
  disputed: number;
  /** Who ended a dispute or return in the shop's favour, or in part. */
  decided: 'arbiter' | 'time' | null;
  charge: 'none' | 'authorized' | 'cleared';
  clearedMinor: bigint;
  refundedMinor: bigint;
  waybill: string | null;
  delivered: boolean;
  reminders: number;
  /** What the buyer still owes of a bill; null without one. */
  billMinor: bigint | null;
  billPaid: boolean;
  writtenOff: boolean;
  /** What a member shop gave back while the money was held. */
  partBackMinor: bigint;
  /** What the shop is paid, its fee still in it. */
  sellerMinor: bigint;
  readonly feeBasisPoints: bigint;
  receivedAtMs: number;
  cameFrom: 'identity_confirmed' | 'shipped' | 'received';
}

export function placeReference(
  { funding, amountMinor, feeBasisPoints = 0n }: Placed,
  nowMs: number,
): ReferencePurchase {
  return {
    ...{ funding, amountMinor, state: 'order_received', placedAtMs: nowMs, confirmedAtMs: 0, sinceMs: nowMs },
    ...{ charge: 'none', clearedMinor: 0n, refundedMinor: 0n, waybill: null, delivered: false, reminders: 0 },
    ...{ billMinor: null, billPaid: false, writtenOff: false, sellerMinor: 0n, receivedAtMs: 0 },
    ...{ partBackMinor: 0n, feeBasisPoints, stoodSinceMs: 0, rulingMs: TERMS.rulingWindowMs, disputed: 0 },
    decided: null,
    cameFrom: 'shipped',
  };
}

interface Placed {
  funding: FundingMode;
  amountMinor: bigint;
  feeBasisPoints?: bigint;
}

/** What is left of a charge to give back. */
export function leftOf(p: ReferencePurchase): bigint {
  return p.clearedMinor - p.refundedMinor;
}

/** What a held purchase still has for its shop. */
function payableOf(p: ReferencePurchase): bigint {
  return p.amountMinor - p.partBackMinor;
}

/** Whether money is set aside that was neither moved nor freed. */
export function isSetAside(p: ReferencePurchase): boolean {
  const under = ['identity_confirmed', 'shipped', 'disputed', 'returned'].includes(p.state);
  return under && (p.funding === 'held' || p.charge !== 'cleared');
}

/** When time next does something; null when it is over. */
export function dueAt(p: ReferencePurchase): number | null {
  switch (p.state) {
    case 'order_received':
      return p.placedAtMs + TERMS.confirmWindowMs;
    case 'identity_confirmed':
      if (p.funding === 'advanced' && p.charge === 'none') return p.confirmedAtMs + TERMS.armedWindowMs;
      return p.sinceMs + TERMS.shipWithinMs;
    case 'shipped':
      if (!p.delivered) return p.sinceMs + TERMS.deliverWithinMs;
      return p.sinceMs + (TERMS.reminderAfterMs[p.reminders] ?? TERMS.receiptWindowMs);
    case 'received':
      return p.sinceMs + TERMS.billDueMs + TERMS.writeOffAfterMs;
    case 'disputed':
      return p.sinceMs + p.rulingMs;
    case 'returned':
      return p.sinceMs + TERMS.refundWithinMs;
    default:
      return null;
  }
}

/** Does `command` where the rules allow it. */
export function doReference(
  p: ReferencePurchase,
  command: PurchaseCommand,
  nowMs: number,
): 'done' | 'refused' {
  const rule: Rule = RULES[command.type];
  return rule(p, command as never, nowMs) ? 'done' : 'refused';
}

/** False where the command is refused; the purchase is then untouched. */
type Rule = (p: ReferencePurchase, command: never, nowMs: number) => boolean;
type Of<T extends PurchaseCommand['type']> = Extract<PurchaseCommand, { type: T }>;

const is = (p: ReferencePurchase, ...states: PurchaseState[]) => states.includes(p.state);
const isOver = (p: ReferencePurchase) => is(p, 'closed', 'declined', 'expired', 'cancelled', 'refunded');

function enter(p: ReferencePurchase, state: PurchaseState, nowMs: number): true {
  p.state = state;
  p.sinceMs = nowMs;
  return true;
}

function giveBack(p: ReferencePurchase, nowMs: number): true {
  p.refundedMinor = p.clearedMinor;
  return enter(p, 'refunded', nowMs);
}

/** The whole way: a held purchase pays the seller and closes, an advanced one is billed. */
function receiveFor(p: ReferencePurchase, sellerMinor: bigint, nowMs: number): true {
  p.receivedAtMs = nowMs;
  if (p.funding === 'held') {
    p.sellerMinor = sellerMinor;
    return enter(p, 'closed', nowMs);
  }
  p.billMinor = leftOf(p);
  return enter(p, 'received', nowMs);
}

/** The clock of the state stands still from here on. */
function openDispute(p: ReferencePurchase, nowMs: number): true {
  p.cameFrom = p.state as ReferencePurchase['cameFrom'];
  p.stoodSinceMs = p.sinceMs;
  p.disputed += 1;
  return enter(p, 'disputed', nowMs);
}

/** How long it was; the next one has what is left of the time for a ruling, and time for an answer at least. */
function leaveDispute(p: ReferencePurchase, nowMs: number): number {
  p.rulingMs = Math.max(p.rulingMs - (nowMs - p.sinceMs), TERMS.rulingLeastMs);
  return nowMs - p.sinceMs;
}

const RULES: Record<PurchaseCommand['type'], Rule> = {
  place: () => false,
  confirm: (p, command: Of<'confirm'>, nowMs) => {
    if (!is(p, 'order_received') || nowMs >= p.placedAtMs + TERMS.confirmWindowMs) return false;
    if (command.consentHash === '') return false;
    p.confirmedAtMs = nowMs;
    return enter(p, 'identity_confirmed', nowMs);
  },
  decline: (p, _command, nowMs) => is(p, 'order_received') && enter(p, 'declined', nowMs),
  cancel: (p, _command, nowMs) =>
    is(p, 'order_received', 'identity_confirmed') && p.charge === 'none' && enter(p, 'cancelled', nowMs),
  authorize: (p, command: Of<'authorize'>, nowMs) => {
    if (p.funding !== 'advanced' || !is(p, 'identity_confirmed') || p.charge !== 'none') return false;
    if (nowMs >= p.confirmedAtMs + TERMS.armedWindowMs || command.amountMinor !== p.amountMinor) return false;
    p.charge = 'authorized';
    return true;
  },
  reverse_authorization: p => {
    if (p.funding !== 'advanced' || isOver(p) || p.charge !== 'authorized') return false;
    p.charge = 'none';
    return true;
  },
  clear: (p, { amountMinor }: Of<'clear'>) => {
    if (p.funding !== 'advanced' || isOver(p) || p.charge !== 'authorized') return false;
    if (amountMinor <= 0n || amountMinor > p.amountMinor) return false;
    p.charge = 'cleared';
    p.clearedMinor = amountMinor;
    return true;
  },
  refund_charge: (p, { amountMinor }: Of<'refund_charge'>, nowMs) => {
    if (p.funding !== 'advanced' || p.charge !== 'cleared' || is(p, 'refunded')) return false;
    if (amountMinor <= 0n || amountMinor > leftOf(p)) return false;
    p.refundedMinor += amountMinor;
    if (p.billMinor !== null && !p.billPaid) p.billMinor -= amountMinor;
    if (leftOf(p) === 0n) enter(p, 'refunded', nowMs);
    return true;
  },
  settle_bill: (p, _command, nowMs) => {
    if (!is(p, 'received') || p.billMinor === null || p.billPaid) return false;
    p.billPaid = true;
    return enter(p, 'closed', nowMs);
  },
  ship: (p, { by, waybill }: Of<'ship'>, nowMs) => {
    if (!is(p, 'identity_confirmed')) return false;
    if (p.funding === 'held' ? by !== 'seller' : p.charge === 'none') return false;
    p.waybill = waybill;
    return enter(p, 'shipped', nowMs);
  },
  report_delivery: (p, { waybill }: Of<'report_delivery'>, nowMs) => {
    if (!is(p, 'shipped', 'disputed') || p.waybill !== waybill) return false;
    if (!p.delivered && is(p, 'shipped')) p.sinceMs = nowMs;
    // All of the time to look at the parcel is left when the dispute is over.
    if (!p.delivered && is(p, 'disputed') && p.cameFrom === 'shipped') p.stoodSinceMs = p.sinceMs;
    p.delivered = true;
    return true;
  },
  receive: (p, _command, nowMs) => {
    const unannounced = is(p, 'identity_confirmed') && p.funding === 'advanced';
    if (!is(p, 'shipped', 'disputed') && !unannounced) return false;
    if (p.funding === 'advanced' && p.charge !== 'cleared') return false;
    if (is(p, 'disputed')) leaveDispute(p, nowMs);
    return receiveFor(p, payableOf(p), nowMs);
  },
  dispute: (p, _command, nowMs) => {
    const waiting = is(p, 'identity_confirmed') && p.charge !== 'none';
    if (!is(p, 'shipped', 'received') && !waiting) return false;
    if (p.decided !== null || p.disputed >= TERMS.disputesAtMost) return false;
    return openDispute(p, nowMs);
  },
  withdraw_dispute: (p, _command, nowMs) => {
    if (!is(p, 'disputed') || p.disputed >= TERMS.disputesAtMost) return false;
    const pausedMs = leaveDispute(p, nowMs);
    // Every clock goes on where it stood, that for a return too.
    p.state = p.cameFrom;
    p.sinceMs = p.stoodSinceMs + pausedMs;
    if (p.cameFrom === 'received') p.receivedAtMs += pausedMs;
    p.sinceMs += Math.max(0, nowMs + TERMS.clockLeastMs - (dueAt(p) ?? nowMs));
    return true;
  },
  request_return: (p, _command, nowMs) => {
    const kept = is(p, 'received') && nowMs < p.receivedAtMs + TERMS.returnWindowMs;
    if (!kept && !is(p, 'shipped', 'disputed')) return false;
    if (p.decided === 'arbiter') return false;
    return enter(p, 'returned', nowMs);
  },
  accept_return: (p, _command, nowMs) => is(p, 'returned') && giveBack(p, nowMs),
  refund: (p, _command, nowMs) => p.funding === 'held' && isSetAside(p) && giveBack(p, nowMs),
  refund_part: (p, { amountMinor }: Of<'refund_part'>, nowMs) => {
    if (p.funding !== 'held' || !isSetAside(p)) return false;
    if (amountMinor <= 0n || amountMinor > payableOf(p)) return false;
    if (amountMinor === payableOf(p)) return giveBack(p, nowMs);
    p.partBackMinor += amountMinor;
    return true;
  },
  rule: (p, { sellerMinor }: Of<'rule'>, nowMs) => {
    if (!is(p, 'disputed', 'returned')) return false;
    const whole = p.funding === 'held' ? payableOf(p) : leftOf(p);
    if (sellerMinor < 0n || sellerMinor > whole) return false;
    if (sellerMinor === 0n) return giveBack(p, nowMs);
    p.refundedMinor += p.funding === 'advanced' ? whole - sellerMinor : 0n;
    p.decided = 'arbiter';
    return receiveFor(p, sellerMinor, nowMs);
  },
  advance_time: (p, _command, nowMs) => {
    const due = dueAt(p);
    return due !== null && nowMs >= due && letTime(p, nowMs);
  },
};

function letTime(p: ReferencePurchase, nowMs: number): true {
  switch (p.state) {
    case 'order_received':
      return enter(p, 'expired', nowMs);
    case 'identity_confirmed':
      if (p.charge !== 'cleared') {
        p.charge = 'none';
        return enter(p, 'expired', nowMs);
      }
      return openDispute(p, nowMs);
    case 'shipped': {
      if (p.delivered && p.reminders < TERMS.reminderAfterMs.length) {
        p.reminders += 1;
        return true;
      }
      if (p.delivered && (p.funding === 'held' || p.charge === 'cleared'))
        return receiveFor(p, payableOf(p), nowMs);
      return openDispute(p, nowMs);
    }
    case 'received':
      p.writtenOff = true;
      return enter(p, 'closed', nowMs);
    case 'disputed':
      if (p.delivered && (p.funding === 'held' || p.charge === 'cleared')) {
        p.decided = 'time';
        return receiveFor(p, payableOf(p), nowMs);
      }
      return giveBack(p, nowMs);
    default:
      return giveBack(p, nowMs);
  }
}
