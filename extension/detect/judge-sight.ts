import { callOwn, readRoot } from './call-own.ts';
import { isOvershadowed, isOwnDecoration, measureShade, surrounds } from './judge-cover.ts';
import { isMisshapen } from './judge-shape.ts';
import { isInNoColumn, isUnderSlot } from './judge-slots.ts';
import { isUnderUnhit } from './judge-unhit.ts';
import { boxOf, holdsNode, parentOf, treeOf } from './read-own.ts';
import { type DeafPart, openLens, type Root } from './sight-lens.ts';
import { Survey } from './survey-page.ts';

/** Farther down nobody scrolls to type something. */
const FARTHEST_BELOW_PX = 30_000;
/** Parts of a control, in each of which it is looked for at a point that no page can know beforehand. */
const PARTS: readonly (readonly [left: number, top: number])[] = [
  [0.1, 0.2],
  [0.26, 0.7],
  [0.42, 0.45],
  [0.58, 0.7],
  [0.74, 0.2],
];
const PART_WIDTH = 0.16;
const PART_HEIGHT = 0.1;
const FEWEST_POINTS = 3;
const LEAST_LIGHT = 0.5;

/**
 * Whether a person sees the control at this moment, as far as the browser's own hit test can tell: it is brought into
 * the window and must be found there, and nothing that paints may lie above it, in any of the page's `roots`, whether it
 * takes the pointer or not. Costs a layout, and a look at the whole page where the `survey` is not taken yet: asked of
 * what a preview names, and before each writing. `chance` gives numbers from 0 to below 1.
 */
export function isInSight(
  element: HTMLElement,
  roots: Iterable<Root> = [element.ownerDocument],
  survey = new Survey(() => roots),
  chance = Math.random,
): boolean {
  const isLit = (points: readonly Point[]): boolean =>
    !isOvershadowed(element, survey.reaching()) && isLitUnderLens(element, points, roots, survey.deaf());
  return isFound(element, roots, isLit, chance);
}

/**
 * The part of it that costs the same on any page: the control is found where it stands. Whether it is lit there, under
 * what lets the pointer through or draws outside of its box, `isLit` may say.
 */
export function isFound(
  element: HTMLElement,
  roots: Iterable<Root>,
  isLit: (points: readonly Point[]) => boolean = () => true,
  chance = Math.random,
): boolean {
  const view = readRoot(element.ownerDocument, 'defaultView');
  if (!view || boxOf(element).top > view.innerHeight + FARTHEST_BELOW_PX) return false;
  if (isInNoColumn(element) || isMisshapen(element) || isUnderSlot(element, roots)) return false;
  const putBack = bringIntoWindow(element, view);
  try {
    const points = choosePoints(element, view, chance);
    const hit = points.filter(([x, y]) => isHit(element, x, y)).length >= FEWEST_POINTS;
    return hit && isLit(points);
  } finally {
    putBack();
  }
}

function isLitUnderLens(
  element: HTMLElement,
  points: readonly Point[],
  roots: Iterable<Root>,
  deaf: readonly DeafPart[],
): boolean {
  const covers = deaf.filter(one => mayCover(one, element, points));
  const close = openLens(roots, covers);
  try {
    const hosts = new Map([...roots].map(root => [root instanceof ShadowRoot ? root.host : null, root]));
    const lit = points.filter(([x, y]) => measureLight(element, { x, y, hosts }) > LEAST_LIGHT);
    return lit.length >= FEWEST_POINTS && !isUnderUnhit(element, covers);
  } finally {
    close();
  }
}

// Where what a style sheet draws at an element lies nobody can say but the hit test.
function mayCover(
  { element: other, pseudo }: DeafPart,
  element: HTMLElement,
  points: readonly Point[],
): boolean {
  if (pseudo) return true;
  const box = boxOf(other);
  return points.some(([x, y]) => surrounds(box, x, y) && measureShade(other, element, x, y) > 0);
}

function bringIntoWindow(element: HTMLElement, view: Window): () => void {
  if (isInside(boxOf(element), view)) return () => undefined;
  const moved: [Element, number, number][] = [];
  for (let one = parentOf(element); one; one = parentOf(one))
    if (one.scrollTop !== 0 || one.scrollLeft !== 0 || one.scrollHeight > one.clientHeight)
      moved.push([one, one.scrollLeft, one.scrollTop]);
  const { scrollX, scrollY } = view;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  return () => {
    for (const [one, left, top] of moved) one.scrollTo({ left, top, behavior: 'instant' });
    view.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  };
}

function isInside({ left, top, right, bottom }: DOMRect, view: Window): boolean {
  return left >= 0 && top >= 0 && right <= view.innerWidth && bottom <= view.innerHeight;
}

type Point = readonly [x: number, y: number];

function choosePoints(element: HTMLElement, view: Window, chance: () => number): Point[] {
  const { left, top, width, height } = boxOf(element);
  return PARTS.map(
    ([x, y]): Point => [
      left + width * (x + PART_WIDTH * chance()),
      top + height * (y + PART_HEIGHT * chance()),
    ],
  ).filter(([x, y]) => x >= 0 && y >= 0 && x < view.innerWidth && y < view.innerHeight);
}

function rootOf(element: Element): Root {
  const root = treeOf(element);
  return root instanceof ShadowRoot ? root : element.ownerDocument;
}

function isHit(element: HTMLElement, x: number, y: number): boolean {
  const top = callOwn(rootOf(element), 'elementFromPoint', x, y);
  return top !== null && (holdsNode(element, top) || isOwnDecoration(top, element));
}

interface Spot {
  x: number;
  y: number;
  hosts: ReadonlyMap<Element | null, Root>;
}

// In each tree from the control's own up to the page: what lies above it, or above the host that it is in.
function measureLight(element: HTMLElement, spot: Spot): number {
  let light = 1;
  for (let one: Element | null = element; one; ) {
    const root = rootOf(one);
    for (const above of elementsAt(root, spot)) {
      if (holdsNode(one, above)) break;
      light *= 1 - measureShade(above, one, spot.x, spot.y);
      light *= 1 - measureInside(above, one, spot);
    }
    one = root instanceof ShadowRoot ? root.host : null;
  }
  return light;
}

function elementsAt(root: Root, { x, y }: Spot): Element[] {
  return callOwn(root, 'elementsFromPoint', x, y);
}

// A hit inside a shadow tree names the host alone.
function measureInside(host: Element, below: Element, spot: Spot): number {
  const { x, y, hosts } = spot;
  const root = hosts.get(host);
  if (!root || holdsNode(host, below)) return 0;
  const inside = elementsAt(root, spot).filter(one => root.contains(one));
  return Math.max(0, ...inside.map(one => measureShade(one, below, x, y)));
}
