import { readRoot } from './call-own.ts';
import { boxAround, boxOf, slotOf } from './read-own.ts';

const SMALLEST_SIDE_PX = 4;
const FAINTEST_OPACITY = 0.1;
/** Both images of it. Firefox has no `-webkit-mask-box-image-source`. */
const NO_MASK = /^(?:none|undefined)*$/;

/** What an element and all above it make of what stands in it. */
export interface Shade {
  /** The product of all. */
  opacity: number;
  /** Whether nothing in it is seen, wherever it stands. */
  hides: boolean;
  /** Boxes outside of which nothing is seen. */
  clips: readonly DOMRect[];
}

const DAYLIGHT: Shade = { opacity: 1, hides: false, clips: [] };

/** Judges each element once, for as long as the page cannot change: one turn of a script. */
export class Shades {
  readonly #known = new Map<Element, Shade>();
  #width: number | null = null;

  /** The shade of everything above `element`. */
  above(element: Element): Shade {
    const parent = parentAcrossShadow(element);
    return parent ? this.#of(parent) : DAYLIGHT;
  }

  /** How far to the right a page may be scrolled, in pixels. */
  width(): number {
    this.#width ??= measureWidth(document);
    return this.#width;
  }

  #of(element: Element): Shade {
    const known = this.#known.get(element);
    if (known) return known;
    const style = getComputedStyle(element);
    const above = joinShades(this.above(element), readShade(element, style));
    const shade = addClip(above, element, style);
    this.#known.set(element, shade);
    return shade;
  }
}

export function joinShades(above: Shade, own: Shade): Shade {
  const opacity = above.opacity * own.opacity;
  return {
    opacity,
    hides: above.hides || own.hides || opacity < FAINTEST_OPACITY,
    clips: above.clips,
  };
}

/** What an element makes of itself, without what it cuts off of others. */
export function readShade(element: Element, style: CSSStyleDeclaration): Shade {
  const { filter } = style;
  const opacity = Number(style.opacity) * readFilterOpacity(filter);
  const inert = Element.prototype.hasAttribute.call(element, 'inert');
  return { opacity, hides: inert || isClippedAway(style) || isEffaced(style, filter), clips: [] };
}

// A scrollable box that merely shows another part of itself does not count: only `hidden` and `clip` do.
function addClip(shade: Shade, element: Element, style: CSSStyleDeclaration): Shade {
  const { overflow } = style;
  if (overflow === 'visible') return shade;
  const box = boxOf(element);
  const small = box.width < SMALLEST_SIDE_PX || box.height < SMALLEST_SIDE_PX;
  if (style.display !== 'contents' && small) return { ...shade, hides: true };
  if (!/hidden|clip/.test(overflow)) return shade;
  return { ...shade, clips: [...shade.clips, box] };
}

function measureWidth(document: Document): number {
  const documentElement = readRoot(document, 'documentElement');
  const locked = [documentElement, readRoot(document, 'body')].some(
    one => one && /hidden|clip/.test(getComputedStyle(one).overflowX),
  );
  return locked ? innerWidth : Math.max(documentElement.scrollWidth, innerWidth);
}

/** What `element` is shown in: a slot, its parent, or the host of its tree. */
export function parentAcrossShadow(element: Element): Element | null {
  return slotOf(element) ?? boxAround(element);
}

function readFilterOpacity(filter: string): number {
  let opacity = 1;
  if (filter === 'none') return opacity;
  for (const [, part, percent] of filter.matchAll(/opacity\(([\d.]+)(%?)\)/g))
    opacity *= Number(part) / (percent ? 100 : 1);
  return opacity;
}

// What is left of a control under a mask, in such a filter or blended cannot be told: it counts as nothing.
function isEffaced(style: CSSStyleDeclaration, filter: string): boolean {
  const { maskImage, webkitMaskBoxImageSource, mixBlendMode } = style;
  if (mixBlendMode !== 'normal' || !NO_MASK.test(`${maskImage}${webkitMaskBoxImageSource}`)) return true;
  return (
    filter !== 'none' &&
    /url|blur\((?:[3-9]|\d\d+)|(?:contrast|brightness)\((?:0|[2-9]|\d\d)|invert\((?:0\.[3-6]|[3-6]\d%)/.test(
      filter,
    )
  );
}

function isClippedAway({ clip, clipPath }: CSSStyleDeclaration): boolean {
  if (clipPath !== 'none' && /^inset\((?:50|[6-9]\d|100)(?:\.\d+)?%|^circle\(0/.test(clipPath)) return true;
  if (clip === 'auto') return false;
  const sides = /^rect\((-?[\d.]+)px,? (-?[\d.]+)px,? (-?[\d.]+)px,? (-?[\d.]+)px\)$/.exec(clip);
  if (!sides) return false;
  const [top = 0, right = 0, bottom = 0, left = 0] = sides.slice(1).map(Number);
  return right - left < SMALLEST_SIDE_PX || bottom - top < SMALLEST_SIDE_PX;
}
