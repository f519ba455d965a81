import { type Colour, measureContrast, readAlpha, readColour } from './read-colour.ts';
import { boxOf, parentOf } from './read-own.ts';
import { joinShades, readShade, Shades } from './shades.ts';

const SMALLEST_LETTERS_PX = 5;
const SMALLEST_ADJUST = 0.2;
const WIDEST_SPACING_PX = 40;
/** A stroke is drawn over the letters that it goes around. */
const WIDEST_STROKE_PX = 3;
const FAINTEST_LETTERS = 0.1;
const LOWEST_CONTRAST = 1.15;
const PAPER: Colour = [255, 255, 255];

/**
 * Whether a person could read what is written into the control: its letters have a size, a place and a colour of their
 * own. Some pages colour them only while the control has the focus.
 */
export function isLegible(element: HTMLElement): boolean {
  if (showsLetters(element)) return true;
  element.focus({ preventScroll: true });
  const shown = showsLetters(element);
  element.blur();
  return shown;
}

/** The same, without the focus. */
export function showsLetters(element: HTMLElement): boolean {
  const style = getComputedStyle(element);
  if (Number.parseFloat(style.fontSize) * measureScale(element) < SMALLEST_LETTERS_PX) return false;
  if (Number.parseFloat(style.fontSizeAdjust) < SMALLEST_ADJUST) return false;
  // What stands in a line like a word has no inner width of its own.
  if (!hasRoom(style, element.clientWidth || boxOf(element).width)) return false;
  const stroked = Number.parseFloat(style.webkitTextStrokeWidth) > WIDEST_STROKE_PX;
  const letters = stroked ? style.webkitTextStrokeColor : style.webkitTextFillColor || style.color;
  const alpha = readAlpha(letters);
  if (alpha < FAINTEST_LETTERS) return false;
  const [ink, paper] = [readColour(letters), findPaper(element)];
  if (!ink || !paper) return true;
  const strength = alpha * joinShades(new Shades().above(element), readShade(element, style)).opacity;
  return measureContrast(blend(ink, paper, strength), paper) >= LOWEST_CONTRAST;
}

/** How large the control is drawn, beside what its styles say of its size: `zoom`, transforms, a picture around it. */
export function measureScale(element: HTMLElement): number {
  const { width, height } = boxOf(element);
  return Math.min(width / element.offsetWidth, height / element.offsetHeight);
}

function blend(ink: Colour, paper: Colour, strength: number): Colour {
  const mix = (at: 0 | 1 | 2): number => paper[at] + (ink[at] - paper[at]) * strength;
  return [mix(0), mix(1), mix(2)];
}

function hasRoom(style: CSSStyleDeclaration, width: number): boolean {
  const read = (length: string): number => Math.abs(Number.parseFloat(length)) || 0;
  const indent = style.textIndent.endsWith('%')
    ? (read(style.textIndent) * width) / 100
    : read(style.textIndent);
  const padding = read(style.paddingLeft) + read(style.paddingRight);
  return indent + padding < width * 0.8 && read(style.letterSpacing) < WIDEST_SPACING_PX;
}

// Nothing is said where a picture or a colour of unknown notation lies behind.
function findPaper(element: Element): Colour | null {
  for (let one: Element | null = element; one; one = parentOf(one)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(one);
    if (backgroundImage !== 'none') return null;
    const alpha = readAlpha(backgroundColor);
    if (alpha >= 0.9) return readColour(backgroundColor);
    if (alpha > 0.1) return null;
  }
  return element.getRootNode() instanceof Document ? readScheme(element) : null;
}

function readScheme(element: Element): Colour | null {
  return getComputedStyle(element).colorScheme.includes('dark') ? null : PAPER;
}
