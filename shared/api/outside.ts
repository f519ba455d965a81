import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import {
  Carrier,
  CurrencyCode,
  Nothing,
  OrderNumber,
  PositiveAmountMinor,
  TimeMs,
  Waybill,
} from './fields.ts';

/** Data elements of ISO 8583 that an issuer decides by, named by their meaning. */
export const IssuerMessage = z.object({
  messageTypeIndicator: z.enum(['0100', '0220', '0400']),
  /** DE 3: `000000` purchase, `200000` refund. */
  processingCode: z.enum(['000000', '200000']),
  primaryAccountNumber: z.string().regex(/^\d{12,19}$/),
  /** DE 14, YYMM. */
  expirationDate: z.string().regex(/^\d{4}$/),
  cardSecurityCode: z
    .string()
    .regex(/^\d{3,4}$/)
    .optional(),
  /** DE 4, minor units. */
  amountTransaction: PositiveAmountMinor,
  /** DE 49, ISO 4217 numeric. */
  currencyCodeTransaction: z.string().regex(/^\d{3}$/),
  /** DE 11. */
  systemTraceAuditNumber: z.string().regex(/^\d{6}$/),
  /** DE 37: ties a presentment, reversal or refund to its authorisation. */
  retrievalReferenceNumber: z.string().regex(/^[A-Za-z0-9]{12}$/),
  /** DE 42. */
  cardAcceptorIdentificationCode: z.string().max(15),
  /** DE 43. */
  cardAcceptorNameLocation: z.string().max(40),
  /** The host at which the card was accepted, as networks carry it for e-commerce. */
  cardAcceptorUrl: z.string().max(253),
  merchantType: z.string().regex(/^\d{4}$/),
});
export type IssuerMessage = z.infer<typeof IssuerMessage>;

/**
 * DE 39: approved; do not honour; invalid amount; no such card; expired; not permitted to this acceptor; limit;
 * duplicate; system malfunction. The last decides nothing: the same message again is answered as if it came first.
 */
export const ResponseCode = z.enum(['00', '05', '13', '14', '54', '57', '61', '94', '96']);

export const postIssuerMessage = defineEndpoint({
  ...{ method: 'POST', path: '/v1/issuer/messages', party: 'issuer', status: 200 },
  summary:
    'Authorisation (0100), presentment or refund advice (0220) and reversal (0400) for a one-time number.',
  body: IssuerMessage,
  result: z.object({
    messageTypeIndicator: z.enum(['0110', '0230', '0410']),
    responseCode: ResponseCode,
    /** DE 38, six characters, when approved. */
    authorizationIdentificationResponse: z.string().nullable(),
  }),
  refusals: ['signature_invalid'],
  idempotency: 'own_nonce',
});

export const postBankNotice = defineEndpoint({
  ...{ method: 'POST', path: '/v1/bank/notices', party: 'bank', status: 200 },
  summary: 'The bank received a payment; its own reference makes a repeated notice the same one.',
  body: z.object({
    bankReference: z.string().trim().min(1).max(64),
    paymentReference: z.string().trim().min(1).max(35),
    amountMinor: PositiveAmountMinor,
    currency: CurrencyCode,
  }),
  result: z.object({ credited: z.boolean() }),
  refusals: ['signature_invalid', 'member_unknown', 'conflict'],
  idempotency: 'own_nonce',
});

export const reportParcel = defineEndpoint({
  ...{ method: 'POST', path: '/v1/parcels/events', party: 'carrier', status: 200 },
  summary:
    'A parcel was accepted or delivered. A hub that has no order number names its delivery code instead.',
  body: z.object({
    event: z.enum(['accepted', 'delivered']),
    waybill: Waybill,
    carrier: Carrier,
    orderNumber: OrderNumber.optional(),
    deliveryNumber: z.string().trim().max(40).optional(),
    atMs: TimeMs,
  }),
  result: z.object({ matched: z.boolean() }),
  refusals: ['key_invalid', 'parcel_ambiguous', 'stage_wrong', 'waybill_wrong', 'conflict'],
  idempotency: 'required',
});

/** S2-S5, S13, S19, S63: a field of real data, or the number alone. */
export const resolveNumber = defineEndpoint({
  ...{ method: 'POST', path: '/v1/resolutions', party: 'carrier', status: 200 },
  summary:
    'Ask what a suffixed number stands for, with order number and waybill as proof. The server decides.',
  body: z.object({
    fieldNumber: z.string().trim().max(40),
    orderNumber: OrderNumber.optional(),
    waybill: Waybill.optional(),
    use: z.enum(['display', 'print']),
  }),
  result: z.union([
    z.object({ released: z.literal(true), field: z.string(), lines: z.array(z.string()), untilMs: TimeMs }),
    z.object({ released: z.literal(false), number: z.string() }),
  ]),
  refusals: ['key_invalid'],
  idempotency: 'own_nonce',
});

export const getHealth = defineEndpoint({
  ...{ method: 'GET', path: '/healthz', party: 'open', status: 200 },
  summary: 'The process answers.',
  result: Nothing,
  refusals: [],
});

export const getReadiness = defineEndpoint({
  ...{ method: 'GET', path: '/readyz', party: 'open', status: 200 },
  summary: 'Database, vault and mail are there; of the vault any two stores suffice (S10).',
  result: z.object({
    directory: z.boolean(),
    vault: z.boolean(),
    vaultStores: z.object({ first: z.boolean(), second: z.boolean(), files: z.boolean() }),
    mail: z.boolean(),
  }),
  refusals: ['not_ready'],
});
