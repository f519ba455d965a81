import type { FieldToken } from '../detect/field-description.ts';

/** What one field is to get, and what the preview showed about it. Plain data. */
export interface FillStep {
  fieldKey: string;
  token: FieldToken;
  /** What the preview called the field; a field that is called otherwise when it is written stays empty. */
  label: string;
  /**
   * Values that mean the same, best first: a text field gets the first that it takes, a select whichever it offers.
   * Empty where the field stays empty, for the reason in `refused`.
   */
  values: string[];
  refused?: StepRefusal | undefined;
}

/** Why a step writes nothing: no form of the value fits, or what stands beside it would make another person's of it. */
export const STEP_REFUSALS = ['no_room', 'would_be_anothers'] as const;
export type StepRefusal = (typeof STEP_REFUSALS)[number];

/**
 * Values by field key, best first; null where the field must stay empty, since what the page has beside it would make
 * another person's address or number of it.
 */
export type PlannedValues = Map<string, string[] | null>;

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
  'kept_page_value',
  ...STEP_REFUSALS,
  'overtaken',
  'wrong_origin',
] as const;
export type FillOutcome = (typeof FILL_OUTCOMES)[number];

export interface FillResult {
  fieldKey: string;
  outcome: FillOutcome;
}
