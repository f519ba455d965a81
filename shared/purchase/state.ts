/** The five stages of an escrow, exactly and in order (S37). */
export const STAGES = ['order_received', 'identity_confirmed', 'shipped', 'received', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

/** States off the path of the five stages (requirements, section 7). */
export const OFF_PATH_STATES = [
  'declined',
  'expired',
  'cancelled',
  'disputed',
  'returned',
  'refunded',
] as const;
export type OffPathState = (typeof OFF_PATH_STATES)[number];

export const PURCHASE_STATES = [...STAGES, ...OFF_PATH_STATES] as const;
export type PurchaseState = (typeof PURCHASE_STATES)[number];

/** States that nothing leaves, but for a refund by the shop's acquirer after `closed`. */
export const FINAL_STATES = ['closed', 'declined', 'expired', 'cancelled', 'refunded'] as const;

/** Whether a purchase in `state` is over. */
export function isFinal(state: PurchaseState): boolean {
  return (FINAL_STATES as readonly PurchaseState[]).includes(state);
}

/** How a purchase is funded (S39): money set aside and freed on receipt, or shop paid at once and buyer billed. */
export const FUNDING_MODES = ['held', 'advanced'] as const;
export type FundingMode = (typeof FUNDING_MODES)[number];
