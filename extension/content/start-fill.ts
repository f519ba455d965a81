import { gatherClues } from '../checkout/gather-clues.ts';
import type { Root } from '../detect/sight-lens.ts';
import { applyFill } from '../fill/apply-fill.ts';
import type { FilledField } from '../fill/fill-context.ts';
import type { FillPlan, FillStep } from '../fill/fill-plan.ts';
import { createStepResolver, type ResolveField } from '../fill/resolve-field.ts';
import { joinFills, undoFill } from '../fill/undo-fill.ts';
import { type FrameHandlers, listenToBackground } from '../messages/frame-listener.ts';
import { describePage } from './describe-page.ts';
import type { PageView } from './page-view.ts';
import { findShownPage } from './shown-page.ts';
import { addSightRoots } from './sight-roots.ts';
import { joinSurroundings } from './surroundings.ts';

const STARTED = Symbol.for('wayveil.fill');

/** Previews, fills and reads the order of this frame from now on: the same script may be put into it again. */
export function startFill(): void {
  const view = findShownPage();
  if (!view || STARTED in globalThis) return;
  Object.defineProperty(globalThis, STARTED, { value: true });
  listenToBackground(createFillHandlers(view, document, self.origin));
}

type FillHandlers = Pick<FrameHandlers, 'describe_fields' | 'read_checkout' | 'apply_fill' | 'undo_fill'>;

/** `origin` is the browser's word for who the page is, opaque frames included. */
function createFillHandlers(view: PageView, document: Document, origin: string): FillHandlers {
  const state: { filled: FilledField[]; leave: () => void } = { filled: [], leave: () => undefined };
  return {
    describe_fields({ around }) {
      if (!around) view.refresh();
      view.surround(around && joinSurroundings(view, around));
      return describePage(view, document);
    },
    read_checkout: () => ({ clues: gatherClues(document) }),
    async apply_fill(plan) {
      // A token that no field of this page has finds no field.
      const { steps } = plan as FillPlan;
      state.leave();
      const { hasTouched, lookAway } = view.owner;
      const resolve = createResolver(view, steps);
      const applied = await applyFill(plan as FillPlan, {
        ...{ origin, document, resolve, hasTouched, lookAway, roots: () => listRoots(view, steps) },
      });
      state.leave = applied.leave;
      state.filled = joinFills(state.filled, applied.filled);
      return { results: applied.results };
    },
    undo_fill() {
      const { filled } = state;
      state.leave();
      state.filled = [];
      const steps = filled.map(({ step }) => step);
      return undoFill(filled, { document, resolve: createResolver(view, steps) });
    },
  };
}

function listRoots(view: PageView, steps: readonly FillStep[]): Root[] {
  const { elements } = view.read();
  return addSightRoots(
    view.roots(),
    steps.flatMap(({ fieldKey }) => elements.get(fieldKey) ?? []),
  );
}

function createResolver(view: PageView, steps: readonly FillStep[]): ResolveField {
  view.refresh();
  const resolve = createStepResolver(view, steps);
  return step => {
    view.touch(step.fieldKey);
    return resolve(step);
  };
}
