import { listenToBackground } from '../messages/frame-listener.ts';
import { findPost } from './frame-post.ts';
import { createMarkerCall } from './marked-fields.ts';
import { createPageView } from './page-view.ts';
import { showPage } from './shown-page.ts';
import { watchPage } from './watch-page.ts';

const STARTED = Symbol.for('wayveil.content');

/** Starts in this frame, once, in the place of its lookout: the same script may be put into it again. */
export function startContent(): void {
  const post = findPost();
  if (!post || STARTED in globalThis) return;
  Object.defineProperty(globalThis, STARTED, { value: true });
  const { report, openShadowRoot } = post;
  const view = createPageView(() => reporter.look(), post.relieve());
  const reporter = watchPage(view, report, createMarkerCall(document, report, openShadowRoot));
  showPage(view);
  reporter.look();
  listenToBackground({
    async introduce() {
      await reporter.introduce();
      return {};
    },
  });
}
