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

/** Whether something of another part of the page lies over the middle of the control, where that can be told. */
export function isCovered(element: HTMLElement): boolean {
  const box = element.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const view = element.ownerDocument.documentElement;
  if (x < 0 || y < 0 || x > view.clientWidth || y > view.clientHeight) return false;
  const root = element.getRootNode();
  const top = (root instanceof ShadowRoot ? root : element.ownerDocument).elementFromPoint(x, y);
  if (!top || top === element || element.contains(top)) return false;
  return !isOwnDecoration(top, element);
}

// A floating label or an icon inside the field's own small wrapper covers nothing that matters.
function isOwnDecoration(top: Element, element: HTMLElement): boolean {
  if (top.contains(element)) return true;
  const label = top.closest('label');
  if (label instanceof HTMLLabelElement && (label.control === element || label.contains(element)))
    return true;
  const box = top.getBoundingClientRect();
  const own = element.getBoundingClientRect();
  const wrapper = element.parentElement?.parentElement ?? element.parentElement;
  return wrapper?.contains(top) === true && box.height <= own.height * 1.5 && box.width <= own.width * 1.5;
}

function isOutsidePage(element: HTMLElement, box: DOMRect): boolean {
  const document = element.ownerDocument;
  const view = document.defaultView;
  if (!view) return true;
  const width = Math.max(document.documentElement.scrollWidth, view.innerWidth);
  const left = box.left + view.scrollX;
  return left + box.width <= 0 || box.top + view.scrollY + box.height <= 0 || left >= width;
}

function isHiddenByAncestors(element: HTMLElement, box: DOMRect): boolean {
  let opacity = 1;
  for (let one: Element | null = element; one; one = parentAcrossShadow(one)) {
    const style = getComputedStyle(one);
    opacity *= Number(style.opacity);
    if (opacity < FAINTEST_OPACITY || isClippedAway(style)) return true;
    if (one instanceof HTMLElement && one.inert) return true;
    if (one !== element && clipsOverflow(style) && liesOutside(box, one.getBoundingClientRect())) return true;
  }
  return false;
}

function parentAcrossShadow(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function isClippedAway(style: CSSStyleDeclaration): boolean {
  if (/^inset\((?:50|[6-9]\d|100)(?:\.\d+)?%/.test(style.clipPath)) return true;
  if (/^circle\(0/.test(style.clipPath)) return true;
  const sides = /^rect\((-?[\d.]+)px,? (-?[\d.]+)px,? (-?[\d.]+)px,? (-?[\d.]+)px\)$/.exec(style.clip);
  if (!sides) return false;
  const [top = 0, right = 0, bottom = 0, left = 0] = sides.slice(1).map(Number);
  return right - left < SMALLEST_SIDE_PX || bottom - top < SMALLEST_SIDE_PX;
}

function clipsOverflow(style: CSSStyleDeclaration): boolean {
  return style.overflowX === 'hidden' || style.overflowY === 'hidden' || style.overflowX === 'clip';
}

// A scrollable box that merely shows another part of itself does not count: only `hidden` and `clip` do.
function liesOutside(box: DOMRect, clip: DOMRect): boolean {
  if (clip.width < SMALLEST_SIDE_PX || clip.height < SMALLEST_SIDE_PX) return true;
  return box.right <= clip.left || box.left >= clip.right || box.bottom <= clip.top || box.top >= clip.bottom;
}
