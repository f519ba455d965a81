import { isWritable } from '../detect/collect-fields.ts';
import type { FieldToken } from '../detect/field-description.ts';
import { findFace } from '../detect/find-face.ts';
import { type FieldElement, isNative } from '../detect/walk-roots.ts';
import { findChoice } from './choose-option.ts';
import type { FillContext } from './fill-context.ts';
import type { FillOutcome, FillStep } from './fill-plan.ts';
import { isMaskOnly, keepsValue } from './keeps-value.ts';
import { LIST_OPENERS } from './list-openers.ts';
import { meansTheSame } from './means-the-same.ts';
import { isCombobox } from './read-choice.ts';
import { readField } from './read-field.ts';
import type { ResolvedField } from './resolve-field.ts';
import { findOptionValue } from './write-step.ts';

/** Whether pages load, open or rename fields of this meaning after a country or state was chosen. */
export function dependsOnPivot(token: FieldToken): boolean {
  return /^(?:address-|postal-|street-|house-)/.test(token);
}

/** Whether the target takes a value of the step right now. */
export function canTake(target: ResolvedField | null, step: FillStep): boolean {
  if (!target || !isOpen(target.element)) return false;
  const { element } = target;
  return !(element instanceof HTMLSelectElement) || findOptionValue(element, step.values) !== null;
}

/** Why nothing is written into the target, or null; what the page wrote there itself may be what was wanted. */
export function judgeTarget(target: ResolvedField, step: FillStep, reloads: boolean): FillOutcome | null {
  const { element } = target;
  if (!isCalled(target, step, reloads)) return 'changed';
  if (isOpen(element)) return null;
  if (readField(element).trim() === '') return 'read_only';
  return step.values.some(value => keepsValue(element, value)) ? 'filled' : 'kept_page_value';
}

/** Whether the target is called, and means, what the preview said. */
export function isCalled(
  { token, label, labelToken }: ResolvedField,
  step: FillStep,
  reloads: boolean,
): boolean {
  // A new country has names of its own for state, postcode and lines; they must say the same by their own words.
  const renamed = reloads && dependsOnPivot(token) && meansTheSame(labelToken, step.token);
  return token === step.token && (label === step.label || renamed);
}

// A combobox may be closed to typing and still open to a choice.
function isOpen(element: FieldElement): boolean {
  return isWritable(element) || (isNative(element) && !element.disabled && isCombobox(element));
}

/**
 * Whether what stands in the control is its owner's and none of the step's values. What the page wrote into it since
 * it stood empty is not, nor is what an earlier fill did.
 */
export function holdsOwnerValue(
  element: FieldElement,
  step: FillStep,
  context: FillContext,
  stoodEmpty: boolean,
): boolean {
  const touched = hasTouched(element, context);
  if (!touched && context.showsFilled?.(element)) return false;
  // A select always holds something: only a person's own choice counts there.
  if (element instanceof HTMLSelectElement)
    return touched && findOptionValue(element, step.values) !== element.value;
  const value = readField(element).trim();
  const isClosed = isCombobox(element) && element.hasAttribute('readonly');
  if (!isNative(element) || isClosed || (isCombobox(element) && element.value === ''))
    return touched && findChoice([{ value: '', text: value }], step.values) < 0;
  if (stoodEmpty && !touched) return false;
  return !showsNothing(value, step) && !step.values.some(one => keepsValue(element, one));
}

// A select that the page hides is chosen from by what stands in its place.
function hasTouched(element: FieldElement, context: FillContext): boolean {
  const face = element instanceof HTMLSelectElement ? findFace(element) : null;
  const openers = face?.querySelectorAll<HTMLElement>(LIST_OPENERS) ?? [];
  return [element, ...(face ? [face] : []), ...openers].some(one => context.hasTouched?.(one));
}

/** Whether a text is none: what a mask shows, a prompt that the page wrote, the calling code before a number. */
export function showsNothing(value: string, { label, token }: FillStep): boolean {
  const isCode = token === 'tel' && /^\+\d{1,3}$/.test(value.replace(/[\s()-]/g, ''));
  return isMaskOnly(value) || value === label || isCode;
}
