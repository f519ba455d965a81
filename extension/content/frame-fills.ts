import type { Root } from '../detect/sight-lens.ts';
import type { FieldElement } from '../detect/walk-roots.ts';
import { applyFill } from '../fill/apply-fill.ts';
import { canBeSeen } from '../fill/can-be-seen.ts';
import type { FilledField } from '../fill/fill-context.ts';
import type { FillPlan, FillResult, FillStep } from '../fill/fill-plan.ts';
import { readField } from '../fill/read-field.ts';
import { createStepResolver, type ResolveField } from '../fill/resolve-field.ts';
import { joinFills, type UndoneFill, undoFill } from '../fill/undo-fill.ts';
import { createFillTurns } from './fill-turns.ts';
import type { PageView } from './page-view.ts';
import type { ShownFields } from './shown-fields.ts';
import { addSightRoots } from './sight-roots.ts';

/** The fills of one frame, in turn. */
export interface FrameFills {
  apply(plan: FillPlan): Promise<FillResult[]>;
  /** Takes back what all of them wrote. */
  undo(): Promise<UndoneFill>;
}

/** `origin` is the browser's word for who the page is, opaque frames included. */
export function createFrameFills(
  view: PageView,
  document: Document,
  { origin, isStillOf }: { origin: string } & Pick<ShownFields, 'isStillOf'>,
): FrameFills {
  const state: { filled: FilledField[]; leave: () => void } = { filled: [], leave: () => undefined };
  const takeTurn = createFillTurns();
  const takeBack = (filled: readonly FilledField[]): Promise<UndoneFill> => {
    state.filled = state.filled.filter(one => !filled.includes(one));
    const steps = filled.map(({ step }) => step);
    const { lookAway } = view.owner;
    return undoFill(filled, { document, resolve: createResolver(view, steps), lookAway });
  };
  const applyNow = async (plan: FillPlan, signal: AbortSignal): Promise<FillResult[]> => {
    const { steps } = plan;
    state.leave();
    // One that is overtaken before its turn writes nothing, so that nothing has to make way for it.
    const writes = plan.origin === origin && !signal.aborted;
    const replaced = writes ? listReplaced(state.filled, steps) : [];
    // An earlier step of the checkout that is out of sight stays as it is.
    const left = replaced.filter(({ element, step }) => canBeSeen(element, step.token, view.roots()));
    if (left.length > 0) await takeBack(left);
    const { hasTouched, lookAway } = view.owner;
    const context = { origin, document, resolve: createResolver(view, steps), hasTouched, lookAway, signal };
    const asked = { showsFilled: createFilledCheck(state.filled), isStillOf };
    const applied = await applyFill(plan, { ...context, ...asked, roots: () => listRoots(view, steps) });
    state.leave = applied.leave;
    state.filled = joinFills(state.filled, applied.filled);
    return applied.results;
  };
  return {
    apply(plan) {
      const keys = new Set(plan.steps.map(({ fieldKey }) => fieldKey));
      return takeTurn(keys, signal => applyNow(plan, signal));
    },
    undo: () =>
      takeTurn('all', () => {
        state.leave();
        return takeBack(state.filled);
      }),
  };
}

// Half an address of one card below another card's would lead a parcel astray. A card's number leaves addresses alone.
function listReplaced(filled: readonly FilledField[], steps: readonly FillStep[]): FilledField[] {
  const keys = new Set(steps.map(({ fieldKey }) => fieldKey));
  const isCard = ({ token }: FillStep): boolean => token.startsWith('cc-');
  return filled.filter(
    ({ step }) => !keys.has(step.fieldKey) && steps.some(one => isCard(one) === isCard(step)),
  );
}

function createFilledCheck(filled: readonly FilledField[]): (element: FieldElement) => boolean {
  return element =>
    filled.some(
      one => one.element === element && one.after !== one.before && readField(element) === one.after,
    );
}

function listRoots(view: PageView, steps: readonly FillStep[]): Root[] {
  const { elements } = view.read();
  return addSightRoots(
    view.roots(),
    steps.flatMap(({ fieldKey }) => elements.get(fieldKey) ?? []),
  );
}

function createResolver(view: PageView, steps: readonly FillStep[]): ResolveField {
  // Everything was looked at for the preview, and what is written is looked at again each time.
  view.search();
  for (const { fieldKey } of steps) view.touch(fieldKey);
  const resolve = createStepResolver(view, steps);
  return step => {
    view.touch(step.fieldKey);
    return resolve(step);
  };
}
