import type { Root } from '../detect/sight-lens.ts';
import type { FieldElement } from '../detect/walk-roots.ts';
import type { FillStep } from './fill-plan.ts';
import type { Keepers } from './held-choice.ts';
import type { ResolvedField, ResolveField } from './resolve-field.ts';

/** What filling needs of the frame that it happens in. */
export interface FillContext {
  /** `location.origin` of this frame, read at the moment of filling. */
  origin: string;
  document: Document;
  resolve: ResolveField;
  /** The document and its shadow roots, where a cover may be. */
  roots?: () => Iterable<Root>;
  /** Whether a person changed this control; without it only empty fields count as untouched. */
  hasTouched?: (element: FieldElement) => boolean;
  /** Whether this control still shows what an earlier fill wrote into it. */
  showsFilled?: (element: FieldElement) => boolean;
  /** Whether this control, which stands for the field of this key now, is of what the preview showed. */
  isStillOf?: (fieldKey: string, target: ResolvedField) => boolean;
  /** Runs an act whose trusted events are not the person's. */
  lookAway?: (act: () => void) => void;
  /** Aborted once another fill takes these fields over. */
  signal?: AbortSignal;
}

/** What was written where, so that it can be checked and taken back. Holds elements: it never leaves the frame. */
export interface FilledField {
  step: FillStep;
  element: FieldElement;
  /** What was there before. */
  before: string;
  /** What the page made of it. */
  after: string;
  /** What unseen controls held before, that hold something else since it was chosen from a list. */
  keepers?: Keepers | undefined;
}

/** Pages load, empty or rebuild what depends on these. */
export function isPivot({ token }: FillStep): boolean {
  return token === 'country' || token === 'address-level1' || token === 'postal-code';
}
