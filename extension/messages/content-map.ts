import { z } from 'zod';
import { AddressSection, FieldKey } from './page-words.ts';

/** What a content script may tell or ask: nothing here gives it a secret. */
export const CONTENT_INPUTS = {
  /** This frame has its first control: detection is to be put into it. */
  controls_found: z.strictObject({}),
  /** How many fields of which kind this frame has now: for the badge and the popup. */
  fields_detected: z.strictObject({
    delivery: z.int().min(0).max(500),
    card: z.int().min(0).max(100),
  }),
  /** A person typed a number with a right check digit into a payment field. No answer says whether it is known. */
  card_number_typed: z.strictObject({ digits: z.string().regex(/^\d{12,19}$/) }),
  /** The focus has come to a field that asks for something of ours: the marker's script is to be put in. */
  marker_wanted: z.strictObject({}),
  /** The person pressed the marker at a field: the popup opens, and the page hears of nothing. */
  marker_pressed: z.strictObject({}),
  /** What became of an `apply_fill` that the background did not wait for. */
  fill_result: z.strictObject({
    results: z
      .array(
        z.strictObject({
          fieldKey: FieldKey,
          section: z.nullable(AddressSection),
          filled: z.boolean(),
        }),
      )
      .max(200),
  }),
} as const;

export interface ContentAnswers {
  controls_found: Record<string, never>;
  /** Whether the marker may be drawn in this frame. */
  fields_detected: { marker: boolean };
  card_number_typed: Record<string, never>;
  marker_wanted: Record<string, never>;
  marker_pressed: Record<string, never>;
  fill_result: Record<string, never>;
}
