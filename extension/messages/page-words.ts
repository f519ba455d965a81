import * as z from 'zod/mini';

/** One element of one frame, as long as its document lives. */
export const FieldKey = z.string().check(z.maxLength(40), z.regex(/^[\w:-]+$/));
export const AddressSection = z.enum(['shipping', 'billing']);

/** What the page shows about the order: text of the page's own, to be shown and edited, never trusted. */
export const CheckoutReading = z.strictObject({
  /** Plain decimal such as `48.50`. */
  amount: z.nullable(z.string().check(z.regex(/^\d{1,12}(\.\d{1,3})?$/))),
  /** ISO 4217. */
  currency: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
  orderNumber: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))),
  payeeName: z.nullable(z.string().check(z.minLength(1), z.maxLength(80))),
});
export type CheckoutReading = z.infer<typeof CheckoutReading>;
