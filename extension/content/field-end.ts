import { parentAcrossShadow } from '../detect/shades.ts';
import type { NativeField } from '../detect/walk-roots.ts';

/** Pixels counted from the end of a field towards its beginning; what stands beside the field is below zero. */
export interface Stretch {
  from: number;
  to: number;
}

/** Where a field ends, in the direction that it is written in, and what its surroundings leave of it. */
export interface FieldEnd {
  readonly field: NativeField;
  readonly style: CSSStyleDeclaration;
  readonly rightToLeft: boolean;
  /** Of the field as it is seen: what encloses it with a border, or cuts it off, ends it. */
  readonly width: number;
  /** Where the marker's middle stands, in pixels of the viewport. */
  readonly middle: number;
  /** How far beside the end the border lies that is drawn around the field; 0 where that is the field's own. */
  readonly frame: number;
  /** What stands nearest around the field, the nearest first. */
  readonly holders: readonly Element[];
  toStretch(box: { left: number; right: number }): Stretch;
  /** The left side of what is `width` wide and begins `distance` before the end. */
  toLeft(distance: number, width: number): number;
}

const HOLDERS = 3;
/** Pixels between a field and the border of what encloses it alone. */
const NEAR = 24;
const TALLEST_FIRST_LINE = 48;

export function readFieldEnd(field: NativeField): FieldEnd {
  const style = getComputedStyle(field);
  const rightToLeft = style.direction === 'rtl';
  const box = field.getBoundingClientRect();
  const holders = listHolders(field);
  const bordered = holders.flatMap(holder => readBorder(holder, rightToLeft) ?? []);
  const own = rightToLeft ? box.left : box.right;
  const inwards = rightToLeft ? 1 : -1;
  const beyond = bordered.map(edge => (edge - own) * inwards);
  const cut = Math.max(0, ...beyond.filter(distance => distance < box.width / 2));
  const end = own + inwards * cut;
  const near = beyond.map(distance => cut - distance).filter(distance => distance > 0 && distance < NEAR);
  const height = field instanceof HTMLTextAreaElement ? Math.min(box.height, TALLEST_FIRST_LINE) : box.height;
  return {
    ...{ field, style, rightToLeft, holders },
    width: box.width - cut,
    middle: box.top + height / 2,
    frame: Math.max(0, ...near),
    toStretch: ({ left, right }) =>
      rightToLeft ? { from: left - end, to: right - end } : { from: end - right, to: end - left },
    toLeft: (distance, width) => (rightToLeft ? end + distance : end - distance - width),
  };
}

function listHolders(field: Element): Element[] {
  const holders: Element[] = [];
  let one = parentAcrossShadow(field);
  for (; one && holders.length < HOLDERS; one = parentAcrossShadow(one)) holders.push(one);
  return holders;
}

/** The inner side of what ends `holder`; null where nothing is drawn or cut off there. */
function readBorder(holder: Element, rightToLeft: boolean): number | null {
  const { borderLeftWidth, borderRightWidth, overflowX } = getComputedStyle(holder);
  const { left, right } = holder.getBoundingClientRect();
  const border = Number.parseFloat(rightToLeft ? borderLeftWidth : borderRightWidth);
  if (border === 0 && overflowX === 'visible') return null;
  return rightToLeft ? left + border : right - border;
}
