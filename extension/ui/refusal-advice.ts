import type { ScreenRefusal } from './answer.ts';

/** What a refusal means for the money. */
export type MoneyMeaning = 'nothing_moved' | 'as_before' | 'unknown' | 'none';

/** What a person can do about a refusal. */
export type Advice =
  | 'try_again'
  | 'wait'
  | 'check_connection'
  | 'reload'
  | 'sign_in'
  | 'unlock'
  | 'check_input'
  | 'new_code'
  | 'await_code'
  | 'use_passkey'
  | 'start_again'
  | 'pay_in'
  | 'other_card'
  | 'open_checkout'
  | 'ask_shop'
  | 'look_at_purchase'
  | 'end_purchase'
  | 'allow_page'
  | 'allow_server'
  | 'other_device'
  | 'other_passkey'
  | 'other_place'
  | 'add_passkey'
  | 'remove_passkey';

type Meaning = { money: MoneyMeaning; advice: Advice };

const make = (money: MoneyMeaning, advice: Advice): Meaning => ({ money, advice });

/** Every refusal of the contract and of this device; the compiler asks for each. What happened is in the locales. */
export const REFUSAL_ADVICE: Record<ScreenRefusal, Meaning> = {
  input_invalid: make('nothing_moved', 'check_input'),
  idempotency_key_missing: make('nothing_moved', 'try_again'),
  session_missing: make('nothing_moved', 'sign_in'),
  session_expired: make('nothing_moved', 'sign_in'),
  proof_invalid: make('nothing_moved', 'sign_in'),
  key_invalid: make('nothing_moved', 'sign_in'),
  signature_invalid: make('nothing_moved', 'try_again'),
  not_yours: make('as_before', 'reload'),
  origin_foreign: make('nothing_moved', 'start_again'),
  not_found: make('none', 'reload'),
  registration_unknown: make('none', 'start_again'),
  challenge_unknown: make('nothing_moved', 'try_again'),
  passkey_unknown: make('nothing_moved', 'sign_in'),
  passkey_invalid: make('nothing_moved', 'try_again'),
  passkey_required: make('nothing_moved', 'use_passkey'),
  passkey_resting: make('nothing_moved', 'other_passkey'),
  passkey_same: make('none', 'other_passkey'),
  passkey_last: make('none', 'add_passkey'),
  passkeys_full: make('none', 'remove_passkey'),
  member_exists: make('none', 'sign_in'),
  member_unknown: make('nothing_moved', 'check_input'),
  seller_unknown: make('none', 'reload'),
  terms_changed: make('none', 'reload'),
  terms_signed: make('none', 'reload'),
  hub_unknown: make('none', 'reload'),
  card_unknown: make('nothing_moved', 'reload'),
  code_wrong: make('nothing_moved', 'check_input'),
  code_expired: make('nothing_moved', 'new_code'),
  code_used: make('nothing_moved', 'new_code'),
  code_missing: make('nothing_moved', 'await_code'),
  code_tries_over: make('nothing_moved', 'new_code'),
  order_exists: make('as_before', 'look_at_purchase'),
  funds_insufficient: make('nothing_moved', 'pay_in'),
  credit_insufficient: make('nothing_moved', 'pay_in'),
  parcel_ambiguous: make('as_before', 'check_input'),
  payout_account_missing: make('nothing_moved', 'wait'),
  record_differs: make('none', 'check_input'),
  vault_unreachable: make('nothing_moved', 'wait'),
  idempotency_key_reused: make('as_before', 'reload'),
  idempotency_in_progress: make('unknown', 'wait'),
  conflict: make('as_before', 'reload'),
  rate_limited: make('nothing_moved', 'wait'),
  body_too_large: make('nothing_moved', 'check_input'),
  not_ready: make('nothing_moved', 'wait'),
  purchase_unknown: make('none', 'reload'),
  purchase_exists: make('as_before', 'look_at_purchase'),
  purchase_over: make('as_before', 'look_at_purchase'),
  stage_wrong: make('as_before', 'look_at_purchase'),
  disputes_over: make('as_before', 'look_at_purchase'),
  dispute_final: make('as_before', 'look_at_purchase'),
  purchase_changed: make('nothing_moved', 'reload'),
  confirmation_late: make('nothing_moved', 'start_again'),
  funding_wrong: make('as_before', 'look_at_purchase'),
  amount_wrong: make('nothing_moved', 'check_input'),
  currency_wrong: make('nothing_moved', 'other_card'),
  payee_wrong: make('nothing_moved', 'start_again'),
  number_unarmed: make('nothing_moved', 'start_again'),
  charge_exists: make('as_before', 'ask_shop'),
  charge_missing: make('as_before', 'look_at_purchase'),
  charge_uncleared: make('as_before', 'wait'),
  waybill_wrong: make('as_before', 'check_input'),
  not_due: make('as_before', 'wait'),
  message_unknown: make('nothing_moved', 'reload'),
  sender_foreign: make('nothing_moved', 'reload'),
  wallet_missing: make('nothing_moved', 'start_again'),
  wallet_locked: make('nothing_moved', 'unlock'),
  passphrase_wrong: make('none', 'check_input'),
  unlock_wrong: make('none', 'use_passkey'),
  card_in_use: make('none', 'end_purchase'),
  server_unreachable: make('unknown', 'check_connection'),
  page_gone: make('as_before', 'reload'),
  page_changed: make('as_before', 'reload'),
  fields_missing: make('none', 'open_checkout'),
  access_withheld: make('nothing_moved', 'allow_page'),
  passkey_cancelled: make('nothing_moved', 'try_again'),
  passkey_timed_out: make('nothing_moved', 'try_again'),
  passkey_unsupported: make('nothing_moved', 'other_device'),
  passkey_withheld: make('nothing_moved', 'allow_server'),
  passkey_own: make('none', 'try_again'),
  passkey_exists: make('none', 'other_place'),
  passkey_failed: make('nothing_moved', 'try_again'),
  fault: make('unknown', 'look_at_purchase'),
};
