import { callOwn } from '../detect/call-own.ts';
import type { NativeField } from '../detect/walk-roots.ts';
import { type FieldEnd, readFieldEnd, type Stretch } from './field-end.ts';
import { listDrawn } from './list-drawn.ts';
import { measureWords } from './measure-words.ts';

/** Pixels of a side. */
export const MARKER_SIZE = 16;
const GAP = 6;
const SMALLEST_FIELD = { width: 72, height: 18 } as const;
/** How much of a corner's radius is room in which nothing looks right. */
const ROUND_SHARE = 0.3;
/** Room that a control's own arrow, cross or spinner takes. */
const OWN_ICON = 24;
const OWN_ICON_TYPE = /^(?:number|date|datetime-local|month|week|time|search|password)$/;
/** How much more padding there is at the end of a field where room is kept for something. */
const KEPT_ROOM = 12;
/** Farther from the end nobody looks for it. */
const FARTHEST = 88;
/** Pixels between the marker and what else is there. */
const AIR = 3;

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
  const end = readFieldEnd(field);
  const top = end.middle - MARKER_SIZE / 2;
  const drawn = listDrawn(end);
  const left = findInside(end, drawn, marker) ?? findBeside(end, drawn, marker);
  return left === null ? null : { left, top, zIndex: findLayer(field) };
}

function findInside(end: FieldEnd, drawn: readonly Stretch[], marker: Element | null): number | null {
  const { field, style } = end;
  const taken = [...drawn, measureWords(end)];
  const radius = Math.min(Number.parseFloat(style.borderTopRightRadius) || 0, field.offsetHeight / 2);
  let distance = GAP + ROUND_SHARE * radius + measureOwnIcon(end);
  while (distance <= Math.min(FARTHEST, end.width / 2)) {
    const inWay = taken.find(
      ({ from, to }) => from < distance + MARKER_SIZE + AIR && to > distance - AIR && to > 0,
    );
    const left = end.toLeft(distance, MARKER_SIZE);
    const found = inWay ?? findInWay(end, left, marker);
    if (found === null) return left;
    distance = Math.max(found.to + AIR, distance + 1);
  }
  return null;
}

/** Room that the browser itself, or the field's padding, keeps for something at the end. */
function measureOwnIcon({ field, style, rightToLeft }: FieldEnd): number {
  const { paddingLeft, paddingRight } = style;
  const [before = 0, after = 0] = (
    rightToLeft ? [paddingRight, paddingLeft] : [paddingLeft, paddingRight]
  ).map(padding => Number.parseFloat(padding) || 0);
  const kept = after - before >= KEPT_ROOM ? after - GAP / 2 : 0;
  const own =
    field instanceof HTMLSelectElement || OWN_ICON_TYPE.test(field.type) || field.hasAttribute('list');
  return Math.max(kept, own ? OWN_ICON : 0);
}

/** What the browser finds at `left` in the field's place; null where that is the field. */
function findInWay(end: FieldEnd, left: number, marker: Element | null): Stretch | null {
  const found = listFound(end, left, marker).find(one => one !== end.field);
  if (found === undefined) return null;
  const box = found?.getBoundingClientRect();
  return box && box.width < FARTHEST ? end.toStretch(box) : { from: 0, to: Infinity };
}

function findBeside(end: FieldEnd, drawn: readonly Stretch[], marker: Element | null): number | null {
  const distance = -end.frame - GAP - MARKER_SIZE;
  const left = end.toLeft(distance, MARKER_SIZE);
  if (drawn.some(({ from, to }) => from < distance + MARKER_SIZE && to > distance)) return null;
  const { field } = end;
  const found = listFound(end, left, marker);
  return found.every(one => one !== null && one !== field && one.contains(field)) ? left : null;
}

function listFound({ field, middle }: FieldEnd, left: number, marker: Element | null): (Element | null)[] {
  const root = field.getRootNode();
  const scope = root instanceof ShadowRoot || root instanceof Document ? root : document;
  // From corner to corner: what lies over the half of a field, as a bar that stays at the top, is found as well.
  return [0, 0.5, 1].map(share => {
    const [x, y] = [left + share * MARKER_SIZE, middle + (share - 0.5) * (MARKER_SIZE - 2)];
    return callOwn(scope, 'elementsFromPoint', x, y).find(element => element !== marker) ?? null;
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
