import { callOwn } from './call-own.ts';
import { squeezeSpaces } from './fold-text.ts';
import { parentOf, previousOf, treeOf } from './read-own.ts';
import { readOwnText } from './read-texts.ts';

const HEADINGS = 'h1,h2,h3,h4,h5,h6,legend';
const LONGEST_HEADING = 80;
/** Farther down in a box no heading of its own stands. */
const MOST_CHILDREN = 30;
const MOST_BESIDE = 25;

/** The headings of one root, listed once: most boxes of a page have none near them, and need not be looked through. */
interface ListedHeadings {
  /** The first one right below a box, by that box. */
  first: Map<Element, Element>;
  /** Boxes that have a heading right below them, or right below what stands in them. */
  around: Set<Element>;
  /** What was read before an element. */
  before: Map<Element, string>;
}

/** By the root that they stand in. */
export type HeadingIndex = Map<Node, ListedHeadings>;

/** The headings of the root that `element` stands in. */
export function headingsOf(element: Element, index: HeadingIndex): ListedHeadings {
  const root = treeOf(element);
  const listed = index.get(root) ?? listHeadings(root);
  index.set(root, listed);
  return listed;
}

/** The nearest heading beside `branch`, or right below what stands beside it, before it in a box of `around`. */
export function readHeadingBefore(branch: Element, headings: ListedHeadings): string {
  const known = headings.before.get(branch);
  if (known !== undefined) return known;
  const heading = findHeadingBefore(branch, headings);
  const text = heading ? squeezeSpaces(readOwnText(heading)).slice(0, LONGEST_HEADING) : '';
  headings.before.set(branch, text);
  return text;
}

function listHeadings(root: Node): ListedHeadings {
  const listed: ListedHeadings = { first: new Map(), around: new Set(), before: new Map() };
  if (!(root instanceof Document || root instanceof DocumentFragment || root instanceof Element))
    return listed;
  for (const heading of callOwn(root, 'querySelectorAll', HEADINGS)) {
    const box = parentOf(heading);
    if (!box) continue;
    if (!listed.first.has(box)) listed.first.set(box, heading);
    const outer = parentOf(box);
    listed.around.add(box);
    if (outer) listed.around.add(outer);
  }
  return listed;
}

function findHeadingBefore(branch: Element, { first }: ListedHeadings): Element | null {
  let one = previousOf(branch);
  for (let step = 0; one && step < MOST_BESIDE; step++, one = previousOf(one)) {
    if (isHeading(one)) return one;
    const inside = first.get(one);
    // The legend of a group that is closed heads nothing behind it.
    if (inside && !isLegend(inside) && isNearTop(inside)) return inside;
  }
  const own = first.get(parentOf(branch) ?? branch);
  return isLegend(own) ? own : null;
}

function isHeading(element: Element): boolean {
  return element instanceof HTMLHeadingElement || isLegend(element);
}

function isLegend(element: Element | undefined): element is HTMLLegendElement {
  return element instanceof HTMLLegendElement;
}

function isNearTop(heading: Element): boolean {
  let before = previousOf(heading);
  for (let step = 1; before && step < MOST_CHILDREN; step++) before = previousOf(before);
  return before === null;
}
