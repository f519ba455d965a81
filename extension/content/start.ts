import type { FillPlan } from '../fill/fill-plan.ts';
import { browser } from '../messages/browser.ts';
import { answerFrameMessage, type FrameHandlers } from '../messages/frame-door.ts';
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
  const handlers = createFrameHandlers(view, reporter);
  browser.runtime.onMessage.addListener((message, _sender, sendResponse) => {
    answerFrameMessage(handlers, message).then(sendResponse, () => sendResponse(null));
    return true;
  });
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
    read_checkout: () => ({ checkout: view.readCheckout() }),
    undo_fill: () => view.undo(),
  };
}
