import { z } from 'zod';
import { CLUE_LIMITS } from '../checkout/checkout-clues.ts';
import { READ_FROM } from '../checkout/read-from.ts';

/** One element of one frame, as long as its document lives. */
export const FieldKey = z
  .string()
  .max(40)
  .regex(/^[\w:-]+$/);
export const AddressSection = z.enum(['shipping', 'billing']);

const Text = (most: number) => z.string().max(most);
const Texts = (most: number, longest: number) => z.array(Text(longest)).max(most);

/** What a page shows and says about an order, before anybody judged it. */
export const CheckoutClues = z.strictObject({
  language: Text(CLUE_LIMITS.language),
  title: Text(CLUE_LIMITS.title),
  siteNames: Texts(CLUE_LIMITS.siteNames, CLUE_LIMITS.name),
  brands: Texts(CLUE_LIMITS.brands, CLUE_LIMITS.name),
  heads: Texts(CLUE_LIMITS.heads, CLUE_LIMITS.name),
  notices: Texts(CLUE_LIMITS.notices, CLUE_LIMITS.notice),
  orderData: Texts(CLUE_LIMITS.scripts, CLUE_LIMITS.orderData),
  markedOrder: z.nullable(
    z.strictObject({
      orderNumber: z.nullable(Text(CLUE_LIMITS.name)),
      price: z.nullable(Text(CLUE_LIMITS.name)),
      priceCurrency: z.nullable(Text(CLUE_LIMITS.name)),
    }),
  ),
  markedSellers: Texts(CLUE_LIMITS.sellers, CLUE_LIMITS.name),
  pushed: z.nullable(Text(CLUE_LIMITS.pushed)),
  sums: z
    .array(
      z.strictObject({
        label: Text(CLUE_LIMITS.label),
        rows: z
          .array(z.strictObject({ text: Text(CLUE_LIMITS.row), seen: z.boolean() }))
          .max(CLUE_LIMITS.rows),
      }),
    )
    .max(CLUE_LIMITS.sums),
  orderTexts: Texts(CLUE_LIMITS.orderTexts, CLUE_LIMITS.row),
  paidTexts: Texts(CLUE_LIMITS.paidTexts, CLUE_LIMITS.row),
});

const ShortText = (most: number) => z.string().min(1).max(most);
const ReadFrom = z.enum(READ_FROM);

/** What the page shows about the order: text of the page's own, to be shown and edited, never trusted. */
export const CheckoutReading = z.strictObject({
  /** Plain decimal such as `48.50`. */
  amount: z.nullable(z.string().regex(/^\d{1,12}(\.\d{1,3})?$/)),
  /** ISO 4217. */
  currency: z.nullable(z.string().regex(/^[A-Z]{3}$/)),
  amountFrom: z.nullable(ReadFrom),
  orderNumber: z.nullable(ShortText(64)),
  orderNumberFrom: z.nullable(ReadFrom),
  /** Null where the page says none. */
  payeeName: z.nullable(ShortText(80)),
  payeeFrom: z.nullable(ReadFrom),
});
export type CheckoutReading = z.infer<typeof CheckoutReading>;
