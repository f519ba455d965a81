import { measureScale } from './judge-legibility.ts';
import { parentAcrossShadow } from './shades.ts';

/** Of letters whose one side is drawn this much shorter than the other nobody reads a word: on edge, slanted, pulled. */
const LEAST_EVENNESS = 0.25;
/** Letters run into each other where the blur is a larger part than this of their size. */
const WIDEST_BLUR = 0.1;

/** Whether letters in the element are drawn in a shape that nobody reads: turned on edge, slanted, pulled or blurred. */
export function isMisshapen(element: HTMLElement): boolean {
  const letters = Number.parseFloat(getComputedStyle(element).fontSize) * measureScale(element);
  return measureEvenness(element) < LEAST_EVENNESS || measureBlur(element) > letters * WIDEST_BLUR;
}

// The ratio of the axes of the ellipse that a circle in the element is drawn as. Where things stand does not change it,
// but in perspective, whose vanishing point the size on the screen tells of.
function measureEvenness(element: Element): number {
  let drawn = new DOMMatrix();
  for (let one: Element | null = element; one; ) {
    drawn = readTransform(getComputedStyle(one)).multiply(drawn);
    one = parentAcrossShadow(one);
    if (!one || getComputedStyle(one).transformStyle !== 'preserve-3d') drawn.m13 = drawn.m23 = drawn.m33 = 0;
  }
  const { m11, m12, m21, m22 } = drawn;
  const squares = m11 ** 2 + m12 ** 2 + m21 ** 2 + m22 ** 2;
  const area = Math.abs(m11 * m22 - m12 * m21);
  return (2 * area) / (squares + Math.sqrt(Math.max(0, squares ** 2 - 4 * area ** 2)));
}

/** Turns, scales and slants alone. */
function readTransform({ transform, rotate, scale }: CSSStyleDeclaration): DOMMatrix {
  const functions = [writeRotation(rotate), writeScale(scale), transform].filter(one => one !== 'none');
  const read = new DOMMatrix(functions.join(' '));
  const { m11, m12, m13, m21, m22, m23, m31, m32, m33 } = read;
  return new DOMMatrix([m11, m12, m13, 0, m21, m22, m23, 0, m31, m32, m33, 0, 0, 0, 0, 1]);
}

// As the properties have them: `45deg`, `x 45deg`, `1 0 0 45deg`; `2`, `2 1`, `2 1 1`.
function writeRotation(rotate: string): string {
  const parts = rotate.split(' ');
  if (rotate === 'none' || parts.length === 1) return rotate === 'none' ? rotate : `rotate(${rotate})`;
  return parts.length === 2 ? `rotate${parts[0]?.toUpperCase()}(${parts[1]})` : `rotate3d(${parts})`;
}

function writeScale(scale: string): string {
  const parts = scale.split(' ');
  return scale === 'none' ? scale : `scale${parts.length === 3 ? '3d' : ''}(${parts})`;
}

/** In pixels; blurs within each other add up as their squares do. */
function measureBlur(element: Element): number {
  let squares = 0;
  for (let one: Element | null = element; one; one = parentAcrossShadow(one))
    for (const [, radius] of getComputedStyle(one).filter.matchAll(/blur\(([\d.]+)px\)/g))
      squares += Number(radius) ** 2;
  return Math.sqrt(squares);
}
