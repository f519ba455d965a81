import { findFace } from '../detect/find-face.ts';
import type { Root } from '../detect/sight-lens.ts';
import { Survey } from '../detect/survey-page.ts';
import { type FieldElement, isNative } from '../detect/walk-roots.ts';
import { awaitPage, awaitQuiet } from './await-page.ts';
import { awaitRest } from './await-rest.ts';
import { canBeSeen, mayBeSeen } from './can-be-seen.ts';
import { type FillContext, type FilledField, isPivot } from './fill-context.ts';
import type { FillOutcome, FillPlan, FillResult, FillStep } from './fill-plan.ts';
import { listChanged, readKeepers } from './held-choice.ts';
import {
  canTake,
  dependsOnPivot,
  holdsOwnerValue,
  isCalled,
  judgeTarget,
  showsNothing,
} from './judge-target.ts';
import { keepsValue } from './keeps-value.ts';
import { isCombobox } from './read-choice.ts';
import { readField } from './read-field.ts';
import { refillEmptied } from './refill-emptied.ts';
import type { ResolvedField } from './resolve-field.ts';
import { writeValues } from './write-step.ts';
import type { JudgeFocused } from './write-value.ts';

/** How long a page may take to reload what depends on country or state. */
const RELOAD_DEADLINE_MS = 2000;
/** A page that begins nothing within this time after a country or state has nothing to begin. */
const AFTER_PIVOT = { quietMs: 120, deadlineMs: RELOAD_DEADLINE_MS };
/** How long a list that was pressed may stay over the page while it closes. */
const CLOSES_DEADLINE_MS = 1000;
/** How long nothing may happen after the last field before the fill counts as kept. */
const AFTER_ALL = { quietMs: 50, deadlineMs: 500 };
const AFTER_ALL_WITH_PIVOT = { quietMs: 350, deadlineMs: 3000 };
const MOST_ROUNDS = 3;
const MOST_RESTS = 3;

export interface AppliedFill {
  results: FillResult[];
  filled: FilledField[];
  /** Ends the look at what the page empties late. */
  leave: () => void;
}

interface Run {
  plan: FillPlan;
  context: FillContext;
  filled: Map<string, FilledField>;
  /** Once a country or state has been changed the page may reload and rename what follows, until then. */
  reloadsUntilMs: number | null;
  /** A list that was pressed may cover what follows until then. */
  closesUntilMs: number;
  /** How often it may still be awaited that what moves has come to rest. */
  restsLeft: number;
  /** Fields that stood empty when the fill began. */
  empty: ReadonlySet<string>;
  survey: Survey;
}

/**
 * Writes a plan field by field. Each target is found again, checked for sight and for the label that the preview
 * showed, written, and read back; what the page empties or rebuilds afterwards is written again. Nothing is written
 * where the frame's origin is not the plan's, nor once another fill has taken these fields over.
 */
export async function applyFill(plan: FillPlan, context: FillContext): Promise<AppliedFill> {
  const outcomes = new Map<string, FillOutcome>();
  const empty = new Set(listEmpty(plan, context));
  const waits = { reloadsUntilMs: null, closesUntilMs: 0, restsLeft: MOST_RESTS };
  const survey = new Survey(() => listRoots(context));
  const run: Run = { plan, context, filled: new Map(), empty, survey, ...waits };
  for (const step of plan.steps) {
    const here = plan.origin === context.origin;
    outcomes.set(step.fieldKey, here ? await applyStep(step, run) : 'wrong_origin');
  }
  if (run.filled.size > 0) await keepFilled(run, outcomes);
  for (const step of plan.steps)
    if (outcomes.get(step.fieldKey) === 'read_only') outcomes.set(step.fieldKey, judgeClosed(step, run));
  const results = [...outcomes].map(([fieldKey, outcome]) => ({ fieldKey, outcome }));
  const filled = [...run.filled.values()];
  const kept = filled.filter(one => outcomes.get(one.step.fieldKey) === 'filled');
  const reloads = run.reloadsUntilMs !== null && kept.length > 0 && !context.signal?.aborted;
  const refill = (step: FillStep, signal: AbortSignal) =>
    applyStep(step, { ...run, context: { ...context, signal } });
  const leave = reloads ? refillEmptied(kept, context, refill) : () => undefined;
  return { results, filled, leave };
}

function listEmpty({ steps }: FillPlan, { resolve }: FillContext): string[] {
  return steps.flatMap(step => {
    const target = resolve(step);
    return target && showsNothing(readField(target.element).trim(), step) ? [step.fieldKey] : [];
  });
}

// What only the page writes it may have written by the end.
function judgeClosed(step: FillStep, { context }: Run): FillOutcome {
  const target = context.resolve(step);
  return (target && judgeTarget(target, step, true)) ?? 'read_only';
}

async function applyStep(step: FillStep, run: Run): Promise<FillOutcome> {
  if (step.values.length === 0) return step.refused ?? 'no_room';
  const { context } = run;
  await awaitClosed(step, run);
  const target = await awaitTarget(step, run);
  if (!target) return 'changed';
  const seen = await awaitSight(target, step, run);
  if (context.signal?.aborted) return 'overtaken';
  if (!seen) return 'not_visible';
  const refusal = judgeShown(seen, step, run) ?? judgeTarget(seen, step, run.reloadsUntilMs !== null);
  if (refusal) return refusal;
  const { element } = seen;
  const stoodEmpty = run.empty.has(step.fieldKey);
  if (!run.plan.overwrite && holdsOwnerValue(element, step, context, stoodEmpty)) return 'kept_owner_value';
  const outcome = await writeTarget(element, step, run);
  // What is drawn anew as soon as it is focused is so once.
  const next = outcome === 'changed' && !element.isConnected ? context.resolve(step) : null;
  if (!next || !isInView(next, run)) return outcome;
  return judgeTarget(next, step, run.reloadsUntilMs !== null) ?? writeTarget(next.element, step, run);
}

function judgeShown(target: ResolvedField, step: FillStep, { context }: Run): FillOutcome | null {
  return context.isStillOf?.(step.fieldKey, target) === false ? 'changed' : null;
}

async function awaitTarget(step: FillStep, { context, reloadsUntilMs }: Run): Promise<ResolvedField | null> {
  let target = context.resolve(step);
  if (reloadsUntilMs === null || !dependsOnPivot(step.token) || canTake(target, step)) return target;
  const find = (): boolean => {
    target = context.resolve(step);
    return canTake(target, step);
  };
  const leftMs = Math.max(0, reloadsUntilMs - performance.now());
  await awaitPage(context.document, find, leftMs, context.signal);
  return target;
}

// A step of a checkout may still be sliding in.
async function awaitSight(target: ResolvedField, step: FillStep, run: Run): Promise<ResolvedField | null> {
  const { context } = run;
  if (mayTake(target, run)) return target;
  const moved = run.restsLeft-- > 0 && (await awaitRest(listRoots(context)));
  const next = moved ? context.resolve(step) : null;
  return next && mayTake(next, run) ? next : null;
}

// What is typed into or chosen from is judged in full once it has the focus, and each full look is one at the whole page.
function mayTake(target: ResolvedField, run: Run): boolean {
  const { element } = target;
  const isOpened = element instanceof HTMLSelectElement ? findFace(element) !== null : isCombobox(element);
  return isNative(element) && !isOpened ? mayBeSeen(element, listRoots(run.context)) : isInView(target, run);
}

function listRoots({ roots, document }: FillContext): Iterable<Root> {
  return roots?.() ?? [document];
}

// For pages that hide or rename a control as it gets the focus; a prompt gives way to what is written.
function createJudge(element: FieldElement, step: FillStep, run: Run): JudgeFocused {
  const { context, reloadsUntilMs } = run;
  const prompt = element.getAttribute('placeholder');
  return () => {
    const target = context.resolve(step);
    if (target?.element !== element) return 'changed';
    if (!isInView(target, run)) return 'not_visible';
    const gaveWay = prompt === step.label && !element.getAttribute('placeholder');
    const called = gaveWay || isCalled(target, step, reloadsUntilMs !== null);
    return called ? judgeShown(target, step, run) : 'changed';
  };
}

// Whatever was known of the page may have changed since.
function isInView({ element, token }: ResolvedField, { context, survey }: Run): boolean {
  survey.forget();
  return canBeSeen(element, token, listRoots(context), survey);
}

// Lists fade away over the fields below them.
async function awaitClosed(step: FillStep, run: Run): Promise<void> {
  const { context, closesUntilMs } = run;
  const leftMs = Math.max(0, closesUntilMs - performance.now());
  const isClear = (): boolean => {
    const target = context.resolve(step);
    return target === null || isInView(target, run);
  };
  if (leftMs > 0) await awaitPage(context.document, isClear, leftMs, context.signal);
}

async function writeTarget(element: FieldElement, step: FillStep, run: Run): Promise<FillOutcome> {
  const { context, filled } = run;
  const before = readField(element);
  const kept = isCombobox(element) ? readKeepers(element) : null;
  const outcome = await writeValues(element, step.values, context, createJudge(element, step, run));
  const after = readField(element);
  if (isCombobox(element)) run.closesUntilMs = performance.now() + CLOSES_DEADLINE_MS;
  if (outcome === 'filled' || after !== before) {
    const keepers = kept ? listChanged(kept) : undefined;
    filled.set(step.fieldKey, { before, keepers, ...filled.get(step.fieldKey), step, element, after });
  }
  if (isPivot(step) && after !== before) {
    run.reloadsUntilMs = performance.now() + RELOAD_DEADLINE_MS;
    await awaitQuiet(context.document, { ...AFTER_PIVOT, signal: context.signal });
  }
  return outcome;
}

// A page may empty the form, or make it anew, some time after a country was chosen.
async function keepFilled(run: Run, outcomes: Map<string, FillOutcome>): Promise<void> {
  const { context, filled, reloadsUntilMs } = run;
  const listLost = (): FilledField[] =>
    [...filled.values()].filter(one => outcomes.get(one.step.fieldKey) === 'filled' && !isKept(one, context));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const quiet = reloadsUntilMs === null ? AFTER_ALL : AFTER_ALL_WITH_PIVOT;
    await awaitQuiet(context.document, { ...quiet, signal: context.signal });
    const lost = listLost();
    if (lost.length === 0 || context.signal?.aborted) break;
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
