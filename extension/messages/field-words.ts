import * as v from 'valibot';
import { AddressSection, FieldKey } from './page-words.ts';

const TEXT_SOURCES = ['label', 'aria', 'placeholder', 'title', 'before', 'after', 'column'] as const;

const Text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const FieldToken = v.pipe(v.string(), v.maxLength(40), v.regex(/^[a-z0-9-]+$/));
export const FieldText = v.object({ source: v.picklist(TEXT_SOURCES), text: Text(160) });

/** A control as its frame describes it: what the page says about it, never what a person typed. */
export const DescribedField = v.object({
  key: FieldKey,
  tag: v.picklist(['input', 'select', 'textarea']),
  type: Text(20),
  ...{ name: Text(200), id: Text(200), autocomplete: Text(200), inputMode: Text(20), pattern: Text(500) },
  maxLength: v.nullable(Count),
  texts: v.pipe(v.array(FieldText), v.maxLength(20)),
  options: v.pipe(v.array(v.object({ value: Text(60), text: Text(60) })), v.maxLength(60)),
  optionCount: Count,
  sections: v.pipe(v.array(Text(200)), v.maxLength(12)),
  form: Count,
  order: Count,
  visible: v.boolean(),
  writable: v.boolean(),
});
export type DescribedField = v.InferOutput<typeof DescribedField>;

/** What a control asks for. */
export const NamedField = v.object({
  fieldKey: FieldKey,
  token: FieldToken,
  section: v.nullable(AddressSection),
  /** What a person reads beside it. */
  label: Text(160),
});
export type NamedField = v.InferOutput<typeof NamedField>;

/** A frame in the page of its parent, as the parent describes it: weak words, and whether a person sees it. */
export const FrameSlot = v.object({
  /** Its place among the frames of the parent's window; null where it has none, as below a shadow root. */
  index: v.nullable(Count),
  /** How many controls of the parent stand before it. */
  order: Count,
  ...{ name: Text(200), address: Text(2000) },
  texts: v.pipe(v.array(FieldText), v.maxLength(6)),
  visible: v.boolean(),
});
export type FrameSlot = v.InferOutput<typeof FrameSlot>;

/** What stands around a frame: its parent's words for it, and the controls of the one form that it is a part of. */
export const Surroundings = v.object({
  name: Text(200),
  texts: v.pipe(v.array(FieldText), v.maxLength(6)),
  /** In the order of the page: a key is a control of the frame itself, anything else one of another frame. */
  sequence: v.pipe(v.array(v.union([FieldKey, DescribedField])), v.maxLength(200)),
});
export type Surroundings = v.InferOutput<typeof Surroundings>;
