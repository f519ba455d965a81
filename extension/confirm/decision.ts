import type { PurchaseView } from '#shared/api/purchase-view.ts';
import type { ArmedFill } from '../messages/confirm-map.ts';
import type { Refusal } from '../messages/refusal.ts';

/** How a confirm window ends, or that it is still open. */
export type Decision =
  | { state: 'open' }
  | { state: 'confirmed'; fill: ArmedFill }
  | { state: 'declined' }
  | { state: 'expired' }
  | { state: 'changed' }
  /** It was decided elsewhere: on another device, by reply, by the shop. */
  | { state: 'over' };

/** How a purchase that was just fetched stands for its window. */
export function decideAtStart(purchase: PurchaseView, nowMs: number): Decision {
  if (purchase.state === 'declined') return { state: 'declined' };
  if (purchase.state === 'expired') return { state: 'expired' };
  if (purchase.state !== 'order_received') return { state: 'over' };
  return nowMs >= purchase.confirmByMs ? { state: 'expired' } : { state: 'open' };
}

/** The end that a refusal tells of, or null where the person may still decide. */
export function decideAfterRefusal(
  refused: Refusal,
): Exclude<Decision, { state: 'open' | 'confirmed' }> | null {
  if (refused === 'purchase_changed') return { state: 'changed' };
  if (refused === 'confirmation_late') return { state: 'expired' };
  return refused === 'purchase_over' || refused === 'stage_wrong' ? { state: 'over' } : null;
}
