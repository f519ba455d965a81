import type { Currency } from '../money/currency.ts';
import type { OrderPlaced } from './command.ts';
import type { ConfirmationMethod } from './purchase.ts';

/** What happened to a purchase. Transfers, messages and log entries follow from these and from nothing else. */
export type PurchaseEvent =
  | { type: 'order_received'; order: OrderPlaced; confirmByMs: number }
  | { type: 'identity_confirmed'; method: ConfirmationMethod; armedUntilMs: number | null; shipByMs: number }
  | { type: 'declined' }
  | { type: 'expired'; reason: 'unconfirmed' | 'uncharged' | 'unshipped' }
  | { type: 'cancelled'; by: 'buyer' | 'seller' }
  | { type: 'charge_authorized'; amountMinor: bigint; authorizationCode: string }
  | { type: 'charge_reversed' }
  | { type: 'charge_cleared'; amountMinor: bigint; currency: Currency }
  /** `to` says where the money goes: against the advance, to the buyer who had paid, or to who collects the debt. */
  | { type: 'charge_refunded'; amountMinor: bigint; full: boolean; to: 'advance' | 'funds' | 'collections' }
  | {
      type: 'shipped';
      by: 'buyer' | 'seller' | 'carrier';
      waybill: string;
      carrier: string;
      undeliveredAtMs: number;
    }
  | { type: 'delivered'; waybill: string }
  | { type: 'receipt_reminded'; reminderCount: number }
  | { type: 'received'; by: 'buyer' | 'time' | 'arbiter' }
  /**
   * Held: seller paid and buyer charged, in one ledger transaction (S34). `sellerMinor` is less after a split or a
   * partial refund; of it the shop gives `feeMinor`.
   */
  | { type: 'settled'; sellerMinor: bigint; feeMinor: bigint }
  /** Held: the shop lowers what it will be paid; the buyer gets it back when the rest is settled. */
  | { type: 'part_refunded'; amountMinor: bigint }
  /** Advanced: the buyer is billed (S34). */
  | { type: 'billed'; amountMinor: bigint; dueAtMs: number }
  | { type: 'bill_settled'; amountMinor: bigint }
  | { type: 'bill_written_off'; amountMinor: bigint }
  | { type: 'closed' }
  | { type: 'disputed'; by: 'buyer' | 'time'; reason: string; rulingDueAtMs: number }
  | { type: 'dispute_withdrawn' }
  /** An outage of ours: nobody could act, so that the clocks that ran get the time back. */
  | { type: 'clock_stopped'; outageMs: number }
  | { type: 'returned'; refundDueAtMs: number }
  | { type: 'refunded'; by: 'seller' | 'arbiter' | 'acquirer' | 'time' };

export type PurchaseEventType = PurchaseEvent['type'];
