import { z } from 'zod/mini';
import { AddressSection, CheckoutReading, FieldKey } from './page-words.ts';

/** A field as its frame describes it: what it asks for and what a person reads beside it. */
export const FrameField = z.strictObject({
  fieldKey: FieldKey,
  /** WHATWG autocomplete token. */
  token: z.string().check(z.maxLength(40), z.regex(/^[a-z0-9-]+$/)),
  section: z.nullable(AddressSection),
  label: z.string().check(z.maxLength(120)),
});
export type FrameField = z.infer<typeof FrameField>;

/** A value for one field of the frame that is told. */
export const FieldValue = z.strictObject({
  fieldKey: FieldKey,
  token: FrameField.shape.token,
  value: z.string().check(z.maxLength(200)),
});
export type FieldValue = z.infer<typeof FieldValue>;

/** What the background may tell a content script; only values for that frame ever travel. */
export const FRAME_INPUTS = {
  describe_fields: z.strictObject({}),
  apply_fill: z.strictObject({
    /** The origin that the person was shown: a frame that went elsewhere refuses. */
    origin: z.string().check(z.maxLength(300)),
    values: z.array(FieldValue).check(z.maxLength(200)),
  }),
  read_checkout: z.strictObject({}),
  undo_fill: z.strictObject({}),
} as const;

/** Answers of a content script: decoded on arrival like everything that comes from the page's side. */
export const FRAME_ANSWERS = {
  describe_fields: z.strictObject({ fields: z.array(FrameField).check(z.maxLength(500)) }),
  apply_fill: z.strictObject({
    results: z.array(z.strictObject({ fieldKey: FieldKey, filled: z.boolean() })).check(z.maxLength(200)),
  }),
  read_checkout: z.strictObject({ checkout: z.nullable(CheckoutReading) }),
  undo_fill: z.strictObject({ undone: z.int().check(z.gte(0)) }),
} as const;

export type FrameMessage = keyof typeof FRAME_INPUTS;
export type FrameInput<M extends FrameMessage> = z.infer<(typeof FRAME_INPUTS)[M]>;
export type FrameAnswer<M extends FrameMessage> = z.infer<(typeof FRAME_ANSWERS)[M]>;
