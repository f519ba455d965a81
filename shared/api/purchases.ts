import { z } from 'zod';
import { ArmedNumber } from '../card/card.ts';
import { defineEndpoint } from './endpoint.ts';
import {
  AmountMinor,
  Carrier,
  CredentialJson,
  CurrencyCode,
  Host,
  Id,
  Nothing,
  OrderNumber,
  PositiveAmountMinor,
  TimeMs,
  Waybill,
} from './fields.ts';
import { PurchaseView } from './purchase-view.ts';
import { defineWords } from './visible-text.ts';

const SESSION = ['session_missing', 'session_expired', 'proof_invalid'] as const;
const PURCHASE = [...SESSION, 'purchase_unknown', 'purchase_over', 'stage_wrong', 'conflict'] as const;
const ByPurchase = z.object({ purchaseId: Id });
const OnePurchase = z.object({ purchase: PurchaseView });

export const placePurchase = defineEndpoint({
  ...{ method: 'POST', path: '/v1/purchases', party: 'session', status: 201 },
  summary: 'Begin a purchase at a shop that never heard of us (advanced); it waits for confirmation.',
  body: z.object({
    payee: z.object({ host: Host, name: defineWords(80) }),
    amountMinor: PositiveAmountMinor,
    currency: CurrencyCode,
    cardId: Id,
    orderNumber: OrderNumber.nullable(),
    description: z.string().trim().max(140),
  }),
  result: OnePurchase,
  refusals: [...SESSION, 'card_unknown', 'currency_wrong'],
  idempotency: 'required',
});

export const listPurchases = defineEndpoint({
  ...{ method: 'GET', path: '/v1/purchases', party: 'session', status: 200 },
  summary: 'My purchases, newest first; `before` is the id of the last one seen.',
  query: z.object({ before: Id.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  result: z.object({ purchases: z.array(PurchaseView) }),
  refusals: SESSION,
});

export const getPurchase = defineEndpoint({
  ...{ method: 'GET', path: '/v1/purchases/:purchaseId', party: 'session', status: 200 },
  summary: 'One purchase of mine.',
  params: ByPurchase,
  result: OnePurchase,
  refusals: [...SESSION, 'purchase_unknown'],
});

export const streamPurchases = defineEndpoint({
  ...{ method: 'GET', path: '/v1/purchases/stream', party: 'session', status: 200, stream: true },
  summary: 'Progress of my purchases: each as it stands now, then each change.',
  result: PurchaseView,
  refusals: SESSION,
});

export const requestCode = defineEndpoint({
  ...{ method: 'POST', path: '/v1/purchases/:purchaseId/code', party: 'session', status: 200 },
  summary: 'Mail the confirmation request with a new code (S29); earlier codes end.',
  params: ByPurchase,
  body: Nothing,
  result: z.object({ expiresAtMs: TimeMs }),
  refusals: [...PURCHASE, 'passkey_required', 'confirmation_late', 'vault_unreachable'],
  idempotency: 'required',
});

export const getCode = defineEndpoint({
  ...{ method: 'GET', path: '/v1/purchases/:purchaseId/code', party: 'session', status: 200 },
  summary:
    'How many tries the code that was mailed last has left, and until when it is good; never the code.',
  params: ByPurchase,
  result: z.object({ triesLeft: z.int().min(0), expiresAtMs: TimeMs }),
  refusals: [...SESSION, 'purchase_unknown', 'code_missing'],
});

export const confirmPurchase = defineEndpoint({
  ...{ method: 'POST', path: '/v1/purchases/:purchaseId/confirmation', party: 'session', status: 200 },
  summary:
    'Confirm what was shown, by passkey over its hash or by the mailed code (S30). Arms an advanced purchase.',
  params: ByPurchase,
  body: z.discriminatedUnion('method', [
    z.object({
      method: z.literal('passkey'),
      consentHash: z.string().length(43),
      credential: CredentialJson,
    }),
    z.object({
      method: z.literal('code'),
      consentHash: z.string().length(43),
      code: z.string().regex(/^\d{6}$/),
    }),
  ]),
  result: z.object({ purchase: PurchaseView, armedNumber: ArmedNumber.nullable() }),
  refusals: [
    ...PURCHASE,
    ...([
      'purchase_changed',
      'confirmation_late',
      'passkey_unknown',
      'passkey_invalid',
      'origin_foreign',
    ] as const),
    ...([
      'passkey_required',
      'code_missing',
      'code_wrong',
      'code_expired',
      'code_used',
      'code_tries_over',
    ] as const),
    ...(['funds_insufficient', 'credit_insufficient'] as const),
  ],
  idempotency: 'required',
});

export const declinePurchase = defineEndpoint({
  ...{ method: 'POST', path: '/v1/purchases/:purchaseId/decline', party: 'session', status: 200 },
  summary: 'This was not me: the order does not go on.',
  params: ByPurchase,
  body: Nothing,
  result: OnePurchase,
  refusals: PURCHASE,
  idempotency: 'required',
});

export const cancelPurchase = defineEndpoint({
  ...{ method: 'POST', path: '/v1/purchases/:purchaseId/cancellation', party: 'session', status: 200 },
  summary: 'Call the order off before it is shipped; money set aside is free again.',
  params: ByPurchase,
  body: Nothing,
  result: OnePurchase,
  refusals: [...PURCHASE, 'charge_exists'],
  idempotency: 'required',
});

export const reportShipment = defineEndpoint({
  ...{ method: 'POST', path: '/v1/purchases/:purchaseId/shipment', party: 'session', status: 200 },
  summary: 'Tell that an advanced purchase was shipped, with the tracking number from the shop.',
  params: ByPurchase,
  body: z.object({ waybill: Waybill, carrier: Carrier }),
  result: OnePurchase,
  refusals: [...PURCHASE, 'funding_wrong', 'charge_missing'],
  idempotency: 'required',
});

export const confirmReceipt = defineEndpoint({
  ...{ method: 'POST', path: '/v1/purchases/:purchaseId/receipt', party: 'session', status: 200 },
  summary:
    'I have my parcel (S33): the seller is paid (S34); held purchases close, advanced ones are billed.',
  params: ByPurchase,
  body: Nothing,
  result: OnePurchase,
  refusals: [...PURCHASE, 'charge_uncleared'],
  idempotency: 'required',
});

export const disputePurchase = defineEndpoint({
  ...{ method: 'POST', path: '/v1/purchases/:purchaseId/dispute', party: 'session', status: 200 },
  summary: 'Something is wrong: the clocks stop until a person decides.',
  params: ByPurchase,
  body: z.object({ reason: defineWords(500) }),
  result: OnePurchase,
  refusals: [...PURCHASE, 'disputes_over'],
  idempotency: 'required',
});

export const withdrawDispute = defineEndpoint({
  ...{ method: 'DELETE', path: '/v1/purchases/:purchaseId/dispute', party: 'session', status: 200 },
  summary:
    'Take my dispute back; the purchase goes on where it stood, with the time that was left. Not the last one.',
  params: ByPurchase,
  result: OnePurchase,
  refusals: [...PURCHASE, 'dispute_final'],
  idempotency: 'required',
});

export const requestReturn = defineEndpoint({
  ...{ method: 'POST', path: '/v1/purchases/:purchaseId/return', party: 'session', status: 200 },
  summary: 'The goods go back to the seller.',
  params: ByPurchase,
  body: Nothing,
  result: OnePurchase,
  refusals: [...PURCHASE, 'disputes_over'],
  idempotency: 'required',
});

export const ruleDispute = defineEndpoint({
  ...{ method: 'POST', path: '/v1/purchases/:purchaseId/ruling', party: 'operator', status: 200 },
  summary: 'An arbiter gives the seller all, nothing or a part of a disputed purchase.',
  params: ByPurchase,
  body: z.object({ sellerMinor: AmountMinor }),
  result: OnePurchase,
  refusals: ['key_invalid', 'purchase_unknown', 'purchase_over', 'stage_wrong', 'amount_wrong', 'conflict'],
  idempotency: 'required',
});

/** Money as it stands between a person and Wayveil in one currency. */
export const Balance = z.object({
  currency: CurrencyCode,
  /** Paid in and free to use. */
  availableMinor: AmountMinor,
  /** Set aside for purchases under way. */
  heldMinor: AmountMinor,
  /** Advanced to shops and not yet paid back. */
  owedMinor: AmountMinor,
});
export type Balance = z.infer<typeof Balance>;

/** How much may be advanced to a person at once in one currency, and how much of that is free now. */
const Credit = z.object({ currency: CurrencyCode, limitMinor: AmountMinor, freeMinor: AmountMinor });
export type Credit = z.infer<typeof Credit>;

export const getAccount = defineEndpoint({
  ...{ method: 'GET', path: '/v1/me/account', party: 'session', status: 200 },
  summary:
    'My balances, what may be advanced to me, the account to pay into, and the reference to put on a payment.',
  result: z.object({
    paymentReference: z.string(),
    /** Whom and where to pay; null where the server has no account of its own. */
    payInto: z.object({ name: z.string(), iban: z.string(), bic: z.string().nullable() }).nullable(),
    balances: z.array(Balance),
    credits: z.array(Credit),
  }),
  refusals: SESSION,
});
