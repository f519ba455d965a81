import { joinShades, readShade, Shades } from './shades.ts';

const SMALLEST_SIDE_PX = 4;

/**
 * Whether a person can see the control: rendered, not transparent, of some size, inside the page and inside
 * every box that clips it. Errs towards "no": a field nobody sees is never filled. `shades` are kept for one turn.
 */
export function isVisible(element: HTMLElement, shades = new Shades()): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) return false;
  const box = element.getBoundingClientRect();
  if (box.width < SMALLEST_SIDE_PX || box.height < SMALLEST_SIDE_PX) return false;
  if (isOutsidePage(box, shades)) return false;
  const own = readShade(element, getComputedStyle(element));
  const { hides, clips } = joinShades(shades.above(element), own);
  return !hides && clips.every(clip => meets(box, clip));
}

function isOutsidePage(box: DOMRect, shades: Shades): boolean {
  const left = box.left + scrollX;
  return left + box.width <= 0 || box.top + scrollY + box.height <= 0 || left >= shades.width();
}

function meets(box: DOMRect, clip: DOMRect): boolean {
  return box.right > clip.left && box.left < clip.right && box.bottom > clip.top && box.top < clip.bottom;
}
