const SMALLEST_SIDE_PX = 4;
const FAINTEST_OPACITY = 0.1;

/**
 * Whether a person can see the control: rendered, not transparent, of some size, inside the page and inside
 * every box that clips it. Errs towards "no": a field nobody sees is never filled.
 */
export function isVisible(element: HTMLElement): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) return false;
  const box = element.getBoundingClientRect();
  if (box.width < SMALLEST_SIDE_PX || box.height < SMALLEST_SIDE_PX) return false;
  if (isOutsidePage(element, box)) return false;
  return !isHiddenByAncestors(element, box);
}

function isOutsidePage(element: HTMLElement, box: DOMRect): boolean {
  const document = element.ownerDocument;
  const view = document.defaultView;
  if (!view) return true;
  const scrolls = !isLockedSideways(document);
  const width = scrolls ? Math.max(document.documentElement.scrollWidth, view.innerWidth) : view.innerWidth;
  const left = box.left + view.scrollX;
  return left + box.width <= 0 || box.top + view.scrollY + box.height <= 0 || left >= width;
}

function isLockedSideways({ documentElement, body }: Document): boolean {
  return [documentElement, body].some(one => one && /hidden|clip/.test(getComputedStyle(one).overflowX));
}

function isHiddenByAncestors(element: HTMLElement, box: DOMRect): boolean {
  let opacity = 1;
  for (let one: Element | null = element; one; one = parentAcrossShadow(one)) {
    const style = getComputedStyle(one);
    opacity *= Number(style.opacity) * readFilterOpacity(style);
    if (opacity < FAINTEST_OPACITY || isClippedAway(style) || isEffaced(style)) return true;
    if (one instanceof HTMLElement && one.inert) return true;
    if (one !== element && isCutOff(box, one, style)) return true;
  }
  return false;
}

function parentAcrossShadow(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function readFilterOpacity({ filter }: CSSStyleDeclaration): number {
  let opacity = 1;
  for (const [, part, percent] of filter.matchAll(/opacity\(([\d.]+)(%?)\)/g))
    opacity *= Number(part) / (percent ? 100 : 1);
  return opacity;
}

// What is left of a control under a mask, in such a filter or blended cannot be told: it counts as nothing.
function isEffaced({ maskImage, webkitMaskBoxImage, mixBlendMode, filter }: CSSStyleDeclaration): boolean {
  if ([maskImage, webkitMaskBoxImage].some(mask => mask && mask !== 'none')) return true;
  if (mixBlendMode !== 'normal') return true;
  return /url|blur\((?:[3-9]|\d\d+)|contrast\(0|brightness\((?:0|\d\d)|invert\((?:0\.[3-6]|[3-6]\d%)/.test(
    filter,
  );
}

function isClippedAway(style: CSSStyleDeclaration): boolean {
  if (/^inset\((?:50|[6-9]\d|100)(?:\.\d+)?%/.test(style.clipPath)) return true;
  if (/^circle\(0/.test(style.clipPath)) return true;
  const sides = /^rect\((-?[\d.]+)px,? (-?[\d.]+)px,? (-?[\d.]+)px,? (-?[\d.]+)px\)$/.exec(style.clip);
  if (!sides) return false;
  const [top = 0, right = 0, bottom = 0, left = 0] = sides.slice(1).map(Number);
  return right - left < SMALLEST_SIDE_PX || bottom - top < SMALLEST_SIDE_PX;
}

// A scrollable box that merely shows another part of itself does not count: only `hidden` and `clip` do.
function isCutOff(box: DOMRect, by: Element, style: CSSStyleDeclaration): boolean {
  const { overflowX, overflowY } = style;
  if (overflowX === 'visible' && overflowY === 'visible') return false;
  const clip = by.getBoundingClientRect();
  if (style.display !== 'contents' && (clip.width < SMALLEST_SIDE_PX || clip.height < SMALLEST_SIDE_PX))
    return true;
  if (!/hidden|clip/.test(`${overflowX} ${overflowY}`)) return false;
  return box.right <= clip.left || box.left >= clip.right || box.bottom <= clip.top || box.top >= clip.bottom;
}
