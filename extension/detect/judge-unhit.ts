import { callOwn } from './call-own.ts';
import { measureShade, surrounds } from './judge-cover.ts';
import { DARK } from './measure-paint.ts';
import { boxOf, holdsNode, isSelected, parentOf } from './read-own.ts';
import type { DeafPart } from './sight-lens.ts';

/** What is drawn in its place in the order of the page, before all that has a layer. */
const FLOW = -0.5;

/**
 * Under the lens: whether something lies over the control that takes no pointer even so. What is `deaf` by its own
 * `style` counts wherever it is drawn, what is inert where it is drawn above.
 */
export function isUnderUnhit(element: HTMLElement, deaf: readonly DeafPart[]): boolean {
  const covers = (other: Element): boolean => isOver(other, element);
  if (deaf.some(one => getComputedStyle(one.element).pointerEvents === 'none' && covers(one.element)))
    return true;
  return listInert(element.ownerDocument).some(
    other => covers(other) && isDrawn(other) && isAbove(other, element),
  );
}

// Not asked as one selector: whether it stands in one would be asked of each element of the page.
function listInert(document: Document): Element[] {
  const inert = [...callOwn(document, 'querySelectorAll', 'body [inert]')];
  return inert.flatMap(one => [one, ...callOwn(one, 'querySelectorAll', '*')]);
}

function isDrawn(other: Element): boolean {
  return Element.prototype.checkVisibility.call(other, { opacityProperty: true, visibilityProperty: true });
}

function isOver(other: Element, element: HTMLElement): boolean {
  const { left, top, width, height } = boxOf(element);
  const [x, y] = [left + width / 2, top + height / 2];
  return (
    surrounds(boxOf(other), x, y) &&
    !holdsNode(other, element) &&
    !holdsNode(element, other) &&
    measureShade(other, element, x, y) >= DARK
  );
}

// As the first of each chain below what holds both is drawn: by layers, then in the order of the page.
function isAbove(other: Element, element: Element): boolean {
  const layers = [readLayer(other, element), readLayer(element, other)] as const;
  if (layers[0] !== layers[1]) return layers[0] > layers[1];
  const place = Node.prototype.compareDocumentPosition.call(element, other);
  return (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The outermost layer that `element` is in and `other` is not. */
function readLayer(element: Element, other: Element): number {
  let layer = FLOW;
  for (let one: Element | null = element; one && !holdsNode(one, other); one = parentOf(one)) {
    if (isSelected(one, ':modal, :popover-open')) return Infinity;
    const { position, zIndex, opacity, transform, isolation } = getComputedStyle(one);
    if (zIndex !== 'auto') layer = Number(zIndex);
    else if (position !== 'static' || opacity !== '1' || transform !== 'none' || isolation !== 'auto')
      layer = position === 'static' ? 0 : Math.max(0, layer);
  }
  return layer;
}
