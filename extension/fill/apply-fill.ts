import { isWritable } from '../detect/collect-fields.ts';
import type { FieldToken } from '../detect/field-description.ts';
import { type FieldElement, isNative } from '../detect/walk-roots.ts';
import { awaitPage, awaitQuiet } from './await-page.ts';
import { canBeSeen } from './can-be-seen.ts';
import { isCombobox, readChoice } from './choose-in-list.ts';
import { findChoice } from './choose-option.ts';
import { type FillContext, type FilledField, isPivot } from './fill-context.ts';
import type { FillOutcome, FillPlan, FillResult, FillStep } from './fill-plan.ts';
import { isMaskOnly, keepsValue } from './keeps-value.ts';
import { meansTheSame } from './means-the-same.ts';
import type { ResolvedField } from './resolve-field.ts';
import { findOptionValue, writeValues } from './write-step.ts';

/** How long a page may take to reload what depends on country or state. */
const RELOAD_DEADLINE_MS = 2000;
/** A page that begins nothing within this time after a country or state has nothing to begin. */
const AFTER_PIVOT = { quietMs: 120, deadlineMs: RELOAD_DEADLINE_MS };
/** How long nothing may happen after the last field before the fill counts as kept. */
const AFTER_ALL = { quietMs: 50, deadlineMs: 500 };
const AFTER_ALL_WITH_PIVOT = { quietMs: 350, deadlineMs: 3000 };
const MOST_ROUNDS = 3;

export interface AppliedFill {
  results: FillResult[];
  filled: FilledField[];
}

interface Run {
  plan: FillPlan;
  context: FillContext;
  filled: Map<string, FilledField>;
  /** Once a country or state has been changed the page may reload and rename what follows, until then. */
  reloadsUntilMs: number | null;
}

/**
 * Writes a plan field by field. Each target is found again, checked for sight and for the label that the preview
 * showed, written, and read back; what the page empties or rebuilds afterwards is written again. Nothing is written
 * where the frame's origin is not the plan's.
 */
export async function applyFill(plan: FillPlan, context: FillContext): Promise<AppliedFill> {
  const outcomes = new Map<string, FillOutcome>();
  const run: Run = { plan, context, filled: new Map(), reloadsUntilMs: null };
  for (const step of plan.steps) {
    const here = plan.origin === context.origin;
    outcomes.set(step.fieldKey, here ? await applyStep(step, run) : 'wrong_origin');
  }
  if (run.filled.size > 0) await keepFilled(run, outcomes);
  const results = [...outcomes].map(([fieldKey, outcome]) => ({ fieldKey, outcome }));
  return { results, filled: [...run.filled.values()] };
}

async function applyStep(step: FillStep, run: Run): Promise<FillOutcome> {
  if (step.values.length === 0) return 'no_room';
  const { context } = run;
  let target = context.resolve(step);
  const find = (): boolean => {
    target = context.resolve(step);
    return canTake(target, step);
  };
  if (run.reloadsUntilMs !== null && dependsOnPivot(step.token) && !canTake(target, step))
    await awaitPage(context.document, find, Math.max(0, run.reloadsUntilMs - performance.now()));
  if (!target) return 'changed';
  const refusal = refuseTarget(target, step, run);
  if (refusal) return refusal;
  const { element } = target;
  if (!run.plan.overwrite && holdsOwnerValue(element, step, context)) return 'kept_owner_value';
  return writeTarget(element, step, run);
}

async function writeTarget(element: FieldElement, step: FillStep, run: Run): Promise<FillOutcome> {
  const { context, filled } = run;
  const before = readField(element);
  const outcome = await writeValues(element, step.values, context);
  const after = readField(element);
  if (outcome === 'filled' || after !== before) {
    filled.set(step.fieldKey, { before, ...filled.get(step.fieldKey), step, element, after });
  }
  if (isPivot(step) && after !== before) {
    run.reloadsUntilMs = performance.now() + RELOAD_DEADLINE_MS;
    await awaitQuiet(context.document, AFTER_PIVOT);
  }
  return outcome;
}

/** What a control shows as its value. */
export function readField(element: FieldElement): string {
  return isNative(element) && !isCombobox(element) ? element.value : readChoice(element);
}

// A page may empty the form, or make it anew, some time after a country was chosen.
async function keepFilled(run: Run, outcomes: Map<string, FillOutcome>): Promise<void> {
  const { context, filled, reloadsUntilMs } = run;
  const listLost = (): FilledField[] =>
    [...filled.values()].filter(one => outcomes.get(one.step.fieldKey) === 'filled' && !isKept(one, context));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await awaitQuiet(context.document, reloadsUntilMs === null ? AFTER_ALL : AFTER_ALL_WITH_PIVOT);
    const lost = listLost();
    if (lost.length === 0) break;
    for (const { step } of lost) outcomes.set(step.fieldKey, await applyStep(step, run));
  }
  for (const { step } of listLost()) outcomes.set(step.fieldKey, 'rejected_by_page');
  // Masks and formatters may have gone over it meanwhile.
  for (const one of filled.values()) one.after = readField(one.element);
}

// What the page drew anew with the value in it is kept too: the new element takes the place of the old one.
function isKept(one: FilledField, { resolve }: FillContext): boolean {
  if (!one.element.isConnected) one.element = resolve(one.step)?.element ?? one.element;
  const { element, step, after } = one;
  if (!element.isConnected) return false;
  return readField(element) === after || step.values.some(value => keepsValue(element, value));
}

function dependsOnPivot(token: FieldToken): boolean {
  return /^(?:address-|postal-|street-|house-)/.test(token);
}

// A combobox may be closed to typing and still open to a choice.
function isOpen(element: FieldElement): boolean {
  return isWritable(element) || (isNative(element) && !element.disabled && isCombobox(element));
}

function canTake(target: ResolvedField | null, step: FillStep): boolean {
  if (!target || !isOpen(target.element)) return false;
  const { element } = target;
  return !(element instanceof HTMLSelectElement) || findOptionValue(element, step.values) !== null;
}

function refuseTarget(
  target: ResolvedField,
  step: FillStep,
  { context, reloadsUntilMs }: Run,
): FillOutcome | null {
  const { element, token, label, labelToken } = target;
  if (!canBeSeen(element, token, context.roots?.())) return 'not_visible';
  // A new country has names of its own for state, postcode and lines; they must say the same by their own words.
  const renamed = reloadsUntilMs !== null && dependsOnPivot(token) && meansTheSame(labelToken, step.token);
  if (token !== step.token || (label !== step.label && !renamed)) return 'changed';
  if (isOpen(element)) return null;
  return readField(element).trim() === '' ? 'read_only' : 'kept_owner_value';
}

// A select always holds something: only a person's own choice counts there.
function holdsOwnerValue(element: FieldElement, step: FillStep, context: FillContext): boolean {
  if (element instanceof HTMLSelectElement) {
    const touched = context.hasTouched?.(element) ?? false;
    return touched && findOptionValue(element, step.values) !== element.value;
  }
  const value = readField(element).trim();
  if (!isNative(element) || (isCombobox(element) && element.value === '')) {
    const touched = context.hasTouched?.(element) ?? false;
    return touched && findChoice([{ value: '', text: value }], step.values) < 0;
  }
  // A page may write the name of a field into it, in place of a placeholder.
  const shown = isMaskOnly(value) || value === step.label;
  return value !== '' && !step.values.some(one => keepsValue(element, one)) && !shown;
}
