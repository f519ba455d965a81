import type { FieldToken } from '../detect/field-description.ts';

/** What one field is to get, and what the preview showed about it. Plain data. */
export interface FillStep {
  fieldKey: string;
  token: FieldToken;
  /** What the preview called the field; a field that is called otherwise when it is written stays empty. */
  label: string;
  /** Values that mean the same, best first: a text field gets the first, a select whichever it offers. */
  values: string[];
}

export interface FillPlan {
  /** The origin of the frame that this plan was made for. */
  origin: string;
  steps: FillStep[];
  /** What the owner typed stays unless this is true. */
  overwrite: boolean;
}

export type FillOutcome =
  | 'filled'
  | 'kept_owner_value'
  | 'not_visible'
  | 'changed'
  | 'rejected_by_page'
  | 'wrong_origin';

export interface FillResult {
  fieldKey: string;
  outcome: FillOutcome;
}
