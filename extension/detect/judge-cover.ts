import { readAlpha } from './read-colour.ts';

/** Less of a control than this may lie under something. */
const COVERED_PART = 0.6;
const OPAQUE = 0.5;
const PICTURES = new Set(['IMG', 'CANVAS', 'VIDEO', 'IFRAME', 'OBJECT', 'EMBED', 'svg', 'INPUT', 'TEXTAREA']);

/** Whether `other` lies over most of `box` and paints there; which of the two is on top is not asked. */
export function paintsOver(other: Element, box: DOMRect): boolean {
  const over = other.getBoundingClientRect();
  const width = Math.min(over.right, box.right) - Math.max(over.left, box.left);
  const height = Math.min(over.bottom, box.bottom) - Math.max(over.top, box.top);
  if (width <= 0 || height <= 0 || width * height < COVERED_PART * box.width * box.height) return false;
  const style = getComputedStyle(other);
  if (style.visibility !== 'visible' || Number(style.opacity) < OPAQUE) return false;
  if (style.backgroundImage !== 'none' || PICTURES.has(other.tagName)) return true;
  return readAlpha(style.backgroundColor) >= OPAQUE || style.backdropFilter.includes('blur');
}

/** A floating label or an icon inside the field's own small wrapper hides nothing, unless it paints over the field. */
export function isOwnDecoration(top: Element, element: HTMLElement): boolean {
  if (top.contains(element)) return false;
  const own = element.getBoundingClientRect();
  if (paintsOver(top, own)) return false;
  const label = top.closest('label');
  if (label instanceof HTMLLabelElement && (label.control === element || label.contains(element)))
    return true;
  const box = top.getBoundingClientRect();
  const wrapper = element.parentElement?.parentElement ?? element.parentElement;
  return wrapper?.contains(top) === true && box.height <= own.height * 1.5 && box.width <= own.width * 1.5;
}
