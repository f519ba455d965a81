const MINUTE = 60_000;
const DAY = 86_400_000;

/** How long each wait lasts, in milliseconds (requirements, section 7: silence never strands money), and the shop's fee. */
export interface EscrowTerms {
  confirmWindowMs: number;
  armedWindowMs: number;
  shipWithinMs: number;
  /** From `shipped` without a delivery report until a dispute opens by itself. */
  deliverWithinMs: number;
  /** From `delivered` until receipt is taken as given. */
  receiptWindowMs: number;
  /** When reminders go out, counted from `delivered`. */
  reminderAfterMs: readonly [number, number, number];
  billDueMs: number;
  writeOffAfterMs: number;
  returnWindowMs: number;
  refundWithinMs: number;
  rulingWindowMs: number;
  /** How often one purchase may be disputed; the last of them cannot be taken back, it is decided. */
  disputesAtMost: number;
  /** What a clock has at least after a dispute was taken back, and the time for a ruling when one is opened again. */
  clockLeastMs: number;
  rulingLeastMs: number;
  /** What a held sale costs its shop, in hundredths of a percent of what it is paid. */
  feeBasisPoints: number;
}

export const DEFAULT_TERMS: EscrowTerms = {
  confirmWindowMs: 30 * MINUTE,
  armedWindowMs: 15 * MINUTE,
  shipWithinMs: 14 * DAY,
  deliverWithinMs: 45 * DAY,
  receiptWindowMs: 7 * DAY,
  reminderAfterMs: [3 * DAY, 5 * DAY, 6 * DAY],
  billDueMs: 14 * DAY,
  writeOffAfterMs: 30 * DAY,
  returnWindowMs: 14 * DAY,
  refundWithinMs: 14 * DAY,
  rulingWindowMs: 60 * DAY,
  disputesAtMost: 3,
  clockLeastMs: 3 * DAY,
  rulingLeastMs: 14 * DAY,
  feeBasisPoints: 0,
};
