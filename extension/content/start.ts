import type { FillPlan } from '../fill/fill-plan.ts';
import { type FrameHandlers, listenToBackground } from '../messages/frame-listener.ts';
import { findPost } from './frame-post.ts';
import { createMarkerCall } from './marked-fields.ts';
import { openShadowRoot } from './open-shadow-root.ts';
import { createPageView, type PageView } from './page-view.ts';
import { watchCardNumber } from './watch-card-number.ts';
import { type PageReporter, watchPage } from './watch-page.ts';

const STARTED = Symbol.for('wayveil.content');

/** Starts in this frame, once, in the place of its lookout: the same script may be put into it again. */
export function startContent(): void {
  const post = findPost();
  if (!post || STARTED in globalThis) return;
  Object.defineProperty(globalThis, STARTED, { value: true });
  const view = createPageView(document, self.origin, () => reporter.look(), post.relieve());
  const reporter = watchPage(view, createMarkerCall(document, openShadowRoot));
  reporter.look();
  const repeat = watchCardNumber(document, view, openShadowRoot);
  listenToBackground({ ...createFrameHandlers(view, reporter), repeat_card_number: async () => repeat() });
}

function createFrameHandlers(
  view: PageView,
  reporter: PageReporter,
): Omit<FrameHandlers, 'repeat_card_number'> {
  return {
    async introduce() {
      await reporter.introduce();
      return {};
    },
    describe_fields: ({ around }) => view.describe(around),
    // A token that no field of this page has finds no field.
    apply_fill: plan => view.apply(plan as FillPlan),
    read_checkout: () => ({ clues: view.gatherClues() }),
    undo_fill: () => view.undo(),
  };
}
