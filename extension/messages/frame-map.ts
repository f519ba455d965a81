import * as z from 'zod/mini';
import { AddressSection, CheckoutReading, FieldKey } from './page-words.ts';

const Token = z.string().check(z.maxLength(40), z.regex(/^[a-z0-9-]+$/));
const Label = z.string().check(z.maxLength(160));
const Text = z.string().check(z.maxLength(120));

/** A field as its frame describes it: what it asks for (WHATWG autocomplete token) and what a person reads beside it. */
const FrameField = z.strictObject({
  fieldKey: FieldKey,
  token: Token,
  section: z.nullable(AddressSection),
  label: Label,
});
export type FrameField = z.infer<typeof FrameField>;

/** What one field gets: values that mean the same, best first. A field that is called otherwise by then stays empty. */
const FrameStep = z.strictObject({
  fieldKey: FieldKey,
  token: Token,
  label: Label,
  values: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(40)),
});
export type FrameStep = z.infer<typeof FrameStep>;
const Steps = z.array(FrameStep).check(z.maxLength(200));

/** Virtual delivery information of a card: nothing in it is true. */
const FrameIdentity = z.strictObject({
  ...{ name: Text, givenName: Text, familyName: Text, email: z.string().check(z.maxLength(254)), tel: Text },
  addressLines: z.array(Text).check(z.maxLength(3)),
  ...{ addressLevel1: Text, addressLevel2: Text, postalCode: Text, country: Text },
});
export type FrameIdentity = z.infer<typeof FrameIdentity>;

/** A one-time number, armed for one payee and one amount. */
const FrameCard = z.strictObject({
  number: z.string().check(z.regex(/^\d{12,19}$/)),
  expiryMonth: z.int().check(z.gte(1), z.lte(12)),
  expiryYear: z.int().check(z.gte(2000), z.lte(2999)),
  csc: z.string().check(z.regex(/^\d{3,4}$/)),
  name: Text,
});
export type FrameCard = z.infer<typeof FrameCard>;

/** The origin that the person was shown: a frame that went elsewhere does nothing. */
const Origin = z.string().check(z.maxLength(300));

/** What the background may tell a content script; only values for that frame ever travel. */
export const FRAME_INPUTS = {
  describe_fields: z.strictObject({}),
  /** What a fill of this identity would write here, field by field: shown before anything is written. */
  plan_fill: z.strictObject({ origin: Origin, identity: FrameIdentity }),
  /** Writes what was planned and shown. */
  apply_fill: z.strictObject({ origin: Origin, steps: Steps, overwrite: z.boolean() }),
  /** Writes an armed number into the card fields of this frame, over whatever stands there. */
  fill_card: z.strictObject({ origin: Origin, card: FrameCard }),
  read_checkout: z.strictObject({}),
  undo_fill: z.strictObject({}),
} as const;

const Results = z.array(z.strictObject({ fieldKey: FieldKey, filled: z.boolean() })).check(z.maxLength(200));

/** Answers of a content script: decoded on arrival like everything that comes from the page's side. */
export const FRAME_ANSWERS = {
  describe_fields: z.strictObject({ fields: z.array(FrameField).check(z.maxLength(500)) }),
  plan_fill: z.strictObject({ steps: Steps }),
  apply_fill: z.strictObject({ results: Results }),
  fill_card: z.strictObject({ results: Results }),
  read_checkout: z.strictObject({ checkout: z.nullable(CheckoutReading) }),
  undo_fill: z.strictObject({ undone: z.int().check(z.gte(0)) }),
} as const;

export type FrameMessage = keyof typeof FRAME_INPUTS;
export type FrameInput<M extends FrameMessage> = z.infer<(typeof FRAME_INPUTS)[M]>;
export type FrameAnswer<M extends FrameMessage> = z.infer<(typeof FRAME_ANSWERS)[M]>;
