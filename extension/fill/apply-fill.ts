import { isCovered, isVisible } from '../detect/judge-visibility.ts';
import type { FieldElement } from '../detect/walk-roots.ts';
import { awaitPage } from './await-page.ts';
import type { FillOutcome, FillPlan, FillResult, FillStep } from './fill-plan.ts';
import type { ResolvedField, ResolveField } from './resolve-field.ts';
import { chooseOption, fillField, keepsValue } from './write-value.ts';

/** How long a page may take to reload what depends on country or state. */
const RELOAD_DEADLINE_MS = 2000;
/** How long a framework may take to put back or reformat what was written. */
const SETTLE_DEADLINE_MS = 100;

export interface FillContext {
  /** `location.origin` of this frame, read at the moment of filling. */
  origin: string;
  document: Document;
  resolve: ResolveField;
  /** Whether a person changed this control; without it only empty fields count as untouched. */
  hasTouched?: (element: FieldElement) => boolean;
}

/** What was written where, so that it can be taken back. Holds elements: it never leaves the frame. */
export interface FilledField {
  element: FieldElement;
  before: string;
  after: string;
}

export interface AppliedFill {
  results: FillResult[];
  filled: FilledField[];
}

/**
 * Writes a plan field by field. Each target is found again, checked for sight and for the label that the preview
 * showed, written, and read back. Nothing is written where the frame's origin is not the plan's.
 */
export async function applyFill(plan: FillPlan, context: FillContext): Promise<AppliedFill> {
  const applied: AppliedFill = { results: [], filled: [] };
  for (const step of plan.steps) {
    const outcome =
      plan.origin === context.origin ? await applyStep(step, plan, context, applied.filled) : 'wrong_origin';
    applied.results.push({ fieldKey: step.fieldKey, outcome });
  }
  return applied;
}

async function applyStep(
  step: FillStep,
  plan: FillPlan,
  context: FillContext,
  filled: FilledField[],
): Promise<FillOutcome> {
  await awaitPage(context.document, () => canTake(context.resolve(step), step), findDeadline(step, filled));
  const target = context.resolve(step);
  if (!target) return 'changed';
  const refusal = refuseTarget(target, step);
  if (refusal) return refusal;
  const { element } = target;
  if (!plan.overwrite && holdsOwnerValue(element, step, context)) return 'kept_owner_value';
  const before = element.value;
  for (const value of listWritable(element, step)) {
    fillField(element, value);
    if (!(await keepsAfterSettling(element, value, context.document))) continue;
    filled.push({ element, before, after: element.value });
    return 'filled';
  }
  return 'rejected_by_page';
}

// Only what follows a written country or state is worth waiting for.
function findDeadline(step: FillStep, filled: readonly FilledField[]): number {
  const reloads = filled.some(one => one.element instanceof HTMLSelectElement);
  return reloads && /^(?:address-|postal-)/.test(step.token) ? RELOAD_DEADLINE_MS : 0;
}

function canTake(target: ResolvedField | null, step: FillStep): boolean {
  if (!target || target.element.disabled) return false;
  return listWritable(target.element, step).length > 0;
}

function refuseTarget(target: ResolvedField, step: FillStep): FillOutcome | null {
  if (!isVisible(target.element) || isCovered(target.element)) return 'not_visible';
  if (target.token !== step.token || target.label !== step.label) return 'changed';
  return null;
}

function listWritable(element: FieldElement, step: FillStep): string[] {
  if (!(element instanceof HTMLSelectElement)) return element.readOnly ? [] : step.values;
  const options = [...element.options].filter(one => !one.disabled);
  const chosen = chooseOption(options, step.values);
  return chosen === null ? [] : [chosen];
}

// A select always holds something: only a person's own choice counts there.
function holdsOwnerValue(element: FieldElement, step: FillStep, context: FillContext): boolean {
  if (element instanceof HTMLSelectElement) return context.hasTouched?.(element) ?? false;
  const value = element.value.trim();
  return value !== '' && !step.values.some(one => keepsValue(element, one)) && !isMaskOnly(value);
}

function isMaskOnly(value: string): boolean {
  return /^[\s_\-/().+#]*$/.test(value);
}

async function keepsAfterSettling(
  element: FieldElement,
  value: string,
  document: Document,
): Promise<boolean> {
  await new Promise<void>(resolve => queueMicrotask(resolve));
  if (keepsValue(element, value)) return isAccepted(element);
  return (
    (await awaitPage(document, () => keepsValue(element, value), SETTLE_DEADLINE_MS)) && isAccepted(element)
  );
}

function isAccepted(element: FieldElement): boolean {
  return (
    !element.isConnected ||
    !element.willValidate ||
    !(element.validity.patternMismatch || element.validity.typeMismatch)
  );
}

/** Puts back what was there before; fields that changed since stay. Returns how many were put back. */
export function undoFill(filled: readonly FilledField[]): number {
  let undone = 0;
  for (const { element, before, after } of filled.toReversed()) {
    if (!element.isConnected || element.value !== after) continue;
    fillField(element, before);
    undone++;
  }
  return undone;
}
