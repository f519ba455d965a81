import { callOwn, readRoot } from './call-own.ts';
import { readAlpha } from './read-colour.ts';
import { boxOf, holdsNode, parentOf, readOwn, tagOf } from './read-own.ts';

const PICTURES = new Set(['IMG', 'CANVAS', 'VIDEO', 'IFRAME', 'OBJECT', 'EMBED', 'svg', 'INPUT', 'TEXTAREA']);
/** What is as opaque as this hides. */
const DARK = 0.5;
const PSEUDOS = ['::before', '::after'];
/** Letters that are drawn as blocks, so that a line of them is a sheet. */
const BLOCKS = /[\u2580-\u259f\u2b1b\u2b1c]|\u25a0{3}/;
const SHADOW = /(\w+\([^)]*\)) (-?[\d.]+)px (-?[\d.]+)px [\d.]+px(?: ([\d.]+)px)?/g;

/** How much of what lies below a style lets through, as painted over the whole of its box. */
function readShade(style: CSSStyleDeclaration): number {
  if (style.visibility !== 'visible') return 0;
  const paints = style.backgroundImage !== 'none' || (style.backdropFilter || 'none') !== 'none';
  const edges = Number.parseFloat(style.borderTopWidth) * 2 >= Number.parseFloat(style.height);
  const alpha = Math.max(readAlpha(style.backgroundColor), edges ? readAlpha(style.borderTopColor) : 0);
  return Number(style.opacity) * (paints ? 1 : alpha);
}

/**
 * How much of the point an element hides that is drawn there above `below`: by itself, unless it is found there only
 * through what a style sheet draws before or after it.
 */
export function measureShade(above: Element, below: Element, x: number, y: number): number {
  const style = getComputedStyle(above);
  const { left, top, right, bottom } = boxOf(above);
  const inside = left <= x && x <= right && top <= y && y <= bottom;
  const pseudo = Math.max(...PSEUDOS.map(name => measurePseudo(above, name, inside ? below : null)));
  if (!inside || holdsNode(above, below)) return pseudo;
  const covers = isPicture(above) || BLOCKS.test(readOwn(above, 'textContent') ?? '');
  return Math.max(
    pseudo,
    covers && style.visibility === 'visible' ? Number(style.opacity) : readShade(style),
  );
}

function isPicture(element: Element): boolean {
  return PICTURES.has(tagOf(element));
}

// Where the element itself is there too, what it draws counts only if it is large enough to be what is there.
function measurePseudo(element: Element, name: string, below: Element | null): number {
  const style = getComputedStyle(element, name);
  if (/^(?:none|normal)$/.test(style.content)) return 0;
  const width = (below ? boxOf(below).width : 0) / 2;
  if (Number.parseFloat(style.width) < width) return 0;
  return BLOCKS.test(style.content) || style.content.includes('url(')
    ? Number(style.opacity)
    : readShade(style);
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

/** What no hit test finds: a neighbour's shadow or outline that reaches over, and the backdrop of a popover. */
export function isOvershadowed(element: HTMLElement): boolean {
  const body = readRoot(element.ownerDocument, 'body');
  const { left, top, width, height } = boxOf(element);
  const [x, y] = [left + width / 2, top + height / 2];
  for (const other of body.querySelectorAll('*')) {
    const reaches = listReaches(getComputedStyle(other));
    if (reaches.length === 0 || holdsNode(other, element) || holdsNode(element, other)) continue;
    const box = boxOf(other);
    if (reaches.some(([dx, dy, spread]) => holds(box, x - dx, y - dy, spread))) return true;
  }
  return [...body.querySelectorAll(':popover-open')].some(one => {
    const style = getComputedStyle(one, '::backdrop');
    const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(
      Number.parseFloat,
    );
    const box = new DOMRect(left, top, width, height);
    return !holdsNode(one, element) && readShade(style) >= DARK && holds(box, x, y, 0);
  });
}

/** How a box is drawn once more: moved by so much, and larger by so much on each side. */
type Reach = [dx: number, dy: number, spread: number];

function listReaches(style: CSSStyleDeclaration): Reach[] {
  const reaches: Reach[] = [];
  if (style.outlineStyle !== 'none' && readAlpha(style.outlineColor) >= DARK)
    reaches.push([0, 0, Number.parseFloat(style.outlineWidth) + Number.parseFloat(style.outlineOffset)]);
  for (const [, colour = '', x, y, spread = 0] of `${style.boxShadow} ${style.filter}`.matchAll(SHADOW))
    if (readAlpha(colour) >= DARK) reaches.push([Number(x), Number(y), Number(spread)]);
  return reaches;
}

function holds({ left, top, right, bottom }: DOMRect, x: number, y: number, spread: number): boolean {
  return left - spread <= x && x <= right + spread && top - spread <= y && y <= bottom + spread;
}

/** Under the lens: something that takes no pointer even so, by its own `style`. Whether it is on top is not asked. */
export function isUnderDeaf(element: HTMLElement): boolean {
  const { left, top, width, height } = boxOf(element);
  const deaf = callOwn(element.ownerDocument, 'querySelectorAll', 'body [style*="pointer-events"]');
  return [...deaf].some(other => {
    if (
      holdsNode(other, element) ||
      holdsNode(element, other) ||
      !holds(boxOf(other), left + width / 2, top + height / 2, 0)
    )
      return false;
    const style = getComputedStyle(other);
    return style.pointerEvents === 'none' && (isPicture(other) || readShade(style) >= DARK);
  });
}
