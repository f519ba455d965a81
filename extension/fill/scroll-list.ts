import { readRoot } from '../detect/call-own.ts';
import { isVisible } from '../detect/judge-visibility.ts';
import { parentAcrossShadow } from '../detect/shades.ts';
import { awaitPage } from './await-page.ts';

const MOST_STEPS = 60;
const STEP_DEADLINE_MS = 80;
/** How much of what is seen a step goes on by. */
const STEP_SHARE = 0.8;
const HIGHEST_BOX = 8;

/**
 * Goes through a list that draws only the options in sight, from its top, until `find` finds one. Gives null where it
 * is no such list, or at its end.
 */
export async function scrollTo(
  list: () => readonly HTMLElement[],
  find: () => HTMLElement | null,
): Promise<HTMLElement | null> {
  const seen = list().find(one => isVisible(one));
  const box = seen && findScroller(seen);
  if (!box) return null;
  box.scrollTop = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const before = list().at(-1);
    const isDrawn = (): boolean => find() !== null || list().at(-1) !== before;
    const isMoved = await awaitPage(box.ownerDocument, isDrawn, STEP_DEADLINE_MS);
    const option = find();
    const from = box.scrollTop;
    if (option || (step > 1 && !isMoved)) return option;
    box.scrollTop += STEP_SHARE * box.clientHeight;
    if (box.scrollTop === from) return null;
  }
  return null;
}

function findScroller(option: HTMLElement): Element | null {
  let box = parentAcrossShadow(option);
  for (let step = 0; box && step < HIGHEST_BOX; step++, box = parentAcrossShadow(box)) {
    if (box === readRoot(option.ownerDocument, 'body')) return null;
    if (box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY !== 'visible') return box;
  }
  return null;
}
