import { callOwn } from '../detect/call-own.ts';
import type { NativeField } from '../detect/walk-roots.ts';

/** Pixels of a side. */
export const MARKER_SIZE = 16;
const GAP = 6;
const SMALLEST_FIELD = { width: 72, height: 18 } as const;
/** How much of a corner's radius is room in which nothing looks right. */
const ROUND_SHARE = 0.3;
/** Room that a control's own arrow or spinner takes. */
const OWN_ICON = 22;

/** Where the marker stands, in pixels of the viewport, and how high among the page's layers. */
export interface MarkerSpot {
  left: number;
  top: number;
  zIndex: number;
}

/**
 * A spot at the end of `field` where nothing of the page is covered, or just beside it; null where there is none.
 * `marker` itself does not count as something that stands there.
 */
export function findSpot(field: NativeField, marker: Element | null): MarkerSpot | null {
  const box = field.getBoundingClientRect();
  if (box.width < SMALLEST_FIELD.width || box.height < SMALLEST_FIELD.height) return null;
  const height = field instanceof HTMLTextAreaElement ? Math.min(box.height, 48) : box.height;
  const top = box.top + (height - MARKER_SIZE) / 2;
  const rightToLeft = getComputedStyle(field).direction === 'rtl';
  const from = (distance: number) => (rightToLeft ? box.left - distance - MARKER_SIZE : box.right + distance);
  const inside = hasRoom(field, box.width) ? listInside(field, box.height).map(from) : [];
  const zIndex = findLayer(field);
  for (const left of inside) {
    if (isFree(field, marker, { left, top }, at => at === field)) return { left, top, zIndex };
  }
  const left = from(GAP);
  const beside = isFree(
    field,
    marker,
    { left, top },
    at => at !== null && at !== field && at.contains(field),
  );
  return beside ? { left, top, zIndex } : null;
}

/** How far from the field's end the marker's near side may stand inside of it. */
function listInside(field: NativeField, height: number): number[] {
  const own = field instanceof HTMLSelectElement || /^(?:number|date|month|time)$/.test(field.type);
  const radius = Math.min(Number.parseFloat(getComputedStyle(field).borderTopRightRadius) || 0, height / 2);
  const first = -GAP - MARKER_SIZE - ROUND_SHARE * radius;
  return own ? [first - OWN_ICON] : [first, first - OWN_ICON];
}

/** Whether what is typed ends before the marker. */
function hasRoom(field: NativeField, width: number): boolean {
  if (field instanceof HTMLSelectElement) return width > 120;
  const size = Number.parseFloat(getComputedStyle(field).fontSize) || 16;
  const shown = Math.max(field.value.length, (field.getAttribute('placeholder') ?? '').length);
  return field.scrollWidth <= field.clientWidth && shown * size * 0.62 < width - 4 * MARKER_SIZE;
}

function isFree(
  field: NativeField,
  marker: Element | null,
  { left, top }: { left: number; top: number },
  accepts: (at: Element | null) => boolean,
): boolean {
  const root = field.getRootNode();
  const scope = root instanceof ShadowRoot || root instanceof Document ? root : document;
  const middle = top + MARKER_SIZE / 2;
  return [left, left + MARKER_SIZE / 2, left + MARKER_SIZE].every(x => {
    const found = callOwn(scope, 'elementsFromPoint', x, middle).find(element => element !== marker);
    return accepts(found ?? null);
  });
}

/** The layer of the outermost ancestor that has one: the marker stands no higher than its field. */
function findLayer(field: Element): number {
  let layer = 0;
  for (let one: Element | null = field; one; one = one.parentElement) {
    const zIndex = Number.parseInt(getComputedStyle(one).zIndex, 10);
    if (!Number.isNaN(zIndex)) layer = Math.max(0, zIndex);
  }
  return layer;
}
