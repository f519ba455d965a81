import type { FillPlan } from '../fill/fill-plan.ts';
import { browser } from '../messages/browser.ts';
import { type FrameHandlers, listenToBackground } from '../messages/frame-listener.ts';
import { createFieldMarker } from './field-marker.ts';
import { createPageView, type PageView } from './page-view.ts';
import { watchCardNumber } from './watch-card-number.ts';
import { type PageReporter, watchPage } from './watch-page.ts';

/** Chrome's way into closed shadow roots, for content scripts only. */
interface ShadowDoor {
  openOrClosedShadowRoot(host: HTMLElement): ShadowRoot | null;
}

/** Firefox's. */
interface ShadowHost extends HTMLElement {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

const STARTED = Symbol.for('wayveil.content');

/** Starts in this frame, once: the same script may be injected again by a click or shortcut. */
export function startContent(): void {
  if (STARTED in globalThis) return;
  Object.defineProperty(globalThis, STARTED, { value: true });
  const { dom } = browser as typeof browser & { dom?: ShadowDoor };
  const openShadowRoot = (host: ShadowHost) =>
    host.openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(host) ?? null;
  const view = createPageView(document, self.origin, () => reporter.look(), openShadowRoot);
  const reporter = watchPage(view, createFieldMarker(document, openShadowRoot));
  reporter.look();
  watchCardNumber(document, view, openShadowRoot);
  listenToBackground(createFrameHandlers(view, reporter));
}

function createFrameHandlers(view: PageView, reporter: PageReporter): FrameHandlers {
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
