import { z } from 'zod';
import { KeptPayoutAccount } from './accounts.ts';
import { defineEndpoint } from './endpoint.ts';
import {
  AmountMinor,
  Carrier,
  CredentialJson,
  CurrencyCode,
  Host,
  Id,
  Locale,
  Nothing,
  OptionsJson,
  OrderNumber,
  PositiveAmountMinor,
  TimeMs,
  Waybill,
} from './fields.ts';
import { OrderView } from './purchase-view.ts';
import { defineWords } from './visible-text.ts';

const SESSION = ['session_missing', 'session_expired', 'proof_invalid'] as const;
const SELLER = [...SESSION, 'key_invalid', 'seller_unknown'] as const;
const ORDER = [...SELLER, 'purchase_unknown', 'purchase_over', 'stage_wrong', 'conflict'] as const;
const ByOrder = z.object({ orderNumber: OrderNumber });
const OneOrder = z.object({ order: OrderView });
/** Where a shop's server takes messages. */
export const WebhookUrl = z.url({ protocol: /^https?$/ }).max(500);

export const Seller = z.object({
  id: Id,
  name: z.string(),
  host: z.string(),
  webhookUrl: z.string().nullable(),
  termsVersion: z.string(),
  certifiedAtMs: TimeMs,
});
export type Seller = z.infer<typeof Seller>;

const InLanguage = z.object({ locale: Locale.default('en') });
/** The terms as they were read: their version, and the SHA-256 of their text in that language (base64url). */
const ReadTerms = z.object({ termsVersion: z.string().max(40), termsHash: z.string().max(43) });
/** What my passkey signs the hash of: the terms as read, and the shop. */
const Signing = ReadTerms.extend({ name: z.string(), host: z.string(), nonce: z.string() });

export const getTerms = defineEndpoint({
  ...{ method: 'GET', path: '/v1/terms', party: 'open', status: 200 },
  summary: 'The terms a seller signs (S26), in a language, and their SHA-256 (base64url).',
  query: InLanguage,
  result: z.object({ version: z.string(), text: z.string(), hash: z.string() }),
  refusals: [],
});

/** Sections without their numbers. */
const Sections = z.array(z.string());

export const getTermsChange = defineEndpoint({
  ...{ method: 'GET', path: '/v1/seller/terms', party: 'seller', status: 200 },
  summary: 'The terms that my shop signed, and what is new in those that a shop signs now, in a language.',
  query: InLanguage,
  result: z.object({
    signedVersion: z.string(),
    /** What a shop signs now; the same version where nothing is to be signed. */
    version: z.string(),
    text: z.string(),
    added: Sections,
    /** In the signed terms and no longer in these. */
    dropped: Sections,
  }),
  refusals: SELLER,
});

export const beginTermsSigning = defineEndpoint({
  ...{ method: 'POST', path: '/v1/sellers/:sellerId/terms/signings', party: 'session', status: 201 },
  summary: 'Begin to sign newer terms for my shop: what my passkey signs the hash of.',
  params: z.object({ sellerId: Id }),
  body: ReadTerms,
  result: z.object({ signingId: Id, signing: Signing, options: OptionsJson }),
  refusals: [...SESSION, 'seller_unknown', 'terms_changed', 'terms_signed'],
  idempotency: 'own_nonce',
});

export const signTerms = defineEndpoint({
  ...{ method: 'PUT', path: '/v1/sellers/:sellerId/terms', party: 'session', status: 200 },
  summary: 'Sign newer terms for my shop by my passkey (S26); until then those that it signed stay in force.',
  params: z.object({ sellerId: Id }),
  body: z.object({ signingId: Id, credential: CredentialJson }),
  result: z.object({ seller: Seller }),
  refusals: [
    ...SESSION,
    'seller_unknown',
    'challenge_unknown',
    'passkey_unknown',
    'passkey_invalid',
    'origin_foreign',
    'terms_signed',
  ],
  idempotency: 'own_nonce',
});

export const beginSeller = defineEndpoint({
  ...{ method: 'POST', path: '/v1/sellers/signings', party: 'session', status: 201 },
  summary: 'Begin to certify a shop: WebAuthn request options whose challenge is the hash of terms and shop.',
  body: ReadTerms.extend({ name: defineWords(80), host: Host }),
  result: z.object({ signingId: Id, signing: Signing, options: OptionsJson }),
  refusals: [...SESSION, 'terms_changed'],
  idempotency: 'own_nonce',
});

export const certifySeller = defineEndpoint({
  ...{ method: 'POST', path: '/v1/sellers', party: 'session', status: 201 },
  summary: 'Certify a member shop (S26). API key and webhook secret are in this answer and never again.',
  body: z.object({ signingId: Id, credential: CredentialJson, webhookUrl: WebhookUrl.nullable() }),
  result: z.object({ seller: Seller, apiKey: z.string(), webhookSecret: z.string() }),
  refusals: [
    ...SESSION,
    'challenge_unknown',
    'passkey_unknown',
    'passkey_invalid',
    'origin_foreign',
    'conflict',
  ],
  idempotency: 'own_nonce',
});

export const listSellers = defineEndpoint({
  ...{ method: 'GET', path: '/v1/sellers', party: 'session', status: 200 },
  summary: 'My shops.',
  result: z.object({ sellers: z.array(Seller) }),
  refusals: SESSION,
});

export const changeWebhook = defineEndpoint({
  ...{ method: 'PUT', path: '/v1/seller/webhook', party: 'seller', status: 200 },
  summary: 'Where messages go; a new secret is given and the old one ends.',
  body: z.object({ webhookUrl: WebhookUrl.nullable() }),
  result: z.object({ seller: Seller, webhookSecret: z.string() }),
  refusals: SELLER,
  idempotency: 'own_nonce',
});

export const replaceApiKey = defineEndpoint({
  ...{ method: 'POST', path: '/v1/seller/api-key', party: 'seller', status: 201 },
  summary: 'A new API key; the old one ends at once.',
  body: Nothing,
  result: z.object({ apiKey: z.string() }),
  refusals: SELLER,
  idempotency: 'own_nonce',
});

export const placeOrder = defineEndpoint({
  ...{ method: 'POST', path: '/v1/orders', party: 'seller', status: 201 },
  summary: 'An order and pay request (S27, S28): the buyer by unique address or number, basic data only.',
  body: z.object({
    buyer: z.string().trim().min(9).max(254),
    orderNumber: OrderNumber,
    amountMinor: PositiveAmountMinor,
    currency: CurrencyCode,
    description: z.string().trim().max(140),
  }),
  result: OneOrder,
  refusals: [...SELLER, 'member_unknown', 'order_exists'],
  idempotency: 'required',
});

export const listOrders = defineEndpoint({
  ...{ method: 'GET', path: '/v1/orders', party: 'seller', status: 200 },
  summary: 'Orders with their escrow, newest first; `before` is the id of the last one seen.',
  query: z.object({ before: Id.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  result: z.object({ orders: z.array(OrderView) }),
  refusals: SELLER,
});

export const getOrder = defineEndpoint({
  ...{ method: 'GET', path: '/v1/orders/:orderNumber', party: 'seller', status: 200 },
  summary: 'One order with its escrow.',
  params: ByOrder,
  result: OneOrder,
  refusals: [...SELLER, 'purchase_unknown'],
});

export const streamOrders = defineEndpoint({
  ...{ method: 'GET', path: '/v1/seller/orders/stream', party: 'seller', status: 200, stream: true },
  summary: 'Progress of my orders: each open one as it stands now, then each change.',
  result: OrderView,
  refusals: SELLER,
});

export const shipOrder = defineEndpoint({
  ...{ method: 'POST', path: '/v1/orders/:orderNumber/shipment', party: 'seller', status: 200 },
  summary: 'The goods are on their way (S32); refused before the buyer is confirmed.',
  params: ByOrder,
  body: z.object({ waybill: Waybill, carrier: Carrier }),
  result: OneOrder,
  refusals: ORDER,
  idempotency: 'required',
});

export const cancelOrder = defineEndpoint({
  ...{ method: 'POST', path: '/v1/orders/:orderNumber/cancellation', party: 'seller', status: 200 },
  summary: 'The seller calls the order off before it is shipped.',
  params: ByOrder,
  body: Nothing,
  result: OneOrder,
  refusals: ORDER,
  idempotency: 'required',
});

export const refundOrder = defineEndpoint({
  ...{ method: 'POST', path: '/v1/orders/:orderNumber/refund', party: 'seller', status: 200 },
  summary: 'The seller gives the held money back, all of it or `amountMinor`, or takes a return.',
  params: ByOrder,
  body: z.object({ amountMinor: PositiveAmountMinor.optional() }),
  result: OneOrder,
  refusals: [...ORDER, 'funding_wrong', 'amount_wrong'],
  idempotency: 'required',
});

export const SellerBalance = z.object({
  currency: CurrencyCode,
  payableMinor: AmountMinor,
  pendingMinor: AmountMinor,
});

export const getSellerAccount = defineEndpoint({
  ...{ method: 'GET', path: '/v1/seller/account', party: 'seller', status: 200 },
  summary: 'What is payable to the shop and what is set aside for it.',
  result: z.object({
    balances: z.array(SellerBalance),
    /** What a held sale costs the shop at present, in hundredths of a percent. */
    feeBasisPoints: z.int().min(0).max(10_000),
    /** Where payouts go; null where no account is named yet. */
    payoutAccount: KeptPayoutAccount.nullable(),
  }),
  refusals: SELLER,
});

export const WebhookDelivery = z.object({
  id: z.string(),
  event: z.string(),
  orderNumber: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.int(),
  lastStatus: z.int().nullable(),
  createdAtMs: TimeMs,
  nextAttemptAtMs: TimeMs.nullable(),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

export const listWebhookDeliveries = defineEndpoint({
  ...{ method: 'GET', path: '/v1/seller/webhook-deliveries', party: 'seller', status: 200 },
  summary: 'Messages sent to the shop, newest first.',
  result: z.object({ deliveries: z.array(WebhookDelivery) }),
  refusals: SELLER,
});

export const resendWebhook = defineEndpoint({
  ...{
    method: 'POST',
    path: '/v1/seller/webhook-deliveries/:deliveryId/resend',
    party: 'seller',
    status: 200,
  },
  summary: 'Send a message once more, now; each ten times a day at most.',
  params: z.object({ deliveryId: z.string().max(64) }),
  body: Nothing,
  result: z.object({ delivery: WebhookDelivery }),
  refusals: [...SELLER, 'not_found'],
  idempotency: 'required',
});

/** The body of a webhook (Standard Webhooks): `type` and `timestamp` as that standard says, no personal data. */
export const WebhookEvent = z.object({
  type: z.enum([
    'purchase.order_received',
    'purchase.identity_confirmed',
    'purchase.shipped',
    'purchase.delivered',
    'purchase.received',
    'purchase.closed',
    'purchase.declined',
    'purchase.expired',
    'purchase.cancelled',
    'purchase.disputed',
    'purchase.returned',
    'purchase.refunded',
  ]),
  timestamp: z.iso.datetime(),
  data: OrderView,
});
export type WebhookEvent = z.infer<typeof WebhookEvent>;
