import { gatherClues } from '../checkout/gather-clues.ts';
import type { FillPlan } from '../fill/fill-plan.ts';
import { type FrameHandlers, listenToBackground } from '../messages/frame-listener.ts';
import { describePage } from './describe-page.ts';
import { createFrameFills } from './frame-fills.ts';
import type { PageView } from './page-view.ts';
import { createShownFields } from './shown-fields.ts';
import { findShownPage } from './shown-page.ts';
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

function createFillHandlers(view: PageView, document: Document, origin: string): FillHandlers {
  const shown = createShownFields(view, document);
  const fills = createFrameFills(view, document, { origin, isStillOf: shown.isStillOf });
  return {
    describe_fields({ around }) {
      if (!around) view.refresh();
      view.surround(around && joinSurroundings(view, around));
      const described = describePage(view, document);
      const { elements } = view.read();
      const named = described.named.flatMap(({ fieldKey }) => {
        const element = elements.get(fieldKey);
        return element ? [[fieldKey, element] as const] : [];
      });
      shown.remember(new Map(named));
      return described;
    },
    read_checkout: () => ({ clues: gatherClues(document) }),
    // A token that no field of this page has finds no field.
    apply_fill: async plan => ({ results: await fills.apply(plan as FillPlan) }),
    undo_fill: () => fills.undo(),
  };
}
