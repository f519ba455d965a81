import * as v from 'valibot';
import { READ_FROM } from '../checkout/read-from.ts';

/** One element of one frame, as long as its document lives. */
export const FieldKey = v.pipe(v.string(), v.maxLength(40), v.regex(/^[\w:-]+$/));
export const AddressSection = v.picklist(['shipping', 'billing']);

const ShortText = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));

const ReadFrom = v.picklist(READ_FROM);

/** What the page shows about the order: text of the page's own, to be shown and edited, never trusted. */
export const CheckoutReading = v.strictObject({
  /** Plain decimal such as `48.50`. */
  amount: v.nullable(v.pipe(v.string(), v.regex(/^\d{1,12}(\.\d{1,3})?$/))),
  /** ISO 4217. */
  currency: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
  amountFrom: v.nullable(ReadFrom),
  orderNumber: v.nullable(ShortText(64)),
  orderNumberFrom: v.nullable(ReadFrom),
  /** Null where the page says none. */
  payeeName: v.nullable(ShortText(80)),
  payeeFrom: v.nullable(ReadFrom),
});
export type CheckoutReading = v.InferOutput<typeof CheckoutReading>;
