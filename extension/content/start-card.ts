import { listenToBackground } from '../messages/frame-listener.ts';
import { findPost } from './frame-post.ts';
import { findShownPage } from './shown-page.ts';
import { watchCardNumber } from './watch-card-number.ts';

const STARTED = Symbol.for('wayveil.card');

/** Watches for a typed card number in this frame from now on: the same script may be put into it again. */
export function startCard(): void {
  const post = findPost();
  const view = findShownPage();
  if (!post || !view || STARTED in globalThis) return;
  Object.defineProperty(globalThis, STARTED, { value: true });
  const repeat = watchCardNumber(view, post.report, post.openShadowRoot);
  listenToBackground({ repeat_card_number: async () => repeat() });
}
