import * as v from 'valibot';
import { FILL_OUTCOMES } from '../fill/fill-plan.ts';
import { DescribedField, FieldToken, FrameSlot, NamedField, Surroundings } from './field-words.ts';
import { CheckoutReading, FieldKey } from './page-words.ts';

/** What one field gets: values that mean the same, best first. A field that is called otherwise by then stays empty. */
const FrameStep = v.strictObject({
  fieldKey: FieldKey,
  token: FieldToken,
  label: v.pipe(v.string(), v.maxLength(160)),
  values: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(40)),
});
export type FrameStep = v.InferOutput<typeof FrameStep>;

/** The origin that the person was shown: a frame that went elsewhere does nothing. */
const Origin = v.pipe(v.string(), v.maxLength(300));

/** What the background may tell a content script; only values for that frame's own named fields ever travel. */
export const FRAME_INPUTS = {
  /** The frame tells of itself, so that the browser says what origin it has now. */
  introduce: v.strictObject({}),
  /** `around` holds until the next call. */
  describe_fields: v.strictObject({ around: v.nullable(Surroundings) }),
  /** Writes what was planned and shown, into the fields that were named and no others. */
  apply_fill: v.strictObject({
    origin: Origin,
    steps: v.pipe(v.array(FrameStep), v.maxLength(200)),
    overwrite: v.boolean(),
  }),
  read_checkout: v.strictObject({}),
  undo_fill: v.strictObject({}),
} as const;

const WindowIndex = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Answers of a content script: decoded on arrival like everything that comes from the page's side. */
export const FRAME_ANSWERS = {
  introduce: v.strictObject({}),
  describe_fields: v.strictObject({
    /** Indexes of windows from the top one down to this; null where one of them has none. */
    place: v.nullable(v.pipe(v.array(WindowIndex), v.maxLength(8))),
    windowName: v.pipe(v.string(), v.maxLength(200)),
    /** Of the document, as it is now. */
    address: v.pipe(v.string(), v.maxLength(2000)),
    /** The `lang` of the page. */
    language: v.pipe(v.string(), v.maxLength(40)),
    /** The visible controls, whatever they ask for. */
    fields: v.pipe(v.array(DescribedField), v.maxLength(500)),
    /** Those that ask for something of ours; none on a page of a kind that is never filled. */
    named: v.pipe(v.array(NamedField), v.maxLength(500)),
    slots: v.pipe(v.array(FrameSlot), v.maxLength(50)),
  }),
  apply_fill: v.strictObject({
    results: v.pipe(
      v.array(v.strictObject({ fieldKey: FieldKey, outcome: v.picklist(FILL_OUTCOMES) })),
      v.maxLength(200),
    ),
  }),
  read_checkout: v.strictObject({ checkout: v.nullable(CheckoutReading) }),
  /** How many fields have again what was there before, and how many keep what came since. */
  undo_fill: v.strictObject({ undone: Count, left: Count }),
} as const;

export type FrameMessage = keyof typeof FRAME_INPUTS;
export type FrameInput<M extends FrameMessage> = v.InferOutput<(typeof FRAME_INPUTS)[M]>;
export type FrameAnswer<M extends FrameMessage> = v.InferOutput<(typeof FRAME_ANSWERS)[M]>;
