import type { PurchaseCommand } from './command.ts';
import type { Decision } from './decide.ts';
import type { Purchase } from './purchase.ts';

type ChargeCommand = Extract<
  PurchaseCommand,
  { type: 'authorize' | 'reverse_authorization' | 'clear' | 'refund_charge' | 'settle_bill' }
>;

/** What the shop's acquirer and the bank do to an advanced purchase. */
export function decideCharge(purchase: Purchase, command: ChargeCommand, nowMs: number): Decision {
  if (purchase.funding !== 'advanced') return { refused: 'funding_wrong' };
  switch (command.type) {
    case 'authorize':
      return authorize(purchase, command, nowMs);
    case 'reverse_authorization':
      if (!purchase.charge) return { refused: 'charge_missing' };
      return purchase.charge.clearedAtMs
        ? { refused: 'charge_exists' }
        : { events: [{ type: 'charge_reversed' }] };
    case 'clear':
      return clear(purchase, command);
    case 'refund_charge':
      return refundCharge(purchase, command);
    case 'settle_bill':
      if (purchase.state !== 'received' || purchase.bill?.settledAtMs !== null)
        return { refused: 'stage_wrong' };
      return {
        events: [{ type: 'bill_settled', amountMinor: purchase.bill.amountMinor }, { type: 'closed' }],
      };
  }
}

type Authorize = Extract<PurchaseCommand, { type: 'authorize' }>;

/** Only what was armed is approved: this payee, this amount, in time, once (requirements, section 7). */
function authorize(purchase: Purchase, command: Authorize, nowMs: number): Decision {
  if (purchase.state !== 'identity_confirmed' || purchase.armedUntilMs === null)
    return { refused: 'number_unarmed' };
  if (purchase.charge) return { refused: 'charge_exists' };
  if (nowMs >= purchase.armedUntilMs) return { refused: 'number_unarmed' };
  if (command.currency !== purchase.currency) return { refused: 'currency_wrong' };
  if (command.amountMinor !== purchase.amountMinor) return { refused: 'amount_wrong' };
  if (command.payeeHost !== purchase.payee.host) return { refused: 'payee_wrong' };
  const { amountMinor, authorizationCode } = command;
  return { events: [{ type: 'charge_authorized', amountMinor, authorizationCode }] };
}

/** A shop may capture less than it authorised, never more, and once. */
function clear(purchase: Purchase, command: Extract<PurchaseCommand, { type: 'clear' }>): Decision {
  if (!purchase.charge) return { refused: 'charge_missing' };
  if (purchase.charge.clearedAtMs !== null) return { refused: 'charge_exists' };
  if (command.currency !== purchase.currency) return { refused: 'currency_wrong' };
  if (command.amountMinor <= 0n || command.amountMinor > purchase.amountMinor)
    return { refused: 'amount_wrong' };
  const { amountMinor, currency } = command;
  return { events: [{ type: 'charge_cleared', amountMinor, currency }] };
}

function refundCharge(
  purchase: Purchase,
  command: Extract<PurchaseCommand, { type: 'refund_charge' }>,
): Decision {
  const { charge } = purchase;
  if (!charge?.clearedAtMs) return { refused: 'charge_uncleared' };
  if (purchase.state === 'refunded') return { refused: 'purchase_over' };
  if (command.currency !== purchase.currency) return { refused: 'currency_wrong' };
  const left = charge.clearedMinor - charge.refundedMinor;
  if (command.amountMinor <= 0n || command.amountMinor > left) return { refused: 'amount_wrong' };
  const full = command.amountMinor === left;
  const to = findRefundTarget(purchase);
  const events: Decision = {
    events: [{ type: 'charge_refunded', amountMinor: command.amountMinor, full, to }],
  };
  if (full) events.events.push({ type: 'refunded', by: 'acquirer' });
  return events;
}

/** Whoever bore the charge gets it back: the buyer who paid the bill, the collection that took it over, or the advance. */
function findRefundTarget(purchase: Purchase): 'advance' | 'funds' | 'collections' {
  if (purchase.bill?.settledAtMs != null) return 'funds';
  return purchase.state === 'closed' ? 'collections' : 'advance';
}
