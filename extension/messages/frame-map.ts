import { z } from 'zod';
import { FILL_OUTCOMES, STEP_REFUSALS } from '../fill/fill-plan.ts';
import { DescribedField, FieldToken, FrameSlot, NamedField, Surroundings } from './field-words.ts';
import { CheckoutClues, FieldKey } from './page-words.ts';

/** What one field gets: values that mean the same, best first. A field that is called otherwise by then stays empty. */
const FrameStep = z.strictObject({
  fieldKey: FieldKey,
  token: FieldToken,
  label: z.string().max(160),
  values: z.array(z.string().max(300)).max(40),
  refused: z.optional(z.enum(STEP_REFUSALS)),
});
export type FrameStep = z.infer<typeof FrameStep>;

/** The origin that the person was shown: a frame that went elsewhere does nothing. */
const Origin = z.string().max(300);

/** What the background may tell a content script; only values for that frame's own named fields ever travel. */
export const FRAME_INPUTS = {
  /** The frame tells of itself, so that the browser says what origin it has now. */
  introduce: z.strictObject({}),
  /** `around` holds until the next call. */
  describe_fields: z.strictObject({ around: z.nullable(Surroundings) }),
  /** Writes what was planned and shown, into the fields that were named and no others. */
  apply_fill: z.strictObject({
    origin: Origin,
    steps: z.array(FrameStep).max(200),
    overwrite: z.boolean(),
  }),
  /** Heard by the frames that were described. */
  read_checkout: z.strictObject({}),
  undo_fill: z.strictObject({}),
  /** The wallet is open now: the number that a person typed here, and that still stands in its field, is told again. */
  repeat_card_number: z.strictObject({}),
} as const;

const WindowIndex = z.int().min(0).max(1000);

const Count = z.int().min(0);

/** Answers of a content script: decoded on arrival like everything that comes from the page's side. */
export const FRAME_ANSWERS = {
  introduce: z.strictObject({}),
  describe_fields: z.strictObject({
    /** Indexes of windows from the top one down to this; null where one of them has none. */
    place: z.nullable(z.array(WindowIndex).max(8)),
    windowName: z.string().max(200),
    /** Of the document, as it is now. */
    address: z.string().max(2000),
    /** The `lang` of the page. */
    language: z.string().max(40),
    /** The visible controls, whatever they ask for. */
    fields: z.array(DescribedField).max(500),
    /** Those that ask for something of ours; none on a page of a kind that is never filled. */
    named: z.array(NamedField).max(500),
    slots: z.array(FrameSlot).max(50),
  }),
  apply_fill: z.strictObject({
    results: z.array(z.strictObject({ fieldKey: FieldKey, outcome: z.enum(FILL_OUTCOMES) })).max(200),
  }),
  read_checkout: z.strictObject({ clues: CheckoutClues }),
  /** How many fields have again what was there before, and how many keep what came since. */
  undo_fill: z.strictObject({ undone: Count, left: Count }),
  repeat_card_number: z.strictObject({}),
} as const;

export type FrameMessage = keyof typeof FRAME_INPUTS;
export type FrameInput<M extends FrameMessage> = z.infer<(typeof FRAME_INPUTS)[M]>;
export type FrameAnswer<M extends FrameMessage> = z.infer<(typeof FRAME_ANSWERS)[M]>;

/** A message to a content script: its name and input. */
export interface FrameEnvelope {
  to: 'frame';
  type: string;
  input: unknown;
}
