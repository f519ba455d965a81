import { report } from '../messages/report.ts';
import { isManned, manPost } from './frame-post.ts';
import { Lookout } from './lookout.ts';
import { openShadowRoot } from './open-shadow-root.ts';

/** Starts in this frame, once. All that a page without a control ever loads of ours. */
export function startLookout(): void {
  if (isManned()) return;
  const call = async () => (await report('controls_found', {})) !== null;
  const lookout = new Lookout(document, openShadowRoot, call);
  manPost({ relieve: () => lookout.relieve(), report, openShadowRoot });
  lookout.look();
  // A call that was on its way when the page was put aside has gone nowhere.
  addEventListener('pageshow', ({ persisted }) => persisted && lookout.look());
}
