import type { PageView } from './page-view.ts';

const SHOWN = Symbol.for('wayveil.page');

/** Lets the script that previews and fills see this frame as detection sees it: both are in one world. */
export function showPage(view: PageView): void {
  Object.defineProperty(globalThis, SHOWN, { value: view });
}

/** What this frame shows; null where nothing was detected yet. */
export function findShownPage(): PageView | null {
  return (globalThis as { [SHOWN]?: PageView })[SHOWN] ?? null;
}
