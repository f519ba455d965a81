/** Why a charge on a one-time number was declined, as its owner is told. */
export const DECLINE_REASONS = [
  'amount_wrong',
  'payee_wrong',
  'charge_exists',
  'number_late',
  'card_data_wrong',
  'not_allowed',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
