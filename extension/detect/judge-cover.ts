import { readRoot } from './call-own.ts';
import {
  DARK,
  isUnderOutline,
  listReaches,
  measurePaint,
  measurePseudo,
  readShade,
} from './measure-paint.ts';
import { boxOf, holdsNode, isRendered, parentOf, readOwn } from './read-own.ts';
import { parentAcrossShadow } from './shades.ts';

const PSEUDOS = ['::before', '::after'];

/**
 * How much of the point an element hides that is drawn there above `below`: by itself, unless it is found there only
 * through what a style sheet draws before or after it.
 */
export function measureShade(above: Element, below: Element, x: number, y: number): number {
  const inside = surrounds(boxOf(above), x, y);
  const box = boxOf(below);
  // Where the element itself is there too, what it draws counts only if it is large enough to be what is there.
  const least = inside ? box.width / 2 : 0;
  const pseudo = Math.max(...PSEUDOS.map(name => measurePseudo(getComputedStyle(above, name), least)));
  if (!inside || holdsNode(above, below)) return pseudo;
  return Math.max(pseudo, measurePaint(above, getComputedStyle(above), box.height));
}

/** A floating label or an icon inside the field's own small wrapper hides nothing. */
export function isOwnDecoration(top: Element, element: HTMLElement): boolean {
  if (holdsNode(top, element)) return false;
  const label = readOwn(top, 'closest').call(top, 'label');
  if (label instanceof HTMLLabelElement && (label.control === element || label.contains(element)))
    return true;
  const [own, box] = [boxOf(element), boxOf(top)];
  const parent = parentOf(element);
  const wrapper = parent && (parentOf(parent) ?? parent);
  return (
    wrapper !== null &&
    holdsNode(wrapper, top) &&
    box.height <= own.height * 1.5 &&
    box.width <= own.width * 1.5
  );
}

/**
 * What no hit test finds: what one of those `reaching` out of their boxes draws there, and the backdrop of a popover.
 */
export function isOvershadowed(element: HTMLElement, reaching: readonly Element[]): boolean {
  const body = readRoot(element.ownerDocument, 'body');
  const { left, top, width, height } = boxOf(element);
  const [x, y] = [left + width / 2, top + height / 2];
  const around = listAround(element);
  for (const other of reaching) {
    if (holdsNode(element, other) || !isRendered(other)) continue;
    const style = getComputedStyle(other);
    if (around.has(other) && isUnderOutline(other, style, x, y)) return true;
    if (!around.has(other) && listReaches(other, style).some(reach => surrounds(reach, x, y))) return true;
  }
  return [...body.querySelectorAll(':popover-open')].some(one => {
    const style = getComputedStyle(one, '::backdrop');
    const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(
      Number.parseFloat,
    );
    const box = new DOMRect(left, top, width, height);
    return !holdsNode(one, element) && readShade(style) >= DARK && surrounds(box, x, y);
  });
}

/** The boxes that are drawn around `element`, those of the trees around its own too. */
function listAround(element: Element): Set<Element> {
  const around = new Set<Element>();
  for (let one = parentAcrossShadow(element); one; one = parentAcrossShadow(one)) around.add(one);
  return around;
}

export function surrounds({ left, top, right, bottom }: DOMRect, x: number, y: number): boolean {
  return left <= x && x <= right && top <= y && y <= bottom;
}
