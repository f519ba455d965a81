import type { PurchaseEvent, PurchaseEventType } from '#shared/purchase/event.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { NewJob } from '../storage/jobs/enqueue-jobs.ts';

/** Events that are told to the buyer by one plain mail. */
const TOLD = [
  'declined',
  'expired',
  'cancelled',
  'shipped',
  'delivered',
  'closed',
  'refunded',
  'disputed',
] as const satisfies readonly PurchaseEventType[];

/** Which mail `event` owes the buyer: the job's kind, or null. */
function findMail(purchase: Purchase, event: PurchaseEvent): string | null {
  switch (event.type) {
    case 'order_received':
      return purchase.funding === 'held' ? 'mail_confirmation_request' : null;
    case 'identity_confirmed':
      return 'mail_authentication_message';
    case 'receipt_reminded':
      return 'mail_receipt_reminder';
    case 'billed':
      return 'mail_bill';
    default:
      return (TOLD as readonly string[]).includes(event.type) ? 'mail_state_changed' : null;
  }
}

/** What the letter about `event` names it: that time alone took the parcel as received is told with what came of it. */
function nameEvent(purchase: Purchase, event: PurchaseEvent, receivedBy: ReceivedBy | null): string {
  const follows = event.type === 'closed' || event.type === 'billed';
  if (!follows || receivedBy !== 'time') return event.type;
  return purchase.disputes.decidedBy === 'time' ? 'ruled_by_time' : 'received_by_time';
}

/** Who said that the goods were there. */
export type ReceivedBy = Extract<PurchaseEvent, { type: 'received' }>['by'];

/**
 * The mail that `event` owes (`purchase` as it is after the event); `receivedBy` where the same command received the
 * goods. Payloads hold ids and codes only.
 */
export function planMailJobs(
  purchase: Purchase,
  event: PurchaseEvent,
  { nowMs, receivedBy }: { nowMs: number; receivedBy: ReceivedBy | null },
): NewJob[] {
  const kind = findMail(purchase, event);
  if (kind === null) return [];
  const payload = { purchaseId: purchase.id, event: nameEvent(purchase, event, receivedBy) };
  return [{ kind, key: `${purchase.id}:${purchase.version}`, payload, runAtMs: nowMs }];
}
