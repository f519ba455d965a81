import * as v from 'valibot';
import { AddressSection, CheckoutReading, FieldKey } from './page-words.ts';

const Token = v.pipe(v.string(), v.maxLength(40), v.regex(/^[a-z0-9-]+$/));
const Label = v.pipe(v.string(), v.maxLength(160));
const Text = v.pipe(v.string(), v.maxLength(120));

/** A field as its frame describes it: what it asks for (WHATWG autocomplete token) and what a person reads beside it. */
const FrameField = v.strictObject({
  fieldKey: FieldKey,
  token: Token,
  section: v.nullable(AddressSection),
  label: Label,
});
export type FrameField = v.InferOutput<typeof FrameField>;

/** What one field gets: values that mean the same, best first. A field that is called otherwise by then stays empty. */
const FrameStep = v.strictObject({
  fieldKey: FieldKey,
  token: Token,
  label: Label,
  values: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(40)),
});
export type FrameStep = v.InferOutput<typeof FrameStep>;
const Steps = v.pipe(v.array(FrameStep), v.maxLength(200));

/** Virtual delivery information of a card: nothing in it is true. */
const FrameIdentity = v.strictObject({
  ...{
    name: Text,
    givenName: Text,
    familyName: Text,
    email: v.pipe(v.string(), v.maxLength(254)),
    tel: Text,
  },
  addressLines: v.pipe(v.array(Text), v.maxLength(3)),
  ...{ addressLevel1: Text, addressLevel2: Text, postalCode: Text, country: Text },
});
export type FrameIdentity = v.InferOutput<typeof FrameIdentity>;

/** A one-time number, armed for one payee and one amount. */
const FrameCard = v.strictObject({
  number: v.pipe(v.string(), v.regex(/^\d{12,19}$/)),
  expiryMonth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  expiryYear: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2999)),
  csc: v.pipe(v.string(), v.regex(/^\d{3,4}$/)),
  name: Text,
});
export type FrameCard = v.InferOutput<typeof FrameCard>;

/** The origin that the person was shown: a frame that went elsewhere does nothing. */
const Origin = v.pipe(v.string(), v.maxLength(300));

/** What the background may tell a content script; only values for that frame ever travel. */
export const FRAME_INPUTS = {
  describe_fields: v.strictObject({}),
  /** What a fill of this identity would write here, field by field: shown before anything is written. */
  plan_fill: v.strictObject({ origin: Origin, identity: FrameIdentity }),
  /** Writes what was planned and shown. */
  apply_fill: v.strictObject({ origin: Origin, steps: Steps, overwrite: v.boolean() }),
  /** Writes an armed number into the card fields of this frame, over whatever stands there. */
  fill_card: v.strictObject({ origin: Origin, card: FrameCard }),
  read_checkout: v.strictObject({}),
  undo_fill: v.strictObject({}),
} as const;

const Results = v.pipe(
  v.array(v.strictObject({ fieldKey: FieldKey, filled: v.boolean() })),
  v.maxLength(200),
);

/** Answers of a content script: decoded on arrival like everything that comes from the page's side. */
export const FRAME_ANSWERS = {
  describe_fields: v.strictObject({ fields: v.pipe(v.array(FrameField), v.maxLength(500)) }),
  plan_fill: v.strictObject({ steps: Steps }),
  apply_fill: v.strictObject({ results: Results }),
  fill_card: v.strictObject({ results: Results }),
  read_checkout: v.strictObject({ checkout: v.nullable(CheckoutReading) }),
  undo_fill: v.strictObject({ undone: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
} as const;

export type FrameMessage = keyof typeof FRAME_INPUTS;
export type FrameInput<M extends FrameMessage> = v.InferOutput<(typeof FRAME_INPUTS)[M]>;
export type FrameAnswer<M extends FrameMessage> = v.InferOutput<(typeof FRAME_ANSWERS)[M]>;
