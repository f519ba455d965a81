import { isOwnDecoration, paintsOver } from './judge-cover.ts';

/** Farther down nobody scrolls to type something. */
const FARTHEST_BELOW_PX = 30_000;
/** Where along its middle line a control is looked for. */
const POINTS = [0.25, 0.5, 0.75];
const MOST_PSEUDO_PARENTS = 6;

/**
 * Whether a person sees the control at this moment, as far as the browser's own hit test can tell: it is brought into
 * the window and must be found there, under nothing that paints over it. Costs a layout: asked before each writing.
 */
export function isInSight(element: HTMLElement): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view || element.getBoundingClientRect().top > view.innerHeight + FARTHEST_BELOW_PX) return false;
  const putBack = bringIntoWindow(element, view);
  try {
    return isHit(element, view) && !isPaintedOver(element) && !isUnderPseudo(element);
  } finally {
    putBack();
  }
}

function bringIntoWindow(element: HTMLElement, view: Window): () => void {
  if (isInside(element.getBoundingClientRect(), view)) return () => undefined;
  const moved: [Element, number, number][] = [];
  for (let one: Element | null = element.parentElement; one; one = one.parentElement)
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

function isHit(element: HTMLElement, view: Window): boolean {
  const box = element.getBoundingClientRect();
  const y = box.top + box.height / 2;
  const hits = POINTS.filter(part => {
    const x = box.left + box.width * part;
    if (x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return false;
    const top = findTop(element, x, y);
    return top !== null && (element.contains(top) || isOwnDecoration(top, element));
  });
  return hits.length >= 2;
}

function findTop(element: HTMLElement, x: number, y: number): Element | null {
  const root = element.getRootNode();
  return (root instanceof ShadowRoot ? root : element.ownerDocument).elementFromPoint(x, y);
}

// The hit test looks through what takes no pointer: such a thing is made to take it for the length of one question.
function isPaintedOver(element: HTMLElement): boolean {
  const box = element.getBoundingClientRect();
  for (const other of element.ownerDocument.body.querySelectorAll<HTMLElement>('*')) {
    if (!paintsOver(other, box) || other.contains(element) || element.contains(other)) continue;
    if (getComputedStyle(other).pointerEvents === 'none' && liesAbove(other, box)) return true;
  }
  return false;
}

function liesAbove(other: HTMLElement, box: DOMRect): boolean {
  const { value, priority } = readInline(other);
  other.style.setProperty('pointer-events', 'auto', 'important');
  const top = findTop(other, box.left + box.width / 2, box.top + box.height / 2);
  if (value === '') other.style.removeProperty('pointer-events');
  else other.style.setProperty('pointer-events', value, priority);
  return top !== null && other.contains(top);
}

function readInline({ style }: HTMLElement): { value: string; priority: string } {
  return {
    value: style.getPropertyValue('pointer-events'),
    priority: style.getPropertyPriority('pointer-events'),
  };
}

// What a style sheet draws before or after an element has no place in the tree; its parents are asked.
function isUnderPseudo(element: HTMLElement): boolean {
  let parent = element.parentElement;
  for (let step = 0; parent && step < MOST_PSEUDO_PARENTS; step++, parent = parent.parentElement)
    for (const pseudo of ['::before', '::after']) if (isSheet(parent, pseudo, element)) return true;
  return false;
}

function isSheet(parent: Element, pseudo: string, element: HTMLElement): boolean {
  const style = getComputedStyle(parent, pseudo);
  if (style.content === 'none' || style.content === 'normal' || style.pointerEvents !== 'none') return false;
  if (!/absolute|fixed/.test(style.position) || Number(style.zIndex) < 0) return false;
  const { width, height } = element.getBoundingClientRect();
  const large = Number.parseFloat(style.width) >= width / 2 && Number.parseFloat(style.height) >= height / 2;
  return large && !/, 0\)$|\/ 0\)$|^transparent$/.test(style.backgroundColor);
}
