import type { PURCHASE_REFUSALS } from '../purchase/refusal.ts';

/**
 * Every refusal that the wallet server gives, with its HTTP status. A refusal is an expected answer, not a fault:
 * it travels as problem details (RFC 9457) whose `code` is the key here. Texts for people are in the locales.
 */
export const REFUSALS = {
  input_invalid: 400,
  idempotency_key_missing: 400,
  session_missing: 401,
  session_expired: 401,
  proof_invalid: 401,
  key_invalid: 401,
  signature_invalid: 401,
  not_yours: 403,
  origin_foreign: 403,
  not_found: 404,
  registration_unknown: 404,
  challenge_unknown: 404,
  passkey_unknown: 404,
  passkey_invalid: 403,
  passkey_required: 403,
  member_exists: 409,
  member_unknown: 404,
  seller_unknown: 404,
  terms_changed: 409,
  hub_unknown: 404,
  card_unknown: 404,
  code_wrong: 403,
  code_expired: 403,
  code_used: 403,
  code_missing: 409,
  code_tries_over: 403,
  order_exists: 409,
  funds_insufficient: 409,
  credit_insufficient: 409,
  parcel_ambiguous: 409,
  payout_account_missing: 409,
  vault_unreachable: 503,
  record_differs: 409,
  idempotency_key_reused: 422,
  idempotency_in_progress: 409,
  conflict: 409,
  rate_limited: 429,
  body_too_large: 413,
  not_ready: 503,
  purchase_unknown: 404,
  purchase_exists: 409,
  purchase_over: 409,
  stage_wrong: 409,
  purchase_changed: 409,
  confirmation_late: 409,
  funding_wrong: 409,
  amount_wrong: 409,
  currency_wrong: 409,
  payee_wrong: 409,
  number_unarmed: 409,
  charge_exists: 409,
  charge_missing: 409,
  charge_uncleared: 409,
  waybill_wrong: 409,
  not_due: 409,
} as const satisfies Record<string, number> & Record<(typeof PURCHASE_REFUSALS)[number], number>;

export type RefusalCode = keyof typeof REFUSALS;

/** Refusals that any call may get, and that its own entry in the contract need not repeat. */
export const COMMON_REFUSALS = ['input_invalid', 'rate_limited', 'body_too_large', 'not_ready'] as const;
