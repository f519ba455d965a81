/** Why a purchase refuses a command. Part of the contract: see `shared/api/refusal.ts` for status and words. */
export const PURCHASE_REFUSALS = [
  'purchase_unknown',
  'purchase_exists',
  'purchase_over',
  'stage_wrong',
  'purchase_changed',
  'confirmation_late',
  'funding_wrong',
  'amount_wrong',
  'currency_wrong',
  'payee_wrong',
  'number_unarmed',
  'charge_exists',
  'charge_missing',
  'charge_uncleared',
  'waybill_wrong',
  'not_due',
  'disputes_over',
  'dispute_final',
] as const;
export type PurchaseRefusal = (typeof PURCHASE_REFUSALS)[number];
