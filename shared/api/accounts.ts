import { z } from 'zod';
import { hasRightCheckDigits } from '../money/iban.ts';
import { defineEndpoint } from './endpoint.ts';
import { CredentialJson, CurrencyCode, Id, Nothing, OptionsJson, OrderNumber, TimeMs } from './fields.ts';

const SESSION = ['session_missing', 'session_expired', 'proof_invalid'] as const;
const SELLER = [...SESSION, 'key_invalid', 'seller_unknown'] as const;

/** Minor units as a decimal string; sums may be large, and below zero. */
export const SumMinor = z.string().regex(/^-?\d{1,19}$/);

/** From `fromMs` (in it) to `toMs` (not in it). */
const Period = z.object({
  currency: CurrencyCode,
  fromMs: z.coerce.number().int().nonnegative(),
  toMs: z.coerce.number().int().nonnegative(),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
});

export const StatementEntry = z.object({
  atMs: TimeMs,
  kind: z.enum(['single', 'pending', 'post', 'void']),
  purchaseId: Id.nullable(),
  orderNumber: OrderNumber.nullable(),
  bankReference: z.string().nullable(),
  payoutId: Id.nullable(),
  /** What it added to the balance, and to what is set aside. */
  postedMinor: SumMinor,
  pendingMinor: SumMinor,
});
export type StatementEntry = z.infer<typeof StatementEntry>;

/** An account over a period: what it came to before, each entry, and what it comes to after. */
export const Statement = z.object({
  currency: CurrencyCode,
  fromMs: TimeMs,
  toMs: TimeMs,
  openingMinor: SumMinor,
  closingMinor: SumMinor,
  /** Set aside at the end of the period. */
  pendingMinor: SumMinor,
  /** Oldest first, and not all of them where there are more than `limit`. */
  entries: z.array(StatementEntry),
  complete: z.boolean(),
});
export type Statement = z.infer<typeof Statement>;

export const getStatement = defineEndpoint({
  ...{ method: 'GET', path: '/v1/me/statement', party: 'session', status: 200 },
  summary: 'My account over a period: `funds` is what I paid in, `advances` what was advanced to me.',
  query: Period.extend({ account: z.enum(['funds', 'advances']).default('funds') }),
  result: Statement,
  refusals: SESSION,
});

export const getSellerStatement = defineEndpoint({
  ...{ method: 'GET', path: '/v1/seller/statement', party: 'seller', status: 200 },
  summary: 'What was payable to the shop over a period: sales, fees, payouts.',
  query: Period,
  result: Statement,
  refusals: SELLER,
});

/** Holder and number of the bank account that a shop is paid to (IBAN, ISO 13616; BIC, ISO 9362). */
export const PayoutAccount = z.object({
  name: z.string().trim().min(1).max(70),
  iban: z
    .string()
    .transform(text => text.replace(/\s/g, '').toUpperCase())
    .pipe(
      z
        .string()
        .regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/)
        .refine(hasRightCheckDigits),
    ),
  bic: z
    .string()
    .regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/)
    .nullable(),
});

/** Where a shop is paid, as it is told afterwards: never the whole number. */
export const KeptPayoutAccount = z.object({
  lastDigits: z.string(),
  changedAtMs: TimeMs,
  /** Before this nothing is paid out. */
  paysFromMs: TimeMs,
});
export type KeptPayoutAccount = z.infer<typeof KeptPayoutAccount>;

const PayoutConsent = z.object({
  ...{ sellerId: Id, shopName: z.string(), shopHost: z.string() },
  ...{ name: z.string(), iban: z.string(), bic: z.string().nullable() },
  ...{ replacesDigits: z.string().nullable(), paysFromMs: TimeMs, nonce: z.string() },
});

/** By a session of the shop's owner alone: neither the shop's key nor anybody else's session begins it. */
export const beginPayoutChange = defineEndpoint({
  ...{ method: 'POST', path: '/v1/sellers/:sellerId/account/changes', party: 'session', status: 201 },
  summary:
    'Begin to name the bank account that payouts go to: what is to be signed, and options whose challenge is its hash.',
  params: z.object({ sellerId: Id }),
  body: PayoutAccount,
  result: z.object({ changeId: Id, consent: PayoutConsent, options: OptionsJson }),
  refusals: [...SESSION, 'seller_unknown', 'input_invalid'],
  idempotency: 'own_nonce',
});

export const changePayoutAccount = defineEndpoint({
  ...{ method: 'PUT', path: '/v1/sellers/:sellerId/account', party: 'session', status: 200 },
  summary:
    "Name the account by the owner's passkey. One that takes the place of another is paid two days later at the earliest.",
  params: z.object({ sellerId: Id }),
  body: z.object({ changeId: Id, credential: CredentialJson }),
  result: z.object({ account: KeptPayoutAccount }),
  refusals: [
    ...SESSION,
    ...(['seller_unknown', 'challenge_unknown', 'passkey_unknown', 'passkey_invalid'] as const),
    ...(['origin_foreign', 'conflict'] as const),
  ],
  idempotency: 'own_nonce',
});

const TrialBalanceAccount = z.object({
  code: z.string(),
  debitedMinor: SumMinor,
  creditedMinor: SumMinor,
});

export const getTrialBalance = defineEndpoint({
  ...{ method: 'GET', path: '/v1/operator/books', party: 'operator', status: 200 },
  summary: 'Every account added up by currency: each difference is zero, or something is wrong.',
  result: z.object({
    books: z.array(
      z.object({
        currency: CurrencyCode,
        differenceMinor: SumMinor,
        driftMinor: SumMinor,
        pendingDifferenceMinor: SumMinor,
        accounts: z.array(TrialBalanceAccount),
      }),
    ),
  }),
  refusals: ['key_invalid'],
});

export const PayoutBatch = z.object({ batchId: Id, count: z.int(), totalMinor: SumMinor });

export const preparePayouts = defineEndpoint({
  ...{ method: 'POST', path: '/v1/operator/payouts', party: 'operator', status: 201 },
  summary: 'Set aside what is payable to every shop in one currency, to be paid by one file.',
  body: z.object({ currency: CurrencyCode, executionDate: z.iso.date() }),
  result: PayoutBatch,
  refusals: ['key_invalid', 'payout_account_missing'],
  idempotency: 'required',
});

export const getPayoutFile = defineEndpoint({
  ...{ method: 'GET', path: '/v1/operator/payouts/:batchId', party: 'operator', status: 200 },
  summary: 'The payment order of a batch for the bank (ISO 20022 pain.001.001.09).',
  params: z.object({ batchId: Id }),
  result: z.object({ fileName: z.string(), document: z.string() }),
  refusals: ['key_invalid', 'not_found', 'payout_account_missing'],
});

export const listPayouts = defineEndpoint({
  ...{ method: 'GET', path: '/v1/operator/payouts', party: 'operator', status: 200 },
  summary: 'Payouts under way, those that the bank should have told of first; never a name or an account.',
  result: z.object({
    payouts: z.array(
      z.object({
        ...{ payoutId: Id, batchId: Id, sellerId: Id, endToEndId: z.string() },
        ...{ currency: CurrencyCode, amountMinor: SumMinor, executionDate: z.iso.date() },
        state: z.enum(['pending', 'unanswered']),
      }),
    ),
  }),
  refusals: ['key_invalid'],
});

export const giveUpPayout = defineEndpoint({
  ...{ method: 'DELETE', path: '/v1/operator/payouts/:payoutId', party: 'operator', status: 200 },
  summary:
    'The bank refused this payout and will never pay it: it is payable again. Only once its time is over.',
  params: z.object({ payoutId: Id }),
  result: Nothing,
  refusals: ['key_invalid', 'not_found', 'stage_wrong'],
  idempotency: 'own_nonce',
});

export const postBankReport = defineEndpoint({
  ...{ method: 'POST', path: '/v1/bank/reports', party: 'bank', status: 200 },
  summary:
    "The bank's report of what it booked (ISO 20022 camt.054): payments in are credited, payouts end. Any part again changes nothing.",
  body: z.object({ document: z.string().min(1).max(240_000) }),
  result: z.object({
    credited: z.int(),
    known: z.int(),
    /** Payments in that name nobody, or were told otherwise before: for a person to look at. */
    unmatched: z.array(z.string()),
    payoutsPosted: z.int(),
    payoutsVoided: z.int(),
  }),
  refusals: ['signature_invalid', 'input_invalid'],
  idempotency: 'own_nonce',
});
