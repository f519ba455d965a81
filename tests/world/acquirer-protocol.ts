import { z } from 'zod';
import { CurrencyCode } from '#shared/api/fields.ts';

/** What a shop sends its acquirer to be paid by card. */
export const paymentRequest = z.object({
  merchant: z.object({
    id: z.string(),
    name: z.string(),
    city: z.string(),
    /** ISO 3166-1 alpha-2. */
    country: z.string().length(2),
    mcc: z.string().regex(/^\d{4}$/),
    /** Host under which it sells. */
    host: z.string(),
  }),
  card: z.object({
    number: z.string().regex(/^\d{13,19}$/),
    /** YYMM. */
    expiryDate: z.string().regex(/^\d{4}$/),
    csc: z.string().regex(/^\d{3,4}$/),
    name: z.string().optional(),
  }),
  amountMinor: z.string().regex(/^[1-9]\d*$/),
  currency: CurrencyCode,
  /** The shop's order number. */
  reference: z.string(),
  /** At once, or when the goods leave. */
  capture: z.enum(['now', 'at_shipping']),
});

export type PaymentRequest = z.infer<typeof paymentRequest>;
export type Merchant = PaymentRequest['merchant'];
export type PaymentCard = PaymentRequest['card'];

export const paymentStatus = z.enum(['authorised', 'captured', 'reversed', 'refunded', 'declined']);
export type PaymentStatus = z.infer<typeof paymentStatus>;

/** A payment as the acquirer shows it to the shop: never the number, only its end. */
export const payment = z.object({
  paymentId: z.string(),
  status: paymentStatus,
  responseCode: z.string(),
  reference: z.string(),
  amountMinor: z.string(),
  currency: CurrencyCode,
  cardLastFour: z.string(),
});

export type Payment = z.infer<typeof payment>;
