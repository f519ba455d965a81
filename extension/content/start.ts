import type { FillPlan } from '../fill/fill-plan.ts';
import { browser } from '../messages/browser.ts';
import { answerFrameMessage, type FrameHandlers } from '../messages/frame-door.ts';
import { createPageView, type PageView } from './page-view.ts';
import { watchCardNumber } from './watch-card-number.ts';
import { type PageReporter, watchPage } from './watch-page.ts';

/** Chrome's and Firefox's way into closed shadow roots, for content scripts only. */
interface ShadowDoor {
  openOrClosedShadowRoot(host: HTMLElement): ShadowRoot | null;
}

const STARTED = Symbol.for('wayveil.content');

/** Starts in this frame, once: the same script may be injected again by a click or shortcut. */
export function startContent(): void {
  if (STARTED in globalThis) return;
  Object.defineProperty(globalThis, STARTED, { value: true });
  const { dom } = browser as typeof browser & { dom?: ShadowDoor };
  const openShadowRoot = (host: HTMLElement) => dom?.openOrClosedShadowRoot(host) ?? null;
  const view = createPageView(document, self.origin, openShadowRoot);
  const reporter = watchPage(document, view, openShadowRoot);
  watchCardNumber(document, view);
  const handlers = createFrameHandlers(view, reporter);
  browser.runtime.onMessage.addListener((message, _sender, sendResponse) => {
    answerFrameMessage(handlers, message).then(sendResponse, () => sendResponse(null));
    return true;
  });
}

function createFrameHandlers(view: PageView, reporter: PageReporter): FrameHandlers {
  const isHere = (origin: string) => origin === self.origin;
  return {
    async describe_fields() {
      // The background learns this frame's origin from the browser before it reads the answer.
      return { fields: view.describe(await reporter.introduce()) };
    },
    plan_fill({ origin, identity }) {
      return { steps: isHere(origin) ? view.plan({ identity }, false).steps : [] };
    },
    // A token that no field of this page has finds no field.
    apply_fill: plan => view.apply(plan as FillPlan),
    fill_card({ origin, card }) {
      if (!isHere(origin)) return { results: [] };
      const plan = view.plan({ identity: NOBODY, card }, true);
      const steps = plan.steps.filter(({ token }) => token.startsWith('cc-'));
      return view.apply({ ...plan, steps });
    },
    read_checkout: () => ({ checkout: view.readCheckout() }),
    undo_fill: () => ({ undone: view.undo() }),
  };
}

/** Card fields take nothing of an identity. */
const NOBODY = {
  ...{ name: '', givenName: '', familyName: '', email: '', tel: '', addressLines: [] },
  ...{ addressLevel1: '', addressLevel2: '', postalCode: '', country: '' },
};
