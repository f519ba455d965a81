import { callOwn } from './call-own.ts';
import { readAlpha } from './read-colour.ts';
import { boxOf, readOwn, tagOf } from './read-own.ts';

const PICTURES = new Set(['IMG', 'CANVAS', 'VIDEO', 'IFRAME', 'OBJECT', 'EMBED', 'INPUT', 'TEXTAREA']);
const BARS = new Set(['PROGRESS', 'METER']);
const SVG = 'http://www.w3.org/2000/svg';
/** Pseudo-elements that are there without any `content`. */
const PARTS = ['::first-letter', '::first-line', '::details-content'];
/** Letters that are drawn as blocks, so that a line of them is a sheet. */
const BLOCKS = /[\u2580-\u259f\u2b1b\u2b1c]|\u25a0{3}/;
const IMAGE = /(?:url|gradient|image-set)\(/;
const THICKEST_LINE_PX = 8;
const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** How much of what lies below a style lets through, as painted over the whole of its box. */
export function readShade(style: CSSStyleDeclaration): number {
  if (style.visibility !== 'visible') return 0;
  const paints =
    style.backgroundImage !== 'none' ||
    (style.backdropFilter || 'none') !== 'none' ||
    IMAGE.test(style.content) ||
    (style.display === 'list-item' && style.listStyleImage !== 'none');
  return (
    Number(style.opacity) * (paints ? 1 : Math.max(readAlpha(style.backgroundColor), ...readLines(style)))
  );
}

// Borders that meet, rules between columns and lines through letters, where they are as thick as a sheet.
function readLines(style: CSSStyleDeclaration): number[] {
  const read = (length: string): number => Number.parseFloat(length) || 0;
  const width = (side: (typeof SIDES)[number]): number => read(style[`border${side}Width`]);
  const meet =
    width('Top') + width('Bottom') >= Number.parseFloat(style.height) ||
    width('Left') + width('Right') >= Number.parseFloat(style.width);
  const alphas = meet ? SIDES.filter(width).map(side => readAlpha(style[`border${side}Color`])) : [];
  if (style.columnRuleStyle !== 'none' && read(style.columnRuleWidth) > THICKEST_LINE_PX)
    alphas.push(readAlpha(style.columnRuleColor));
  if (style.textDecorationLine !== 'none' && read(style.textDecorationThickness) > THICKEST_LINE_PX)
    alphas.push(readAlpha(style.textDecorationColor));
  return alphas;
}

/** How much an element itself, found at a point, hides there of something of this height. */
export function measurePaint(element: Element, style: CSSStyleDeclaration, height: number): number {
  const text = readOwn(element, 'textContent') ?? '';
  const large = Number.parseFloat(style.fontSize) > 2 * height && text.trim() !== '';
  const covers = large || isPicture(element) || BLOCKS.test(text);
  if (covers && style.visibility === 'visible') return Number(style.opacity);
  return Math.max(readShade(style), ...PARTS.map(name => readPart(element, name)));
}

function readPart(element: Element, name: string): number {
  const style = getComputedStyle(element, name);
  // Browsers that do not know the part say nothing of it, or speak of the element.
  return style.backgroundColor ? readShade(style) : 0;
}

/** Whether an element is painted though its style says nothing of it. */
export function isPicture(element: Element): boolean {
  const tag = tagOf(element);
  return PICTURES.has(tag) || BARS.has(tag) || element.namespaceURI === SVG;
}

/** How much a pseudo-element of this style hides, if it is as wide as `width`. */
export function measurePseudo(style: CSSStyleDeclaration, width: number): number {
  const { content } = style;
  if (content === 'none' || content === 'normal') return 0;
  if (Number.parseFloat(style.width) < width) return 0;
  return BLOCKS.test(content) ? Number(style.opacity) : readShade(style);
}

/** What is as opaque as this hides. */
export const DARK = 0.5;
const SHADOW = /(\w+\([^)]*\)) (-?[\d.]+)px (-?[\d.]+)px [\d.]+px(?: ([\d.]+)px)?/g;
const REFLECTION = /^(above|below|left|right) (-?[\d.]+)px/;

/** Whether a style may draw outside of the element's box: asked of each element of a page. */
export function mayReach(style: CSSStyleDeclaration): boolean {
  return (
    style.outlineStyle !== 'none' ||
    style.boxShadow !== 'none' ||
    style.textShadow !== 'none' ||
    style.filter !== 'none' ||
    style.borderImageSource !== 'none' ||
    REFLECTION.test(style.getPropertyValue('-webkit-box-reflect'))
  );
}

/** Where a style draws outside of the element's box, where no hit test finds it. */
export function listReaches(element: Element, style: CSSStyleDeclaration): DOMRect[] {
  const { outlineStyle, boxShadow, textShadow, filter, borderImageSource } = style;
  const shadows = `${boxShadow} ${textShadow} ${filter}`;
  const reflection = style.getPropertyValue('-webkit-box-reflect');
  const outlined = outlineStyle !== 'none' && readAlpha(style.outlineColor) >= DARK;
  const box = boxOf(element);
  const reaches = outlined
    ? [growBox(box, [Number.parseFloat(style.outlineWidth) + Number.parseFloat(style.outlineOffset)])]
    : [];
  for (const [, colour = '', x, y, spread = 0] of shadows.matchAll(SHADOW))
    if (readAlpha(colour) >= DARK) reaches.push(growBox(box, [Number(spread)], Number(x), Number(y)));
  const filterId = /url\("#(.+?)"\)/.exec(filter)?.[1];
  if (filterId) reaches.push(measureFilter(element.ownerDocument, filterId, box));
  if (borderImageSource !== 'none')
    reaches.push(growBox(box, style.borderImageOutset.split(' ').map(Number.parseFloat)));
  const [, way = '', gap = ''] = REFLECTION.exec(reflection) ?? [];
  if (way) reaches.push(mirrorBox(box, way, Number(gap)));
  return reaches;
}

/**
 * Whether the outline of a box lies over the point (`x`, `y`) inside of it: drawn inwards it is above all that the box
 * holds, while shadows, filters and border pictures of a box are under it. CSS Basic User Interface 4, section 3.5: it
 * reaches no further inwards than the middle.
 */
export function isUnderOutline(element: Element, style: CSSStyleDeclaration, x: number, y: number): boolean {
  if (style.outlineStyle === 'none' || readAlpha(style.outlineColor) < DARK) return false;
  const box = boxOf(element);
  const offset = Math.max(Number.parseFloat(style.outlineOffset), -Math.min(box.width, box.height) / 2);
  const isWithin = (by: number) => {
    const { left, right, top, bottom } = growBox(box, [by]);
    return left < x && x < right && top < y && y < bottom;
  };
  return !isWithin(offset) && isWithin(offset + Number.parseFloat(style.outlineWidth));
}

// Sides as CSS writes them: one for all, or top, right, bottom and left, whose missing ones are those across.
function growBox(
  { left, top, width, height }: DOMRect,
  [up = 0, right = up, down = up, back = right]: number[],
  dx = 0,
  dy = 0,
): DOMRect {
  return new DOMRect(left - back + dx, top - up + dy, width + back + right, height + up + down);
}

function mirrorBox(box: DOMRect, way: string, gap: number): DOMRect {
  const [across, down] = [box.width + gap, box.height + gap];
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ...{ above: [0, -down], below: [0, down], left: [-across, 0], right: [across, 0] },
  };
  return growBox(box, [0], ...(moves[way] ?? [0, 0]));
}

// A filter's region is a tenth larger than the box on each side, unless the page says otherwise.
function measureFilter(document: Document, id: string, box: DOMRect): DOMRect {
  const found = callOwn(document, 'getElementById', id);
  const plain = found?.getAttribute('filterUnits') === 'userSpaceOnUse';
  const read = (name: string, whole: number, usual: number): number => {
    const said = found?.getAttribute(name) ?? '';
    const length = Number.parseFloat(said) / (said.endsWith('%') ? 100 : 1);
    return (Number.isNaN(length) ? usual : length) * (plain && !said.endsWith('%') ? 1 : whole);
  };
  const { left, top, width, height } = box;
  return new DOMRect(
    left + read('x', width, -0.1),
    top + read('y', height, -0.1),
    read('width', width, 1.2),
    read('height', height, 1.2),
  );
}
