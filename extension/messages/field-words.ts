import { z } from 'zod';
import { AddressSection, FieldKey } from './page-words.ts';

const TEXT_SOURCES = ['label', 'aria', 'placeholder', 'title', 'before', 'after', 'column'] as const;

const Text = (most: number) => z.string().max(most);
const Count = z.int().min(0);

export const FieldToken = z
  .string()
  .max(40)
  .regex(/^[a-z0-9-]+$/);
export const FieldText = z.object({ source: z.enum(TEXT_SOURCES), text: Text(160) });

/** A control as its frame describes it: what the page says about it, never what a person typed. */
export const DescribedField = z.object({
  key: FieldKey,
  tag: z.enum(['input', 'select', 'textarea']),
  type: Text(20),
  ...{ name: Text(200), id: Text(200), autocomplete: Text(200), inputMode: Text(20), pattern: Text(500) },
  maxLength: z.nullable(Count),
  takesMore: z.optional(z.boolean()),
  texts: z.array(FieldText).max(20),
  options: z.array(z.object({ value: Text(60), text: Text(60) })).max(60),
  optionCount: Count,
  sections: z.array(Text(200)).max(12),
  form: Count,
  order: Count,
  visible: z.boolean(),
  writable: z.boolean(),
});
export type DescribedField = z.infer<typeof DescribedField>;

/** What a control asks for. */
export const NamedField = z.object({
  fieldKey: FieldKey,
  token: FieldToken,
  /** A country that is asked for its calling code. */
  ofTelephone: z.boolean(),
  section: z.nullable(AddressSection),
  /** What a person reads beside it. */
  label: Text(160),
});
export type NamedField = z.infer<typeof NamedField>;

/** A frame in the page of its parent, as the parent describes it: weak words, and whether a person sees it. */
export const FrameSlot = z.object({
  /** Its place among the frames of the parent's window; null where it has none, as below a shadow root. */
  index: z.nullable(Count),
  /** How many controls of the parent stand before it. */
  order: Count,
  ...{ name: Text(200), address: Text(2000) },
  texts: z.array(FieldText).max(6),
  visible: z.boolean(),
});
export type FrameSlot = z.infer<typeof FrameSlot>;

/** What stands around a frame: its parent's words for it, and the controls of the one form that it is a part of. */
export const Surroundings = z.object({
  name: Text(200),
  texts: z.array(FieldText).max(6),
  /** In the order of the page: a key is a control of the frame itself, anything else one of another frame. */
  sequence: z.array(z.union([FieldKey, DescribedField])).max(200),
});
export type Surroundings = z.infer<typeof Surroundings>;
