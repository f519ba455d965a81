import type { FieldToken } from '../detect/field-description.ts';

/** What one field is to get, and what the preview showed about it. Plain data. */
export interface FillStep {
  fieldKey: string;
  token: FieldToken;
  /** What the preview called the field; a field that is called otherwise when it is written stays empty. */
  label: string;
  /**
   * Values that mean the same, best first: a text field gets the first that it takes, a select whichever it offers.
   * Empty where no form of the value fits into the field.
   */
  values: string[];
}

export interface FillPlan {
  /** The origin of the frame that this plan was made for. */
  origin: string;
  steps: FillStep[];
  /** What the owner typed stays unless this is true. */
  overwrite: boolean;
}

/** What became of one field. Everything but `filled` and `kept_owner_value` is told to the owner as not filled. */
export const FILL_OUTCOMES = [
  'filled',
  'kept_owner_value',
  'not_visible',
  'changed',
  'rejected_by_page',
  'not_offered',
  'read_only',
  'no_room',
  'wrong_origin',
] as const;
export type FillOutcome = (typeof FILL_OUTCOMES)[number];

export interface FillResult {
  fieldKey: string;
  outcome: FillOutcome;
}
